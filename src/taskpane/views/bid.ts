/**
 * A bid as a form, in the step Krav: who hands it in, and its prices, each value entered when its field is
 * left. Many price rows are folded by their kind. What is recorded is read, with why, until the reader
 * asks to correct it. It decides neither what is fixed nor what is wrong.
 */
import type { BidLine, FindingAnswer, PlacedField } from "../../case/answers";
import type { BidForm, PriceGroup } from "../../case/bid-answers";
import { button, fold, taskMessage } from "../controls";
import type { FieldName } from "../drafts";
import type { Child } from "../element";
import { h } from "../element";
import { lookUpName } from "../look-ups";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";
import { changesView } from "./changes";
import { findingsBeside } from "./finding-list";
import { chooser } from "./parts";
import { readFields, sheetFieldView } from "./sheet-field";

/** The number of prices of one kind shown at first; a button shows the rest. */
const firstPrices = 30;

/** The list of bids, by which the session remembers the one that is shown. */
export const bidList = "bids";

export function bidFold(bid: string): string {
  return `bid ${bid}`;
}

export function priceFold(bid: string, group: string): string {
  return `prices ${group} ${bid}`;
}

export function bidFieldName(place: string): FieldName {
  return `offered ${place}`;
}

/** Every bid, with how far its price has come and its form inside. */
export function bidsListView(session: Session, bids: readonly BidLine[]): Child {
  const items = bids.map(({ bid, name, said }) => ({
    name: bidFold(bid),
    label: name,
    title: [h("span", { class: "folded" }, name), h("span", { class: "conclusion" }, said)],
    inside: () => bidView(session, bid, name),
  }));
  return chooser(session, bidList, items);
}

/** The form as it was, until it has been read again: someone may be typing in its next field. */
function bidView(session: Session, bid: string, name: string): Child {
  const form = session.lookUp(name, "bidForm", bid);
  if (form) session.bidForms.set(bid, form);
  const shown = form ?? session.bidForms.get(bid);
  const failure = taskMessage(session, lookUpName("bidForm", bid));
  if (shown) return [failure, formView(session, shown)];
  return failure ?? h("p", { class: "hint" }, session.text.working);
}

function about({ known }: Session, place: string): FindingAnswer[] {
  return (known?.findings ?? []).filter((each) => each.place === place);
}

function formView(session: Session, form: BidForm): Child {
  const { bid, place, register, sealed, prices } = form;
  const [whole, ...groups] = prices;
  const fields = [...register, ...prices.flatMap((group) => group.fields)];
  bringToSought(session, form, fields);
  return [
    h("p", { class: "hint" }, session.text.bids.hint),
    findingsBeside(session, about(session, place)),
    fields.some(({ canCorrect }) => canCorrect) && correctView(session, bid),
    fieldsView(session, bid, register),
    sealed !== "" && h("p", { class: "open", "data-name": `sealed ${bid}` }, sealed),
    whole && fieldsView(session, bid, whole.fields),
    groups.length === 1
      ? groups.map((group) => [
          h("h4", {}, titleOf(session, group)),
          pricesView(session, bid, group),
        ])
      : groups.map((group) =>
          fold(session, priceFold(bid, group.name), titleOf(session, group), () =>
            pricesView(session, bid, group),
          ),
        ),
    isPriceChanged(session, fields) && changesView(session, "result"),
  ];
}

/** Opens what the field that the reader was led to stands in, and brings her there. */
function bringToSought(
  session: Session,
  { bid, prices }: BidForm,
  all: readonly PlacedField[],
): void {
  const field = all.find(({ place }) => place === session.sought);
  if (!field) return;
  session.sought = undefined;
  const group = prices.find(({ fields }) => fields.includes(field));
  const fold = priceFold(bid, group?.name ?? "");
  for (const name of [fold, `all ${fold}`]) session.drafts.unfold(name, true);
  if (field.canCorrect) session.drafts.unfold(correcting(bid), true);
  session.aim = { name: bidFieldName(field.place), isFocused: true, block: "center" };
}

/** The name of the mark that what is recorded of a bid is being corrected. */
function correcting(bid: string): string {
  return `correct bid ${bid}`;
}

function correctView(session: Session, bid: string): Child {
  const { details, bids } = session.text;
  const isOpen = session.drafts.isUnfolded(correcting(bid));
  return [
    button(correcting(bid), isOpen ? details.stopCorrecting : details.correct, () =>
      session.unfold(correcting(bid), !isOpen),
    ),
    isOpen && h("p", { class: "open" }, bids.correcting),
  ];
}

function titleOf({ text }: Session, { title, left }: PriceGroup): Child {
  return left === 0 ? title : [title, h("span", { class: "open" }, ` ${text.bids.left(left)}`)];
}

/** A change of a price that waits to be recorded; one of the register is above, in the same step. */
function isPriceChanged({ known }: Session, fields: readonly PlacedField[]): boolean {
  const own = new Set(fields.map(({ place }) => place));
  return known?.changes.result.shown.some(({ place }) => own.has(place)) === true;
}

function pricesView(session: Session, bid: string, { name, fields }: PriceGroup): Child {
  const all = `all ${priceFold(bid, name)}`;
  const isWhole = fields.length <= firstPrices || session.drafts.isUnfolded(all);
  return [
    fieldsView(session, bid, isWhole ? fields : fields.slice(0, firstPrices)),
    !isWhole &&
      button(all, session.text.showMore(fields.length - firstPrices), () =>
        session.unfold(all, true),
      ),
  ];
}

/** The fields that can be typed in; what is fixed is read above them, with why. */
function fieldsView(session: Session, bid: string, fields: readonly PlacedField[]): Child {
  const isOpen = ({ fixed, canCorrect }: PlacedField) =>
    fixed === "" || (canCorrect && session.drafts.isUnfolded(correcting(bid)));
  const readOnly = fields.filter((field) => !isOpen(field));
  const open = fields.filter(isOpen);
  return [
    [...new Set(readOnly.map(({ fixed }) => fixed))].map((why) => [
      h("p", { class: "hint" }, why),
      readFields(readOnly.filter(({ fixed }) => fixed === why)),
    ]),
    open.length > 0 &&
      h(
        "div",
        { class: "fields" },
        open.map((field) => fieldView(session, field)),
      ),
  ];
}

function fieldView(session: Session, field: PlacedField): HTMLElement {
  const { place } = field;
  const name = bidFieldName(place);
  return sheetFieldView(session, field, {
    name,
    // That a row has no price is seen in its field, and how many have none above them.
    found: about(session, place).filter(({ code }) => code !== "unit-price-missing"),
    send: async (text) => {
      const entry = await session.ask("enterBid", { texts: { [place]: text } });
      if (!entry.kept) throw new RpcFailure("not-entered", {}, reasonOf(entry));
      session.noteWritten();
      session.drafts.sent(name, text);
      return entry.known ?? session.ask("take");
    },
  });
}

function reasonOf({
  why,
  problems,
}: {
  readonly why: string;
  readonly problems: readonly { readonly text: string }[];
}): string {
  const texts = [why, ...new Set(problems.map(({ text }) => text))];
  return texts.filter((each) => each !== "").join(" ");
}

/** The name of the mark that recorded answers are being corrected. */
const correctingAnswers = "correct answers";

/** What the bidder answers to a requirement: typed where it is judged, or read with why it is fixed. */
export function answerView(session: Session, answer: PlacedField): Child {
  const { details, check } = session.text;
  const field = { ...answer, label: check.answer };
  const isOpen = field.fixed === "" || session.drafts.isUnfolded(correctingAnswers);
  if (isOpen && (field.fixed === "" || field.canCorrect)) return fieldView(session, field);
  return [
    readFields([field]),
    h("p", { class: "hint" }, field.fixed),
    field.canCorrect &&
      button(correctingAnswers, details.correct, () => session.unfold(correctingAnswers, true)),
    findingsBeside(session, about(session, field.place)),
  ];
}
