/**
 * What follows from rows that could not be read because they have lost their ids: the ids that
 * other sheets know and no row has. One lost row explains one such id; where more ids are unknown
 * than rows are lost, all of them are told. It finds nothing itself.
 */
import type { Finding } from "../core/finding";
import type { TableKey } from "./table-keys";
import { spotOf } from "./spots";

/** The table in which each of these findings misses a row. */
const missesRowIn: { readonly [code: string]: TableKey | undefined } = {
  "document-unknown-requirement": "requirements",
  "document-unknown-price-item": "prices",
  "document-unknown-leaf": "criteria",
  "document-unknown-criterion": "criteria",
  "document-unknown-evaluator": "evaluators",
  "document-unknown-bid": "bids",
  "document-unknown-round": "rounds",
  "document-unknown-decision": "decisions",
  "document-unknown-authority": "authorities",
  "document-unknown-delivery-model": "deliveryModels",
  "document-unknown-index": "indexes",
  "parent-unknown": "criteria",
  "criterion-not-listed": "criteria",
  "bid-not-listed": "bids",
  "check-row-missing": "checks",
};

/**
 * The findings without those that one of the lost rows explains, and each unknown id once a sheet.
 * @param lost how many rows of each table were passed over
 */
export function withoutEchoes(
  findings: readonly Finding[],
  lost: ReadonlyMap<TableKey, number>,
): Finding[] {
  const unknown = new Map<TableKey, Set<string>>();
  for (const each of findings) {
    const table = missesRowIn[each.code];
    if (table) unknown.set(table, new Set([...(unknown.get(table) ?? []), ...idsOf(each)]));
  }
  const reported = new Set<string>();
  return findings.filter((each) => {
    const table = missesRowIn[each.code];
    if (!table) return true;
    if ((unknown.get(table)?.size ?? 0) <= (lost.get(table) ?? 0)) return false;
    const echo = [each.code, spotOf(each.where)?.table, ...idsOf(each)].join("|");
    const isFirst = !reported.has(echo);
    reported.add(echo);
    return isFirst;
  });
}

/** The ids that a finding says no row has. */
function idsOf({ code, details }: Finding): readonly string[] {
  const ids = details["ids"];
  if (Array.isArray(ids)) return ids.map(String);
  return [
    String((code === "parent-unknown" ? details["parent"] : details["found"]) ?? details["id"]),
  ];
}
