/**
 * The acts of a procurement in the pane: the form of each, or that it has been done, and the
 * outcome of the last one. The case decides what is offered and what is refused.
 */
import type { ActForm, ActFormField, ActRequest, HandoutRequest } from "../../case/act-requests";
import type { ActAnswer } from "../../case/answers";
import type { Field } from "../fields";
import { action, fold, form as enteredForm, confirmedAction } from "../controls";
import { findings } from "./finding-list";
import type { FormName } from "../drafts";
import type { Child } from "../element";
import { h, newId } from "../element";
import { bytesOf, choiceField, fileInput, textField } from "../fields";
import { handOut } from "../hand-out";
import { isFilledIn, mustBeChosen, saidBeside } from "./act-fields";
import { labelWithHelp } from "../help";
import { RpcFailure } from "../rpc";
import type { GivenFile } from "../rpc-contract";
import type { Session } from "../session";
import type { Item } from "./parts";
import { chooser, isWide } from "./parts";
import { typedPreviewView } from "./typed-preview";

/**
 * Performs an act, and shows its outcome and the case after it.
 * @param form which form it was asked for in
 */
export async function perform(
  session: Session,
  { act, given = {} }: Pick<ActRequest, "act"> & Partial<Pick<ActRequest, "given">>,
  files: readonly File[] = [],
  form: FormName = act,
): Promise<void> {
  expectName(session);
  const read = await givenOf(files);
  const answer = await session.ask("perform", { act, given, by: session.who.trim() }, read);
  // The drafts of a refused act are kept.
  if (answer.message === "")
    return take(session, form === act ? saidBeside(session, act, answer) : answer, {
      refusedForm: form,
    });
  session.drafts.done(form);
  take(session, answer);
}

/** @throws RpcFailure where nobody has said who it is; the field for it then has the focus */
export function expectName(session: Session): string {
  const who = session.who.trim();
  if (who !== "") return who;
  session.bringTo({ name: "who", isFocused: true, block: "nearest" });
  throw new RpcFailure("unsaid", {}, session.text.group.whoMissing);
}

function givenOf(files: readonly File[]): Promise<GivenFile[]> {
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: await bytesOf(file) })));
}

/**
 * Makes files or sheets of the case, and saves the files for the user.
 * @param lots the workbooks of the other lots, for papers about all of them
 */
export async function make(
  session: Session,
  request: HandoutRequest,
  lots: readonly File[] = [],
): Promise<void> {
  const answer = await session.ask("handOut", request, await givenOf(lots));
  const areFilesRefused = !(await handOutAll(answer.files));
  session.handsOutFiles &&= !areFilesRefused || session.where === "file";
  take(session, answer, { areFilesRefused });
}

/** @returns false as soon as one is refused, since the others would be too */
async function handOutAll(files: ActAnswer["files"]): Promise<boolean> {
  for (const { name, bytes } of files) {
    if (!handOut(name, bytes)) return false;
    // A browser limits how many downloads begin at once.
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return true;
}

/** Shows what came of an act or a handout, and the case after it. */
export function take(
  session: Session,
  answer: ActAnswer,
  more: Pick<NonNullable<Session["outcome"]>, "refusedForm" | "areFilesRefused"> = {},
): void {
  if (answer.isWritten) session.noteWritten();
  // Making files does not change the case, so an earlier verification still holds.
  if (answer.isWritten || answer.files.length === 0) session.take(answer.known);
  session.outcome = { ...answer, ...more };
  session.bringTo({ name: "outcome", isFocused: false, block: "nearest" });
  session.announce(
    [answer.message, ...answer.conflicts, ...answer.findings.map(({ text }) => text)].join(" "),
  );
}

/** The field for the user's name, which every act needs. */
export function nameView(session: Session): HTMLElement {
  const id = newId();
  const input = h("input", {
    type: "text",
    id,
    value: session.who,
    autocomplete: "off",
    oninput: (event: Event) => session.rememberWho((event.currentTarget as HTMLInputElement).value),
  });
  return h(
    "div",
    { class: "field", "data-name": "who" },
    labelWithHelp(session, id, { name: "who", label: session.text.group.who }),
    input,
  );
}

/**
 * The outcome of the last act or handout.
 * @param form the form that it is asked for in; without one, what is shown in no form
 */
export function outcomeView(session: Session, form?: ActForm["act"]): Child {
  const { text, outcome } = session;
  if (!outcome || formRefused(session) !== form) return undefined;
  const { message, conflicts, findings: found, files } = outcome;
  return h(
    "div",
    { class: "outcome", role: "status", tabindex: "-1", "data-name": "outcome" },
    outcome.isEarlier && h("p", { class: "open note" }, text.askAgain),
    outcome.refusedForm !== undefined &&
      h("p", { class: "bad" }, found.length > 0 ? text.group.refused : text.group.refusedBeside),
    message !== "" && h("p", { class: "good" }, message),
    files.length > 0 && filesView(session, outcome),
    conflicts.length > 0 && [
      h("p", { class: "bad" }, text.group.conflicts(conflicts.length)),
      h(
        "ul",
        { class: "pointers" },
        conflicts.map((each) => h("li", {}, each)),
      ),
    ],
    found.length > 0 && findings(session, found),
  );
}

/** The form with the reasons why it was refused, where it is one that the pane draws open. */
function formRefused({ known, outcome }: Session): ActForm["act"] | undefined {
  return known?.acts.find(
    ({ act, done, fields }) => act === outcome?.refusedForm && done === "" && !isFileForm(fields),
  )?.act;
}

/** The files that were saved, or that saving was refused. */
function filesView(
  { text, where }: Session,
  { files, areFilesRefused }: NonNullable<Session["outcome"]>,
): HTMLElement {
  const names = files.map(({ name }) => name).join(", ");
  if (!areFilesRefused) return h("p", {}, text.group.filesSaved(names));
  const refused = where === "excel" ? text.award.filesRefused : text.begin.fileRefused;
  return h("p", { class: "bad" }, refused(names));
}

/** The name by which the session remembers which form of a phase is shown in a wide view. */
export function actList(phase: ActForm["phase"]): string {
  return `acts ${phase}`;
}

/**
 * The acts of one phase: in the order of the registry in a narrow pane, each form folded; in a wide one
 * the forms are listed beside the chosen one, below what is done at once.
 */
export function actViews(session: Session, phase: ActForm["phase"]): Child {
  const acts = session.known?.acts.filter((each) => each.phase === phase) ?? [];
  const items = acts.filter(isForm).map((each): Item => ({
    name: each.act,
    label: each.title,
    title: each.title,
    inside: () => formView(session, each),
  }));
  if (!isWide())
    return acts.map((each) =>
      isForm(each)
        ? fold(session, each.act, each.title, () => formView(session, each))
        : actView(session, each),
    );
  return [
    acts.filter((each) => !isForm(each)).map((each) => actView(session, each)),
    items.length > 0 && chooser(session, actList(phase), items),
  ];
}

/** The name of what an act is done in: its fold or its choice, or the place of one that is done at once. */
export function actName(form: ActForm): string {
  return isForm(form) ? form.act : `act ${form.act}`;
}

/** Whether an act is a form of its own, so that the view stays an overview of the acts. */
function isForm({ done, fields, hint }: ActForm): boolean {
  return (
    done === "" &&
    !isFileForm(fields) &&
    (hint !== "" || fields.some(({ isRequired }) => isRequired))
  );
}

/** What is done, or what is done at once. */
function actView(session: Session, form: ActForm): Child {
  if (form.done !== "")
    return h("p", { class: "good", "data-name": `done ${form.act}` }, form.done);
  return h(
    "div",
    { "data-name": actName(form) },
    isFileForm(form.fields) ? fileAct(session, form) : formView(session, form),
  );
}

function formView(session: Session, form: ActForm): Child {
  const { act, label, hint, warning } = form;
  const fields = form.fields
    .filter((each) => !isFile(each))
    .map((each) => ({ ...each, ...fieldView(session, act, each) }));
  const given = () => Object.fromEntries(fields.map(({ name, value }) => [name, value()]));
  const isReady = () => isFilledIn(session, form, fields);
  const work = async () => {
    if (isReady()) await perform(session, { act, given: given() });
  };
  const content = [
    hint !== "" && h("p", { class: "hint" }, hint),
    // A file is sent when it is chosen; what is written below is an alternative to it.
    form.fields
      .filter(isFile)
      .map(({ name, label: choice, accept }) =>
        fileInput(session, `${act}.${name}`, { label: choice, accept }, (...files) =>
          perform(session, { act }, files),
        ),
      ),
    fields.map((field) => [
      field.view,
      field.isPreviewed && typedPreviewView(session, act, field, field.value()),
    ]),
    outcomeView(session, act),
    warning === ""
      ? action(session, { name: act, label, kind: "primary" }, work)
      : confirmedAction(session, { name: act, label, warning, isReady }, work),
  ];
  return warning === "" ? enteredForm(act, content) : content;
}

function isFile({ kind }: ActFormField): boolean {
  return kind === "file" || kind === "files";
}

function isFileForm(fields: readonly ActFormField[]): boolean {
  return fields.length > 0 && fields.every(isFile);
}

/** The form of an act that takes only files is a file field. */
function fileAct(session: Session, { act, label, hint, fields }: ActForm): Child {
  const isSeveral = fields.some(({ kind }) => kind === "files");
  const help = `${act}.${fields[0]?.name ?? ""}` as const;
  return [
    fileInput(session, act, { label, isSeveral, help }, (...files) =>
      perform(session, { act }, files),
    ),
    hint !== "" && h("p", { class: "hint" }, hint),
  ];
}

function fieldView(session: Session, form: ActForm["act"], field: ActFormField): Field {
  const { name, label, hint, begins, options, kind, isPreviewed } = field;
  const hinted = hint === "" ? {} : { hint };
  const tall = kind === "long" ? { rows: 2 } : {};
  if (kind !== "choice")
    return textField(session, `${form}.${name}`, label, {
      begins,
      ...hinted,
      ...tall,
      ...(isPreviewed ? { whenTyped: () => session.show() } : {}),
    });
  // Nothing is chosen in anyone's place: what is sent has been chosen by someone.
  const none = { code: "", word: session.text.group.choose };
  return choiceField(session, `${form}.${name}`, label, {
    options: mustBeChosen(field) ? [none, ...options] : options,
    ...hinted,
  });
}
