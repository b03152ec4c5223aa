/**
 * The procurement itself as a form, in the step Start: each value entered when its field is left, with its
 * help and the findings about it. What is recorded is read, with why, until the reader asks to correct
 * it; the change is then recorded where it was made. It decides neither what is fixed nor what is wrong.
 */
import type { FindingAnswer, ProcurementField, ProcurementForm } from "../../case/answers";
import { button, fold } from "../controls";
import type { FieldName } from "../drafts";
import type { Child } from "../element";
import { h } from "../element";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";
import { changesView } from "./changes";
import { readFields, sheetFieldView } from "./sheet-field";

type Group = ProcurementForm["groups"][number];

/** The fold of the form, and that of one of its groups. */
const procurementFold = "procurement";

function groupFold(name: string): string {
  return `procurement ${name}`;
}

/** The name of the mark that what is recorded is being corrected. */
const correcting = "correct procurement";

export function fieldNameOf(place: string): FieldName {
  return `details ${place}`;
}

/** Opens the form and a group of it, and what is recorded of it where that is what is meant. */
export function unfoldProcurement(session: Session, { name, fields }: Group, place: string): void {
  const { drafts } = session;
  drafts.unfold(procurementFold, true);
  if (name !== "") drafts.unfold(groupFold(name), true);
  if (fields.some((field) => field.place === place && field.fixed !== ""))
    drafts.unfold(correcting, true);
}

export function procurementView(session: Session): Child {
  const { known, text } = session;
  const form = known?.procurement;
  return (
    form &&
    fold(session, procurementFold, h("span", { class: "folded" }, text.details.title), () =>
      formView(session, form),
    )
  );
}

/** The values that keep the workbook from being read, where they can be mended here. */
export function faultyProcurementView(session: Session): Child {
  const { known } = session;
  const faulty = (known?.procurement?.groups ?? [])
    .flatMap(({ fields }) => fields)
    .filter(({ place }) => about(session, place).some(isBlocking));
  return (
    faulty.length > 0 &&
    h(
      "div",
      { class: "fields" },
      faulty.map((field) => fieldView(session, field)),
    )
  );
}

function isBlocking({ severity }: FindingAnswer): boolean {
  return severity === "blocking";
}

function about({ known }: Session, place: string): FindingAnswer[] {
  return (known?.findings ?? []).filter((each) => each.place === place);
}

function formView(session: Session, form: ProcurementForm): Child {
  const { text } = session;
  const [first, ...others] = form.groups;
  return [
    h("p", { class: "hint" }, text.details.hint),
    form.fixed !== "" && h("p", { class: "hint", "data-name": "procurement fixed" }, form.fixed),
    form.canCorrect && correctView(session),
    first && groupView(session, form, first),
    others.map((group) =>
      fold(session, groupFold(group.name), titleOf(session, group), () =>
        groupView(session, form, group),
      ),
    ),
    isAnyChanged(session) && changesView(session, "requirements"),
  ];
}

/** Opens what is recorded to be typed in, and closes it again. */
function correctView(session: Session): Child {
  const { details } = session.text;
  const isOpen = session.drafts.isUnfolded(correcting);
  return [
    button(correcting, isOpen ? details.stopCorrecting : details.correct, () =>
      session.unfold(correcting, !isOpen),
    ),
    isOpen && h("p", { class: "open" }, details.correcting),
  ];
}

function titleOf(session: Session, { title, fields }: Group): Child {
  const count = fields.flatMap(({ place }) => about(session, place)).length;
  return count === 0
    ? title
    : [title, h("span", { class: "open" }, ` ${session.text.details.findings(count)}`)];
}

/** A change of the procurement's own values that waits to be recorded. */
function isAnyChanged({ known }: Session): boolean {
  const own = new Set(known?.procurement?.groups.flatMap(({ fields }) => fields.map(placeOf)));
  return known?.changes.requirements.shown.some(({ place }) => own.has(place)) === true;
}

function placeOf({ place }: ProcurementField): string {
  return place;
}

function groupView(session: Session, form: ProcurementForm, { fields }: Group): Child {
  const isOpen = ({ fixed, canCorrect }: ProcurementField) =>
    fixed === "" || (canCorrect && session.drafts.isUnfolded(correcting));
  // A field that is fixed for a reason of its own has it beside the value.
  const ownReasons = new Set(fields.map(({ fixed }) => fixed).filter((why) => why !== form.fixed));
  ownReasons.delete("");
  const readOnly = fields.filter((field) => !isOpen(field));
  return [
    readFields(readOnly.filter(({ fixed }) => fixed === form.fixed)),
    h(
      "div",
      { class: "fields" },
      fields.filter(isOpen).map((field) => fieldView(session, field)),
    ),
    [...ownReasons].map((why) => {
      const own = readOnly.filter(({ fixed }) => fixed === why);
      return own.length > 0 && [readFields(own), h("p", { class: "hint" }, why)];
    }),
  ];
}

function fieldView(session: Session, field: ProcurementField): HTMLElement {
  const { place } = field;
  const name = fieldNameOf(place);
  return sheetFieldView(session, field, {
    name,
    found: about(session, place),
    send: async (sent) => {
      const texts = togetherWith(session, field, sent);
      const entry = await session.ask("enterProcurement", { texts });
      if (!entry.kept) throw new RpcFailure("not-entered", {}, whyNot(entry));
      session.noteWritten();
      for (const [each, text] of Object.entries(texts))
        session.drafts.sent(fieldNameOf(each), text);
      return entry.known ?? session.ask("take");
    },
  });
}

/** What is typed in the field, and in those that mean nothing without it. */
function togetherWith(
  session: Session,
  { place, together }: ProcurementField,
  sent: string,
): { readonly [place: string]: string } {
  const fields = session.known?.procurement?.groups.flatMap((group) => group.fields) ?? [];
  const partners = together.flatMap((each) => {
    const partner = fields.find((field) => field.place === each);
    if (!partner || each === place) return [];
    return [[each, session.drafts.entry(fieldNameOf(each), partner.value)] as const];
  });
  return Object.fromEntries([...partners, [place, sent]]);
}

function whyNot({
  why,
  problems,
}: {
  readonly why: string;
  readonly problems: readonly { readonly text: string }[];
}): string {
  return [why, ...new Set(problems.map(({ text }) => text))]
    .filter((each) => each !== "")
    .join(" ");
}
