/**
 * What is priced, as forms: the price rows, and the authorities, contract periods, delivery models and
 * indexes that they name. The common fields come first and the others are folded. Each form is looked
 * up when it is unfolded; what is typed is a draft until it is saved.
 */
import type { CaseAnswer } from "../../case/answers";
import type { RowList } from "../../case/row-answers";
import { button, confirmedAction, fold } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";
import type { Item } from "./parts";
import { chooser } from "./parts";
import { readRowView } from "./read-row";
import type { ShownForm } from "./row-form";
import { formName, rowFormView } from "./row-form";

/** The number of rows shown at first; a button shows the rest. */
const firstRows = 30;

export function priceFormView(
  session: Session,
  { fixed, lists }: NonNullable<CaseAnswer["priceForm"]>,
): Child {
  const { text } = session;
  return [
    h("p", { class: "hint" }, fixed || text.prices.hint),
    lists.map((list) =>
      list.table === "prices"
        ? rowsView(session, list, fixed)
        : // A list that nothing can be added to is shown where it has something.
          (fixed === "" || list.rows.length > 0) &&
          fold(session, `list ${list.table}`, `${list.title} (${list.rows.length})`, [
            h("p", { class: "hint" }, list.hint),
            rowsView(session, list, fixed),
          ]),
    ),
  ];
}

function rowsView(session: Session, list: RowList, fixed: string): Child {
  const { table, rows, add } = list;
  const isWhole = rows.length <= firstRows || session.drafts.isUnfolded(`rows ${table}`);
  const shown = isWhole ? rows : rows.slice(0, firstRows);
  return [
    chooser(session, `rows ${table}`, [
      ...shown.map(({ id, text }) => rowItem(session, { table, id, add: text }, fixed)),
      ...(fixed === "" ? [rowItem(session, { table, id: "", add }, fixed)] : []),
    ]),
    !isWhole &&
      button(`more ${table}`, session.text.showMore(rows.length - firstRows), () =>
        session.unfold(`rows ${table}`, true),
      ),
  ];
}

function rowItem(session: Session, shown: ShownForm, fixed: string): Item {
  const { add } = shown;
  const isTakenAway = shown.table === "prices" && shown.id !== "";
  const inside = () =>
    fixed === ""
      ? [rowFormView(session, shown), isTakenAway && removeView(session, shown)]
      : [h("p", { class: "hint" }, fixed), readRowView(session, shown)];
  return { name: formName(shown), title: add, label: add, inside };
}

/** What takes the row away, when it is pressed a second time. */
function removeView(session: Session, shown: ShownForm): Child {
  const { text } = session;
  return confirmedAction(
    session,
    {
      name: `remove row ${shown.id}`,
      label: text.prices.remove,
      warning: text.prices.removeWarning(shown.add),
    },
    () => removeRow(session, shown),
  );
}

async function removeRow(session: Session, shown: ShownForm): Promise<void> {
  const { text, drafts } = session;
  await session.renew(async () => {
    const entry = await session.ask("removePriceRow", shown.id);
    if (!entry.kept) throw new RpcFailure("not-removed", {}, entry.why);
    session.noteWritten();
    drafts.done(formName(shown));
    return entry.known ?? session.ask("take");
  });
  session.announce(text.prices.removed(shown.add));
  session.bringTo({
    name: formName({ table: "prices", id: "" }),
    isFocused: true,
    block: "nearest",
  });
}
