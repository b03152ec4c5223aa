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
type Member = { readonly id: string; readonly name: string; readonly year?: number };

/** The members of each list. */
const membersOf: { readonly [list in NamedList]: (document: Named) => readonly Member[] } = {
  bids: ({ bids }) => bids.map(({ id, bidder }) => ({ id, name: bidder })),
  criteria: ({ criteria }) => [...everyCriterion(criteria)],
  priceItems: ({ priceItems }) =>
    priceItems.map(({ id, name, byYear, years }) =>
      byYear === undefined || !years ? { id, name } : { id, name, year: years.from },
    ),
  evaluators: ({ evaluators }) => evaluators,
  authorities: ({ model }) => model.authorities ?? [],
};

/** The findings with the names of the ids in their details; those that have them keep them. */
export function withNames(findings: readonly Finding[], document: Named): Finding[] {
  const found = new Map<NamedList, ReadonlyMap<string, Member>>();
  const namesIn = (list: NamedList) => {
    const known = found.get(list);
    if (known) return known;
    const names = new Map(membersOf[list](document).map((member) => [member.id, member]));
    found.set(list, names);
    return names;
  };
  return findings.map((each) => {
    const details = each.names ? [] : idDetailsOf(each.code);
    const names = details.flatMap(([detail, list]) =>
      idsIn(each.details[detail]).flatMap((id) => {
        const { name, year } = namesIn(list).get(id) ?? { name: id };
        const named = [detail, id, name] as const;
        if (name === id) return [];
        return [year === undefined ? named : ([...named, year] as const)];
      }),
    );
    return names.length === 0 ? each : { ...each, names };
  });
}

function idsIn(value: Finding["details"][string] | undefined): readonly string[] {
  if (value === undefined || typeof value === "number") return [];
  return typeof value === "string" ? [value] : value;
}
