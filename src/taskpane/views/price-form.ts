/**
 * What is priced, as forms: the price rows, and the authorities, contract periods, delivery models and
 * indexes that they name. The common fields come first and the others are folded. Each form is looked
 * up when it is unfolded; what is typed is a draft until it is saved.
 */
import type { RowField, RowForm, RowList, RowRefused } from "../../case/row-answers";
import { action, button, fold, lookUpView, section } from "../controls";
import type { FieldName, RowFormName } from "../drafts";
import type { Child } from "../element";
import { h } from "../element";
import type { Field } from "../fields";
import { choiceField, textField } from "../fields";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";

/** The number of rows shown at first; a button shows the rest. */
const firstRows = 30;

export function priceFormView(session: Session): Child {
  const { text, known } = session;
  if (!known?.priceForm) return undefined;
  const { isPublished, lists } = known.priceForm;
  return section(
    text.prices.title,
    h("p", { class: "hint" }, isPublished ? text.prices.published : text.prices.hint),
    lists.map((list) =>
      list.table === "prices"
        ? rowsView(session, list, isPublished)
        : // A list that nothing can be added to is shown where it has something.
          (!isPublished || list.rows.length > 0) &&
          fold(session, `list ${list.table}`, `${list.title} (${list.rows.length})`, [
            h("p", { class: "hint" }, list.hint),
            rowsView(session, list, isPublished),
          ]),
    ),
  );
}

function rowsView(session: Session, list: RowList, isPublished: boolean): Child {
  const { table, rows, add } = list;
  const isWhole = rows.length <= firstRows || session.drafts.isUnfolded(`rows ${table}`);
  const shown = isWhole ? rows : rows.slice(0, firstRows);
  return [
    isPublished
      ? h(
          "ul",
          {},
          shown.map(({ text }) => h("li", {}, text)),
        )
      : shown.map(({ id, text }) =>
          fold(session, `row ${table} ${id}`, text, () => formLookUp(session, list, id)),
        ),
    !isWhole &&
      button(`more ${table}`, session.text.showMore(rows.length - firstRows), () =>
        session.unfold(`rows ${table}`, true),
      ),
    !isPublished && fold(session, `row ${table} `, add, () => formLookUp(session, list, "")),
  ];
}

function formLookUp(session: Session, { table, add }: RowList, id: string): Child {
  return lookUpView(session, add, ["rowForm", table, id], (form) => formView(session, form));
}

function formView(session: Session, form: RowForm): Child {
  const { text } = session;
  const name: RowFormName = `row ${form.table} ${form.id}`;
  const save = () => session.press(name, text.prices.save, () => saveRow(session, form));
  const [first, ...others] = form.groups;
  const view = (field: RowField) => rowFieldView(session, name, field, save);
  return [
    h("div", { class: "fields" }, first?.fields.map(view)),
    others.length > 0 &&
      fold(session, moreName(name), text.prices.more, () =>
        others.map((group) =>
          fold(session, moreName(name, group.title), titleOf(group), () =>
            h("div", { class: "fields" }, group.fields.map(view)),
          ),
        ),
      ),
    action(
      session,
      { name, label: form.id === "" ? text.prices.add : text.prices.save, kind: "primary" },
      () => saveRow(session, form),
    ),
  ];
}

/** The fold of the fields that few rows need, or of a group of them. */
function moreName(form: RowFormName, group = ""): string {
  return `more ${form} ${group}`;
}

/** The title of a group, with what its fields hold. */
function titleOf({ title, fields }: RowForm["groups"][number]): string {
  const values = fields.flatMap(({ column, value }) =>
    value === "" || column === "id" ? [] : [value],
  );
  return values.length === 0 ? title : `${title}: ${values.join(", ")}`;
}

function rowFieldView(
  session: Session,
  form: RowFormName,
  field: RowField,
  whenEntered: () => void,
): Child {
  const { value, place } = field;
  const name: FieldName = `${form}.${field.column}`;
  const found = place === "" ? [] : (session.known?.findings ?? []);
  const own = found.filter((each) => each.place === place);
  const isUnsaved = place !== "" && session.drafts.entry(name, value) !== value;
  return h(
    "div",
    { "data-name": `beside ${name}` },
    controlOf(session, name, field, whenEntered).view,
    isUnsaved && h("p", { class: "open" }, session.text.prices.notSaved(value)),
    own.length > 0 &&
      h(
        "ul",
        { class: "findings" },
        own.map((each) => h("li", { class: each.severity }, each.text)),
      ),
  );
}

function controlOf(
  session: Session,
  name: FieldName,
  { label, hint, value, kind, options }: RowField,
  whenEntered: () => void,
): Field {
  const help = hint === "" ? {} : { hint };
  return kind === "choice"
    ? choiceField(session, name, label, {
        options: [{ code: "", word: session.text.model.blank }, ...options],
        begins: value,
        ...help,
      })
    : textField(session, name, label, {
        begins: value,
        whenEntered,
        ...help,
        ...(kind === "number" ? { inputMode: "decimal" } : {}),
      });
}

/** Enters the fields that have been changed; a new row has all its fields sent that hold anything. */
async function saveRow(session: Session, form: RowForm): Promise<void> {
  const { text, drafts, tasks } = session;
  const { table, id, groups } = form;
  const name: RowFormName = `row ${table} ${id}`;
  tasks.forget((task) => task.name.startsWith(`${name}.`));
  const texts = Object.fromEntries(
    groups
      .flatMap(({ fields }) => fields)
      .map(
        ({ column, value }) => [column, drafts.entry(`${name}.${column}`, value), value] as const,
      )
      .filter(([, typed, value]) => (id === "" ? typed.trim() !== "" : typed !== value))
      .map(([column, typed]) => [column, typed]),
  );
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
function showProblems(
  session: Session,
  { table, id, groups }: RowForm,
  { why, problems }: RowRefused,
): never {
  const { text, tasks, drafts } = session;
  const form: RowFormName = `row ${table} ${id}`;
  const fields = groups.flatMap(({ title, fields: own }) =>
    own.map(({ column, label }) => [column, { title, label }] as const),
  );
  const known = new Map(fields);
  const beside = problems.filter(({ column }) => known.has(column));
  for (const { column, text: problem } of beside) {
    const { title = "", label = column } = known.get(column) ?? {};
    tasks.end(tasks.begin(`${form}.${column}`, label), { kind: "failure", text: problem });
    if (title === "") continue;
    for (const name of [moreName(form), moreName(form, title)]) drafts.unfold(name, true);
  }
  const elsewhere = problems.filter((each) => !beside.includes(each)).map((each) => each.text);
  const [foremost] = beside;
  if (foremost) session.bringTo({ name: `${form}.${foremost.column}`, isFocused: true });
  throw new RpcFailure("row-refused", {}, [text.prices.notEntered, why, ...elsewhere].join(" "));
}
