/**
 * The criteria as a tree: each in a line with what full marks on it are worth, unfolded to its form,
 * and arranged where it stands. What is typed is a draft until it is saved; the figures follow the
 * typing.
 */
import type { FindingAnswer } from "../../case/answers";
import type { CriteriaAnswer, CriterionLine } from "../../case/criterion-tree";
import type { RowForm } from "../../case/row-answers";
import { findings } from "./finding-list";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { arrangeView, lastPlace, movableLine } from "./arrange-criteria";
import { changeCriterionView } from "./change-model";
import type { Item } from "./parts";
import { besideChosen, opener } from "./parts";
import { pasteLevelsView } from "./paste-levels";
import { readRowView } from "./read-row";
import { formName, rowFormView, typedTexts } from "./row-form";

/** A line with those under it. */
type Branch = { readonly line: CriterionLine; readonly under: readonly Branch[] };

/** The name of the list of criteria, of which one may be shown at a time. */
const list = "criteria";

export function criteriaView(session: Session, criteria: CriteriaAnswer): Child {
  const { text, typedWorth } = session;
  const { fixed, lines, worth } = criteria;
  const { sums } = typedWorth.now ?? worth;
  const items = itemsOf(session, criteria);
  return [
    h("p", { class: "hint" }, fixed || text.criteria.hint),
    besideChosen(session, list, items, [
      branchesView(session, items, branchesOf(lines)),
      adder(session, items, ""),
    ]),
    sums.length > 0 &&
      h(
        "div",
        { class: fixed === "" ? "sums following" : "sums" },
        sums.map((sum) => h("p", {}, sum)),
      ),
  ];
}

/** Every criterion, and where they can be changed the form of a new one at the root and in each group. */
function itemsOf(session: Session, { lines, fixed }: CriteriaAnswer): Item[] {
  const groups = lines.filter(({ isGroup }) => isGroup).map(({ id }) => id);
  return [
    ...lines.map((line) => ({
      name: formName({ table: "criteria", id: line.id }),
      label: line.name,
      title: titleView(session, line),
      inside: () => (fixed === "" ? insideView(session, line) : fixedView(session, line, fixed)),
    })),
    ...(fixed === "" ? ["", ...groups] : []).map((group) => addItem(session, group)),
  ];
}

function branchesOf(lines: readonly CriterionLine[], depth = 0): Branch[] {
  const heads = lines.flatMap((line, n) => (line.depth === depth ? [n] : []));
  return heads.flatMap((at, n) => {
    const line = lines[at];
    const under = lines.slice(at + 1, heads[n + 1]);
    return line ? [{ line, under: branchesOf(under, depth + 1) }] : [];
  });
}

function branchesView(
  session: Session,
  items: readonly Item[],
  branches: readonly Branch[],
  group = "",
): Child {
  if (branches.length === 0 && group === "") return undefined;
  return h(
    "ul",
    { class: "criteria" },
    branches.map(({ line, under }) =>
      h(
        "li",
        { "data-name": `criterion ${line.id}` },
        lineView(session, items, line),
        line.isGroup && branchesView(session, items, under, line.id),
      ),
    ),
    group !== "" && canArrange(session) && h("li", {}, adder(session, items, group)),
  );
}

/** A criterion that is published is read, and stays where it is. */
function lineView(session: Session, items: readonly Item[], line: CriterionLine): Child {
  const name = formName({ table: "criteria", id: line.id });
  const item = items.find((each) => each.name === name);
  const opened = item && opener(session, list, items, item);
  return canArrange(session) ? movableLine(session, line, opened) : opened;
}

function canArrange({ known }: Session): boolean {
  return known?.criteria?.fixed === "";
}

/** The name, what it is worth and how it is scored, and how many findings there are about it. */
function titleView(session: Session, line: CriterionLine): Child {
  const { text, typedWorth, known } = session;
  const worth = (typedWorth.now ?? known?.criteria?.worth)?.of[line.id];
  const facts = [worth, line.scale].filter(Boolean).join(" · ");
  const own = ownFindings(session, line);
  const isWrong = own.some(({ severity }) => severity === "blocking");
  return h(
    "span",
    { class: "criterion" },
    h("strong", {}, line.name),
    " ",
    h("span", { class: "hint", title: line.id }, facts),
    own.length > 0 && [
      " ",
      h("span", { class: isWrong ? "bad" : "open" }, text.criteria.findings(own.length)),
    ],
  );
}

/** The findings about a criterion itself, not about those under it. */
function ownFindings({ known }: Session, { place }: CriterionLine): FindingAnswer[] {
  return (known?.findings ?? []).filter(
    (each) => each.place === place || each.place.startsWith(`${place}.`),
  );
}

/** What is published about a criterion, and why it cannot be changed. */
function fixedView(session: Session, line: CriterionLine, fixed: string): Child {
  const own = ownFindings(session, line);
  return [
    h("p", { class: "hint" }, fixed),
    own.length > 0 && findings(session, own),
    readRowView(session, { table: "criteria", id: line.id, add: line.name }),
  ];
}

function insideView(session: Session, line: CriterionLine): Child {
  const own = ownFindings(session, line);
  return [
    own.length > 0 && findings(session, own),
    rowFormView(session, {
      table: "criteria",
      id: line.id,
      add: line.name,
      whenTyped: (form) => follow(session, form),
    }),
    !line.isGroup && pasteLevelsView(session, line),
    changeCriterionView(session, line),
    arrangeView(session, line),
  ];
}

function adder(session: Session, items: readonly Item[], group: string): Child {
  const { name } = addItem(session, group);
  const item = items.find((each) => each.name === name);
  return item && lastPlace(session, group, opener(session, list, items, item));
}

function addItem(session: Session, group: string): Item {
  const { text } = session;
  const add = group === "" ? text.criteria.add : text.criteria.addUnder;
  const shown = {
    table: "criteria",
    id: "",
    add,
    ...(group === "" ? {} : { parent: group }),
    whenTyped: (form: RowForm) => follow(session, form),
  } as const;
  return {
    name: formName(shown),
    label: add,
    title: add,
    inside: () => rowFormView(session, shown),
  };
}

/** Has the figures follow what is typed. */
function follow(session: Session, form: RowForm): void {
  const { table, id, parent = "" } = form;
  const texts = typedTexts(session, form);
  session.typedWorth.follow(
    () => session.ask("typedWorth", { table, id, texts }, parent),
    () => session.show(),
  );
}
