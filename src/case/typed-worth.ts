/**
 * A document as it would be with the numbers that are typed in a criterion's form: what cannot be read
 * yet counts as not typed. It is for figures that follow the typing, and nothing is ever entered from it.
 */
import { worthNumberKeys } from "../core/document/worth-keys";
import type { Criterion, EvaluationDocument } from "../core/document/schema";
import { readDecimal } from "../sheet/decimal-cells";
import { readWeight } from "../sheet/weight-cells";
import type { RowRequest } from "./row-answers";

/** @param parent the group that a new criterion comes under; "" at the root */
export function withTyped(
  document: EvaluationDocument,
  { id, texts }: RowRequest,
  parent: string,
): EvaluationDocument {
  const change = (criterion: Criterion): Criterion => ({
    ...withoutTyped(criterion, texts),
    ...typedWorths(texts),
  });
  const { criteria } = document;
  if (id !== "") return { ...document, criteria: mapped(criteria, id, change) };
  // A form that nobody has typed a worth in adds nothing yet.
  if (Object.keys(typedWorths(texts)).length === 0) return document;
  const added = change({ id: texts["id"] ?? "", name: texts["name"] ?? "", kind: "other" });
  return {
    ...document,
    criteria:
      parent === ""
        ? [...criteria, added]
        : mapped(criteria, parent, (group) => ({
            ...group,
            children: [...(group.children ?? []), added],
          })),
  };
}

function typedWorths(texts: RowRequest["texts"]): Partial<Criterion> {
  return Object.fromEntries(
    worthNumberKeys.flatMap((column) => {
      const text = (texts[column] ?? "").trim();
      if (text === "") return [];
      const cell = { kind: "text", value: text } as const;
      const { value } = column === "weight" ? readWeight(cell) : readDecimal(cell, true);
      return value === undefined || value.startsWith("-") ? [] : [[column, value] as const];
    }),
  );
}

function withoutTyped(criterion: Criterion, texts: RowRequest["texts"]): Criterion {
  return Object.fromEntries(
    Object.entries(criterion).filter(([key]) => texts[key] === undefined || !isWorth(key)),
  ) as Criterion;
}

function isWorth(key: string): boolean {
  return worthNumberKeys.some((column) => column === key);
}

function mapped(
  criteria: readonly Criterion[],
  id: string,
  change: (criterion: Criterion) => Criterion,
): Criterion[] {
  return criteria.map((each) => {
    if (each.id === id) return change(each);
    return each.children ? { ...each, children: mapped(each.children, id, change) } : each;
  });
}
