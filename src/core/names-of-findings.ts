/**
 * What the ids in findings are called, so that a sentence names a bidder, a criterion or a price row
 * with its id beside it. It puts no words together, and changes no detail.
 */
import type { EvaluationDocument } from "./document/schema";
import { everyCriterion } from "./document/schema";
import type { Finding } from "./finding";
import { idDetailsOf } from "./findings/catalogue";
import type { NamedList } from "./findings/entry";

/** The parts of a document whose members have names. */
type Named = Pick<EvaluationDocument, "bids" | "criteria" | "priceItems" | "evaluators" | "model">;
type Member = { readonly id: string; readonly name: string };

/** The members of each list. */
const membersOf: { readonly [list in NamedList]: (document: Named) => readonly Member[] } = {
  bids: ({ bids }) => bids.map(({ id, bidder }) => ({ id, name: bidder })),
  criteria: ({ criteria }) => [...everyCriterion(criteria)],
  priceItems: ({ priceItems }) => priceItems,
  evaluators: ({ evaluators }) => evaluators,
  authorities: ({ model }) => model.authorities ?? [],
};

/** The findings with the names of the ids in their details; those that have them keep them. */
export function withNames(findings: readonly Finding[], document: Named): Finding[] {
  const found = new Map<NamedList, ReadonlyMap<string, string>>();
  const namesIn = (list: NamedList) => {
    const known = found.get(list);
    if (known) return known;
    const names = new Map(membersOf[list](document).map(({ id, name }) => [id, name]));
    found.set(list, names);
    return names;
  };
  return findings.map((each) => {
    const details = each.names ? [] : idDetailsOf(each.code);
    const names = details.flatMap(([detail, list]) =>
      idsIn(each.details[detail]).flatMap((id) => {
        const name = namesIn(list).get(id);
        return name === undefined || name === id ? [] : [[detail, id, name] as const];
      }),
    );
    return names.length === 0 ? each : { ...each, names };
  });
}

function idsIn(value: Finding["details"][string] | undefined): readonly string[] {
  if (value === undefined || typeof value === "number") return [];
  return typeof value === "string" ? [value] : value;
}
