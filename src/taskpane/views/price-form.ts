/**
 * What is priced, as forms: the price rows, and the authorities, contract periods, delivery models and
 * indexes that they name. The common fields come first and the others are folded. Each form is looked
 * up when it is unfolded; what is typed is a draft until it is saved.
 */
import type { CaseAnswer } from "../../case/answers";
import type { RowList } from "../../case/row-answers";
import { button, fold } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import type { Item } from "./parts";
import { chooser } from "./parts";
import type { ShownForm } from "./row-form";
import { formName, rowFormView } from "./row-form";

/** The number of rows shown at first; a button shows the rest. */
const firstRows = 30;

export function priceFormView(
  session: Session,
  { isPublished, lists }: NonNullable<CaseAnswer["priceForm"]>,
): Child {
  const { text } = session;
  return [
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
  ];
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
      : chooser(session, `rows ${table}`, [
          ...shown.map(({ id, text }) => formItem(session, { table, id, add }, text)),
          formItem(session, { table, id: "", add }, add),
        ]),
    !isWhole &&
      button(`more ${table}`, session.text.showMore(rows.length - firstRows), () =>
        session.unfold(`rows ${table}`, true),
      ),
  ];
}

function formItem(session: Session, shown: ShownForm, label: string): Item {
  const inside = () => rowFormView(session, shown);
  return { name: formName(shown), title: label, label, inside };
}
