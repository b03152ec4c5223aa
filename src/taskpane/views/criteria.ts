/**
 * The criteria as a tree: each in a line with what full marks on it are worth, unfolded to its form,
 * and moved, nested, divided or taken away where it stands. What is typed is a draft until it is saved;
 * the figures follow the typing.
 */
import type { Arrangement } from "../../app/arranged-criteria";
import type { FindingAnswer } from "../../case/answers";
import type { CriteriaAnswer, CriterionLine } from "../../case/criterion-tree";
import type { RowForm } from "../../case/row-answers";
import { confirmedAction, taskMessage } from "../controls";
import { findings } from "./finding-list";
import type { Child } from "../element";
import { h } from "../element";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";
import { changeCriterionView } from "./change-model";
import type { Item } from "./parts";
import { besideChosen, opener } from "./parts";
import { pasteLevelsView } from "./paste-levels";
import { formName, rowFormView, typedTexts } from "./row-form";

/** A line with those under it. */
type Branch = { readonly line: CriterionLine; readonly under: readonly Branch[] };

/** The name of the list of criteria, of which one may be shown at a time. */
const list = "criteria";

export function criteriaView(session: Session, criteria: CriteriaAnswer): Child {
  const { text, typedWorth } = session;
  const { isPublished, lines, worth } = criteria;
  const { sums } = typedWorth.now ?? worth;
  const items = isPublished ? [] : itemsOf(session, lines);
  return [
    h("p", { class: "hint" }, isPublished ? text.criteria.published : text.criteria.hint),
    besideChosen(session, list, items, [
      branchesView(session, items, branchesOf(lines)),
      adder(session, items, ""),
    ]),
    sums.length > 0 &&
      h(
        "div",
        { class: isPublished ? "sums" : "sums following" },
        sums.map((sum) => h("p", {}, sum)),
      ),
  ];
}

/** Every criterion that has a form, and the form of a new one at the root and in each group. */
function itemsOf(session: Session, lines: readonly CriterionLine[]): Item[] {
  const groups = lines.filter(({ isGroup }) => isGroup).map(({ id }) => id);
  return [
    ...lines.map((line) => ({
      name: formName({ table: "criteria", id: line.id }),
      label: line.name,
      title: titleView(session, line),
      inside: () => insideView(session, line),
    })),
    ...["", ...groups].map((group) => addItem(session, group)),
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
    group !== "" && items.length > 0 && h("li", {}, adder(session, items, group)),
  );
}

/** A criterion that is published is read and has no form. */
function lineView(session: Session, items: readonly Item[], line: CriterionLine): Child {
  const name = formName({ table: "criteria", id: line.id });
  const item = items.find((each) => each.name === name);
  if (!item) return h("p", { class: "criterion" }, titleView(session, line));
  return h(
    "div",
    { onkeydown: (event: KeyboardEvent) => moveByKey(session, line, event) },
    opener(session, list, items, item),
    taskMessage(session, arrangingName(line)),
  );
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

function insideView(session: Session, line: CriterionLine): Child {
  const { text } = session;
  const own = ownFindings(session, line);
  return [
    own.length > 0 && findings(session, own),
    rowFormView(session, {
      table: "criteria",
      id: line.id,
      add: line.name,
      whenTyped: (form) => follow(session, form),
    }),
    !line.isGroup && pasteLevelsView(session, line.id),
    changeCriterionView(session, line),
    h(
      "div",
      { class: "ways arrange", role: "group", "aria-label": text.criteria.arrange(line.name) },
      line.arrangements
        .filter((each) => each !== "remove")
        .map((each) => arrangeButton(session, line, each)),
    ),
    h("p", { class: "hint" }, text.criteria.keys),
    line.isScored && h("p", { class: "hint" }, text.criteria.scored),
    line.arrangements.includes("remove") &&
      confirmedAction(
        session,
        {
          name: `remove ${line.id}`,
          label: text.criteria.arrangements.remove,
          warning: text.criteria.removeWarning(line.name),
        },
        () => arrange(session, line, "remove"),
      ),
  ];
}

function adder(session: Session, items: readonly Item[], group: string): Child {
  const { name } = addItem(session, group);
  const item = items.find((each) => each.name === name);
  return item && opener(session, list, items, item);
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

function arrangingName({ id }: CriterionLine): string {
  return `arrange ${id}`;
}

function arrangeButton(
  session: Session,
  line: CriterionLine,
  arrangement: Arrangement,
): HTMLElement {
  const label = session.text.criteria.arrangements[arrangement];
  return h(
    "button",
    {
      type: "button",
      class: "subtle",
      "data-name": `${arrangement} ${line.id}`,
      onclick: () => pressArrange(session, line, arrangement),
    },
    label,
  );
}

function pressArrange(session: Session, line: CriterionLine, arrangement: Arrangement): void {
  const label = session.text.criteria.arrangements[arrangement];
  session.press(arrangingName(line), `${line.name}: ${label}`, () =>
    arrange(session, line, arrangement),
  );
}

/** The keys that arrange a criterion on its line, with Alt. */
const keys: { readonly [key: string]: Arrangement | undefined } = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

/** Alt and an arrow on the line itself; in its form the keys are those of the fields. */
function moveByKey(session: Session, line: CriterionLine, event: KeyboardEvent): void {
  const arrangement = event.altKey ? keys[event.key] : undefined;
  const isOnLine = (event.target as Element).closest("summary, .choice") !== null;
  if (!arrangement || !isOnLine) return;
  // The browser goes back and forth in its history by the same keys.
  event.preventDefault();
  if (line.arrangements.includes(arrangement)) pressArrange(session, line, arrangement);
}

async function arrange(
  session: Session,
  line: CriterionLine,
  arrangement: Arrangement,
): Promise<void> {
  const { text, tasks } = session;
  let said = "";
  await session.renew(async () => {
    const entry = await session.ask("arrange", { id: line.id, arrangement });
    if (!entry.kept) throw new RpcFailure("not-arranged", {}, entry.why);
    session.noteWritten();
    said = entry.said;
    return entry.known ?? session.ask("take");
  });
  const task = tasks.of(arrangingName(line));
  if (task && said !== "") tasks.warn(task, said);
  session.announce(
    [text.criteria.arranged(line.name, text.criteria.arrangements[arrangement]), said].join(" "),
  );
  const stays = formName({ table: "criteria", id: line.id });
  const name = arrangement === "remove" ? formName({ table: "criteria", id: "" }) : stays;
  session.bringTo({ name, isFocused: true, block: "nearest" });
}
