/**
 * The form of a row: a price row, what price rows name, or a criterion. The common fields come first
 * and the others are folded. It is looked up when it is unfolded; what is typed is a draft until it is
 * saved, and what cannot be is told beside its field.
 */
import type { RowField, RowForm, RowRefused, RowRequest } from "../../case/row-answers";
import { action, fold, form as enteredForm, lookUpView } from "../controls";
import type { FieldName, RowFormName } from "../drafts";
import type { Child } from "../element";
import { h } from "../element";
import type { Field } from "../fields";
import { choiceField, textField } from "../fields";
import { RpcFailure } from "../rpc";
import { findingsBeside } from "./finding-list";
import type { Session } from "../session";

/** Which form is shown: a row's, or that of a new one, with the words that its failure is known by. */
export type ShownForm = Pick<RowForm, "table" | "id" | "parent"> & {
  readonly add: string;
  /** What is done besides when a field of the form is typed in. */
  readonly whenTyped?: (form: RowForm) => void;
  /** What stands below the fields of a group. */
  readonly below?: (form: RowForm, group: string) => Child;
};

export function rowFormView(session: Session, shown: ShownForm): Child {
  const { table, id, parent = "", add } = shown;
  return lookUpView(session, add, ["rowForm", table, id, parent], (form) =>
    formView(session, form, shown),
  );
}

/**
 * The name of a row's form; a new criterion has one for each group that it may come under. An id may
 * hold a full stop, so a mark that no id holds ends it.
 */
export function formName({
  table,
  id,
  parent,
}: Pick<RowForm, "table" | "id" | "parent">): RowFormName {
  return `row ${table} ${parent === undefined ? id : `+${parent}`}|`;
}

function formView(session: Session, form: RowForm, shown: ShownForm): Child {
  const { text } = session;
  const name = formName(form);
  const [first, ...others] = form.groups;
  bringToSought(session, form);
  const typed = () => shown.whenTyped?.(form);
  const view = (fields: readonly RowField[]) =>
    linesOf(fields.filter((field) => isShown(session, form, field))).map((line) => {
      const views = line.map((field) => rowFieldView(session, name, field, typed));
      return line.length === 1 ? views : h("div", { class: "line" }, views);
    });
  const folded = others.map((group) =>
    fold(session, moreName(name, group.title), titleOf(session, form, group), () => [
      h("div", { class: "fields" }, view(group.fields)),
      shown.below?.(form, group.title),
    ]),
  );
  return enteredForm(
    name,
    h("div", { class: "fields" }, view(first?.fields ?? [])),
    // A criterion has few groups, and each of them is often needed.
    form.table === "criteria"
      ? folded
      : others.length > 0 && fold(session, moreName(name), text.prices.more, () => folded),
    action(
      session,
      { name, label: form.id === "" ? text.prices.add : text.prices.save, kind: "primary" },
      () => saveRow(session, form),
    ),
  );
}

/**
 * Brings the reader to the field that she was led to the form for: that of the place, or the first of a
 * place that has several. A place that has none in the form leads to its first field.
 */
function bringToSought(session: Session, form: RowForm): void {
  const { sought } = session;
  const name = formName(form);
  const groups = form.groups.map((group) => ({
    ...group,
    fields: group.fields.filter((field) => isShown(session, form, field)),
  }));
  const fields = groups.flatMap((group) => group.fields);
  const isOwn = (place: string) => place !== "" && sought?.startsWith(rowOfPlace(place)) === true;
  if (sought === undefined || !fields.some(({ place }) => isOwn(place))) return;
  const found =
    fields.find(({ place }) => place === sought) ??
    fields.find(({ place }) => place.startsWith(sought) && sought !== rowOfPlace(place)) ??
    fields[0];
  const group = groups.find((each) => found && each.fields.includes(found));
  if (!found || !group) return;
  session.sought = undefined;
  if (group.title !== "")
    for (const fold of [moreName(name), moreName(name, group.title)])
      session.drafts.unfold(fold, true);
  session.aim = { name: `${name}.${found.column}`, isFocused: true, block: "center" };
}

/** The row that a field's place is in, up to the first key. */
function rowOfPlace(place: string): string {
  return place.slice(0, place.indexOf("]") + 1);
}

/** Fields in the order of the form; those of one row of a list, as a level, stand beside each other. */
export function linesOf(fields: readonly RowField[]): RowField[][] {
  const rowOf = ({ column }: RowField) => /^\w+\.\d+\./.exec(column)?.[0];
  const lines: RowField[][] = [];
  for (const field of fields) {
    const last = lines.at(-1);
    const [row, before] = [rowOf(field), last?.[0] && rowOf(last[0])];
    if (last && row !== undefined && row === before) last.push(field);
    else lines.push([field]);
  }
  return lines;
}

/** The most characters of what a folded group holds that are shown in its title. */
const longestTitle = 60;

/** The fold of the fields that few rows need, or of a group of them. */
function moreName(form: RowFormName, group = ""): string {
  return `more ${form} ${group}`;
}

/** The title of a group, with what those of its fields hold that are shown. */
function titleOf(
  session: Session,
  form: RowForm,
  { title, fields }: RowForm["groups"][number],
): string {
  const shown = fields.filter((field) => isShown(session, form, field));
  const values = shown.flatMap(({ column, value }) =>
    value === "" || column === "id" ? [] : [value],
  );
  const held = values.join(", ");
  const short = held.length > longestTitle ? `${held.slice(0, longestTitle)} …` : held;
  return held === "" ? title : `${title}: ${short}`;
}

/** @param typed is told that something has been typed */
function rowFieldView(
  session: Session,
  form: RowFormName,
  field: RowField,
  typed: () => void,
): Child {
  const { value, place } = field;
  const name: FieldName = `${form}.${field.column}`;
  const found = place === "" ? [] : (session.known?.findings ?? []);
  const own = found.filter((each) => each.place === place);
  const isUnsaved = place !== "" && session.drafts.entry(name, value) !== value;
  return h(
    "div",
    { "data-name": `beside ${name}` },
    controlOf(session, name, field, typed).view,
    isUnsaved && h("p", { class: "open" }, session.text.prices.notSaved(value)),
    findingsBeside(session, own),
  );
}

function controlOf(
  session: Session,
  name: FieldName,
  { label, hint, value, kind, options }: RowField,
  typed: () => void,
): Field {
  const help = hint === "" ? {} : { hint };
  return kind === "choice"
    ? choiceField(session, name, label, {
        options: [{ code: "", word: session.text.model.blank }, ...options],
        begins: value,
        // Which fields there are may follow from what was chosen.
        whenChosen: () => {
          typed();
          session.show();
        },
        ...help,
      })
    : textField(session, name, label, {
        begins: value,
        whenTyped: typed,
        ...help,
        ...(kind === "number" ? { inputMode: "decimal" } : {}),
        ...(kind === "long" ? { rows: 2 } : {}),
      });
}

/** Whether a field is there with what the form now says. */
export function isShown(session: Session, form: RowForm, { shownFor }: RowField): boolean {
  if (!shownFor) return true;
  const { column, values } = shownFor;
  const fields = form.groups.flatMap((group) => group.fields);
  const { value = "" } = fields.find((each) => each.column === column) ?? {};
  return values.includes(session.drafts.entry(`${formName(form)}.${column}`, value));
}

/**
 * The texts of the fields that have been changed, by column; of a new row every field that holds
 * anything. A field that is not shown is not sent.
 */
export function typedTexts(session: Session, form: RowForm): RowRequest["texts"] {
  const isNew = form.id === "";
  const texts = form.groups
    .flatMap(({ fields }) => fields)
    .filter((field) => isShown(session, form, field))
    .map(({ column, value }) => {
      const typed = session.drafts.entry(`${formName(form)}.${column}`, value);
      return { column, typed, isSent: isNew ? typed.trim() !== "" : typed !== value };
    })
    .filter(({ isSent }) => isSent)
    .map(({ column, typed }) => [column, typed] as const);
  const under = form.parent === undefined ? {} : { parent: form.parent };
  return { ...under, ...Object.fromEntries(texts) };
}

/** Enters the fields that have been changed; a new row has all its fields sent that hold anything. */
async function saveRow(session: Session, form: RowForm): Promise<void> {
  const { text, drafts, tasks } = session;
  const { table, id } = form;
  const name = formName(form);
  tasks.forget((task) => task.name.startsWith(`${name}.`));
  const texts = typedTexts(session, form);
  if (Object.keys(texts).length === 0) return;
  await session.renew(async () => {
    const entry = await session.ask("enterRow", { table, id, texts });
    if (!entry.kept) return showProblems(session, form, entry);
    session.noteWritten();
    drafts.done(name);
    return entry.known ?? session.ask("take");
  });
  // The next row is typed where this one began.
  if (id === "") {
    drafts.unfold(name, true);
    session.bringTo({ name: `${name}.name`, isFocused: true });
  }
  session.announce(text.prices.saved);
}

/** Shows why a row was not entered, beside the fields it is about. What was typed stays. */
function showProblems(session: Session, rowForm: RowForm, { why, problems }: RowRefused): never {
  const { text, tasks, drafts } = session;
  const { groups } = rowForm;
  const form = formName(rowForm);
  const fields = groups.flatMap(({ title, fields: own }) =>
    own.map(({ column, label }) => [column, { title, label }] as const),
  );
  const known = new Map(fields);
  const beside = problems.filter(({ column }) => known.has(column));
  for (const { column, text: problem } of beside) {
    const { title = "", label = column } = known.get(column) ?? {};
    tasks.refuse(`${form}.${column}`, label, problem);
    if (title === "") continue;
    for (const name of [moreName(form), moreName(form, title)]) drafts.unfold(name, true);
  }
  const elsewhere = problems.filter((each) => !beside.includes(each)).map((each) => each.text);
  const [foremost] = beside;
  if (foremost) session.bringTo({ name: `${form}.${foremost.column}`, isFocused: true });
  throw new RpcFailure("row-refused", {}, [text.prices.notEntered, why, ...elsewhere].join(" "));
}
