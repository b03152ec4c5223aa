/**
 * Requirements checked one at a time: what is asked, what the bidder answered and where, and the verdict
 * by a key or a button. The next requirement comes at once; what was found is written meanwhile, with
 * who found it and when. A second reader sees nothing of what the first found.
 */
import type { OwnField } from "../../words/help-shape";
import type { CheckAnswer } from "../../case/check-list";
import type { FindingAnswer, RequirementProgress, UndoAnswer } from "../../case/answers";
import type { Verdict } from "../checking";
import { checkFilters, listed, nextUnchecked, verdictOf } from "../checking";
import { button, meter, taskMessage } from "../controls";
import type { FieldName } from "../drafts";
import type { Child } from "../element";
import { h, newId } from "../element";
import { textField } from "../fields";
import { labelWithHelp } from "../help";
import { lookUpName } from "../look-ups";
import { RpcFailure } from "../rpc";
import { findingsBeside } from "./finding-list";
import { actList, expectName } from "./acts";
import type { Session } from "../session";
import { answerView } from "./bid";
import { beside, isWide } from "./parts";
import { nothingLeftView } from "./nothing-left";
import { requirementList } from "./requirement-list";

/** The verdicts in the order of their buttons. */
const verdicts = ["met", "not-met", "clarification"] as const;

export function checkView(session: Session, bids: readonly RequirementProgress[]): Child {
  const { checking, text } = session;
  const bid = bids.find((each) => each.bid === checking.bid)?.bid ?? bids[0]?.bid ?? "";
  const answer = session.lookUp(text.check.title, "checkList", bid);
  if (answer) checking.keep(bid, answer);
  const list = checking.list(bid);
  const failure = taskMessage(session, lookUpName("checkList", bid));
  if (!list) return failure ?? h("p", { class: "hint" }, text.working);
  const shown = listed(list, checking);
  const ofReader = listed(list, { area: checking.area, reader: checking.reader, filter: "all" });
  const done = ofReader.filter((each) => verdictOf(each, checking.reader) !== "").length;
  const at = list.find(({ id }) => id === checking.at) ?? shown[0];
  const one = at
    ? card(session, { bid, item: at, list: ofReader })
    : nothingLeftView(session, bids, { bid, list });
  return [
    failure,
    choices(session, bids, { bid, list }),
    meter(text.requirements.checked, done, ofReader.length, text.ofTotal(done, ofReader.length)),
    isWide() && shown.length > 0
      ? beside(requirementList(session, shown, at), one, text.check.title)
      : one,
  ];
}

/** Which bid, area and requirements are checked, and as which reader. */
function choices(
  session: Session,
  bids: readonly RequirementProgress[],
  { bid, list }: { readonly bid: string; readonly list: readonly CheckAnswer[] },
): HTMLElement {
  const { checking, text } = session;
  const choose = choosing(session);
  const named = bids.map((each): Option => [each.bid, `${each.bidder} (${each.bid})`]);
  const filters = checkFilters.map((each): Option => [each, text.check.filters[each]]);
  const areas = areaOptions(session, list);
  const setFilter = (chosen: string) =>
    (checking.filter = checkFilters.find((each) => each === chosen) ?? "all");
  return h(
    "div",
    { class: "fields" },
    select(session, "check.bid", {
      label: text.group.bid,
      value: bid,
      options: named,
      choose: choose((chosen) => (checking.bid = chosen)),
    }),
    areas.length > 2 &&
      select(session, "check.area", {
        label: text.check.area,
        value: checking.area,
        options: areas,
        choose: choose((chosen) => (checking.area = chosen)),
      }),
    select(session, "check.filter", {
      label: text.check.show,
      value: checking.filter,
      options: filters,
      choose: choose(setFilter),
    }),
    list.some(({ isReadTwice }) => isReadTwice) && readerChoice(session),
  );
}

/** Does what a choice changes, and shows the first requirement of those that are then shown. */
function choosing(
  session: Session,
): (change: (chosen: string) => void) => (chosen: string) => void {
  return (change) => (chosen) => {
    change(chosen);
    session.checking.at = undefined;
    session.show();
  };
}

function readerChoice(session: Session): HTMLElement {
  const { checking, text } = session;
  const setReader = (chosen: string) =>
    (checking.reader = chosen === "second" ? "second" : "first");
  return select(session, "check.reader", {
    label: text.check.reader,
    value: checking.reader,
    options: readerOptions(session),
    choose: choosing(session)(setReader),
  });
}

/** Every area with how much is left in it, after the choice of all. */
function areaOptions({ checking, text }: Session, list: readonly CheckAnswer[]): Option[] {
  const { reader } = checking;
  const areas = [...new Set(list.map(({ area }) => area).filter((area) => area !== ""))];
  const left = (area: string) => listed(list, { area, reader, filter: "unchecked" }).length;
  return [
    ["", text.check.allAreas],
    ...areas.map((area): Option => [area, text.check.left(area, left(area))]),
  ];
}

function readerOptions({ text }: Session): Option[] {
  return [
    ["first", text.check.readers.first],
    ["second", text.check.readers.second],
  ];
}

type Option = readonly [value: string, word: string];

/** A choice of what is shown, which is no draft. */
function select(
  session: Session,
  name: OwnField,
  {
    label,
    value,
    options,
    choose,
  }: {
    readonly label: string;
    readonly value: string;
    readonly options: readonly Option[];
    readonly choose: (value: string) => void;
  },
): HTMLElement {
  const id = newId();
  return h(
    "div",
    { class: "field", "data-name": `choose ${name}` },
    labelWithHelp(session, id, { name, label }),
    h(
      "select",
      {
        id,
        onchange: (event: Event) => choose((event.currentTarget as HTMLSelectElement).value),
      },
      options.map(([code, word]) => h("option", { value: code, selected: code === value }, word)),
    ),
  );
}

type Shown = {
  readonly bid: string;
  readonly item: CheckAnswer;
  /** What the reader has to check, in order. */
  readonly list: readonly CheckAnswer[];
};

function card(session: Session, shown: Shown): HTMLElement {
  const { text, checking } = session;
  const { item, bid } = shown;
  const verdict = verdictOf(item, checking.reader);
  const isFirst = checking.reader === "first";
  return h(
    "div",
    {
      class: "card",
      role: "group",
      tabindex: "0",
      "aria-label": text.check.card(item.id),
      "data-name": "check card",
      onkeydown: (event: KeyboardEvent) => pressKey(session, shown, event),
    },
    h("p", { class: "hint" }, [item.id, item.kind, item.area].filter(Boolean).join(" · ")),
    h("p", { class: "asked" }, item.text),
    facts(session, item),
    isFirst
      ? answerView(session, item.answerField)
      : findingsBeside(session, aboutAnswer(session, item)),
    isFirst && [
      textField(session, fieldName("reference", shown), text.check.reference, {
        begins: item.reference,
      }).view,
      textField(session, fieldName("note", shown), text.check.note, {
        begins: item.note,
        rows: 2,
      }).view,
    ],
    h(
      "div",
      { class: "ways" },
      verdicts
        .filter((each) => isFirst || each !== "clarification")
        .map((each) => verdictButton(session, shown, each, verdict)),
    ),
    isFirst && verdict === "clarification" && requestButton(session, shown),
    taskMessage(session, taskName(bid, item)),
    h("p", { class: "hint" }, isFirst ? text.check.keysHint : text.check.secondHint),
    turnButtons(session, shown),
  );
}

/** To the form where the question is put, with what it is about filled in. */
function requestButton(session: Session, { bid, item }: Shown): Child {
  const { text, drafts, known } = session;
  if (!known?.acts.some(({ act }) => act === "clarify")) return undefined;
  return button(
    "request clarification",
    text.check.request,
    () => {
      drafts.enter("clarify.bid", bid, "");
      drafts.enter("clarify.subject", "requirement", "");
      drafts.enter("clarify.of", item.id, "");
      drafts.unfold("clarify", true);
      session.chosen.set(actList("checks"), "clarify");
      session.go("requirements", "questions");
      session.bringTo({ name: "clarify.question", isFocused: true, block: "center" });
    },
    "link",
  );
}

function turnButtons(session: Session, shown: Shown): HTMLElement {
  const { text } = session;
  return h(
    "div",
    { class: "ways" },
    button("check previous", text.walk.previous, () => move(session, shown, -1), "subtle"),
    button("check next", text.walk.next, () => move(session, shown, 1), "subtle"),
  );
}

/** How it is verified, what the bidder answered, and who has judged it. */
function facts({ text, checking }: Session, item: CheckAnswer): Child {
  const { verification, checkedBy } = item;
  // The first reader has the answer in a field.
  const answer = checking.reader === "first" ? "" : item.answer;
  const judged = checking.reader === "first" ? checkedBy : item.secondReader;
  const lines: readonly Option[] = [
    [text.check.verification, verification],
    [text.check.answer, answer],
    [text.check.checkedBy, judged],
  ];
  return h(
    "dl",
    {},
    lines.map(([term, said]) => said !== "" && [h("dt", {}, term), h("dd", {}, said)]),
  );
}

function aboutAnswer({ known }: Session, { answerField }: CheckAnswer): FindingAnswer[] {
  return known?.findings.filter(({ place }) => place === answerField.place) ?? [];
}

function verdictButton(
  session: Session,
  shown: Shown,
  verdict: (typeof verdicts)[number],
  now: Verdict,
): HTMLElement {
  const { text } = session;
  const [label, keys] = [text.check.verdicts[verdict], text.check.keys[verdict]];
  return h(
    "button",
    {
      type: "button",
      class: "verdict-key",
      "data-name": `judge ${verdict}`,
      "aria-pressed": now === verdict ? "true" : "false",
      "aria-keyshortcuts": keys.join(" ").toUpperCase(),
      onclick: () => judge(session, shown, verdict),
    },
    label,
    " ",
    h("kbd", { "aria-hidden": "true" }, keys[0].toUpperCase()),
  );
}

/** Single keys count outside the fields only; Ctrl and Enter in a field sends what was found again. */
function pressKey(session: Session, shown: Shown, event: KeyboardEvent): void {
  const act = actOf(session, shown, event);
  if (!act) return;
  // The key itself is not typed in the field that gets the focus.
  event.preventDefault();
  act();
}

/** What a key does; undefined for one that does nothing here. */
function actOf(
  session: Session,
  shown: Shown,
  { key, ctrlKey, metaKey, altKey, target }: KeyboardEvent,
): (() => void) | undefined {
  const { reader } = session.checking;
  const verdict = verdictOf(shown.item, reader);
  if ((ctrlKey || metaKey) && key === "Enter")
    return verdict === "" ? undefined : () => judge(session, shown, verdict);
  // From a field to the card, where the keys judge.
  const isField = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement].some(
    (kind) => target instanceof kind,
  );
  if (key === "Escape" && isField)
    return () => session.bringTo({ name: "check card", isFocused: true });
  if (ctrlKey || metaKey || altKey || isField) return undefined;
  if (key === "ArrowRight") return () => move(session, shown, 1);
  if (key === "ArrowLeft") return () => move(session, shown, -1);
  const found = verdicts.find((each) => session.text.check.keys[each].includes(key.toLowerCase()));
  if (!found || (reader === "second" && found === "clarification")) return undefined;
  return () => judge(session, shown, found);
}

function move(session: Session, { list, item }: Shown, by: 1 | -1): void {
  const at = list.findIndex(({ id }) => id === item.id);
  session.checking.at = list[Math.min(Math.max(at + by, 0), list.length - 1)]?.id;
  session.bringTo({ name: "check card", isFocused: true, block: "nearest" });
}

/** Shows the verdict at once, writes it, and goes on to the next requirement. */
function judge(session: Session, shown: Shown, verdict: Exclude<Verdict, "">): void {
  const { checking, drafts } = session;
  const { bid, item } = shown;
  const { reader } = checking;
  const typed = {
    reference: drafts.entry(fieldName("reference", shown), item.reference).trim(),
    note: drafts.entry(fieldName("note", shown), item.note).trim(),
  };
  // A requirement that is not met needs the reason that the bidder will be given.
  const needsReason = reader === "first" && verdict !== "met" && typed.note === "";
  checking.at = needsReason ? item.id : nextUnchecked(shown.list, item.id, reader);
  // Refused at once, it leads back to the requirement.
  send(session, bid, { item, after: judged(item, reader, verdict, typed) });
  session.announce(session.text.check.found(item.id, session.text.check.verdicts[verdict]));
  session.bringTo({
    name: needsReason ? fieldName("note", shown) : "check card",
    isFocused: true,
    block: "nearest",
  });
}

function judged(
  item: CheckAnswer,
  reader: "first" | "second",
  verdict: Exclude<Verdict, "">,
  typed: Pick<CheckAnswer, "reference" | "note">,
): CheckAnswer {
  if (reader === "first") return { ...item, ...typed, verdict };
  return verdict === "clarification" ? item : { ...item, secondVerdict: verdict };
}

type Change = { readonly item: CheckAnswer; readonly after: CheckAnswer };

/** Writes what was found; where it is refused, the requirement is shown again with the reason. */
function send(session: Session, bid: string, { item, after }: Change): void {
  const { checking, text, drafts } = session;
  const { reader } = checking;
  const { written, refused } = checking.send(bid, after);
  const fields = (["reference", "note"] as const)
    .map((key) => fieldName(key, { bid, item }))
    .map((field) => [field, drafts.entry(field, "")] as const);
  const entry = {
    bid,
    requirement: item.id,
    reader,
    seen: verdictOf(item, reader),
    verdict: verdictOf(after, reader),
    reference: after.reference,
    note: after.note,
  };
  void session.run(taskName(bid, item), text.check.card(item.id), async () => {
    let undo: UndoAnswer | undefined;
    try {
      const by = expectName(session);
      const answer = await session.ask("enterVerdict", entry, by);
      if (!answer.kept) throw new RpcFailure("not-entered", {}, answer.why);
      ({ undo } = answer);
    } catch (error) {
      refused();
      Object.assign(checking, { at: item.id, bid });
      throw error;
    }
    written();
    session.noteUndo(undo);
    // What has been typed since then is not sent yet.
    for (const [field, typed] of fields) drafts.sent(field, typed);
    session.noteWritten();
    session.noteChange();
  });
}

function taskName(bid: string, { id }: CheckAnswer): string {
  return `check ${bid} ${id}`;
}

function fieldName(
  key: "reference" | "note",
  { bid, item }: Pick<Shown, "bid" | "item">,
): FieldName {
  return `check.${key} ${bid} ${item.id}`;
}
