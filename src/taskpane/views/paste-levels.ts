/**
 * Levels of a criterion's scale pasted from Word or Excel: the text, what each line becomes, and the
 * button that puts them in place of the criterion's levels. Nothing is entered before it has been shown.
 */
import type { PastedLevels } from "../../app/paste-levels";
import { action, fold, form, lookUpView } from "../controls";
import type { FieldName } from "../drafts";
import type { Child } from "../element";
import { h } from "../element";
import { textField } from "../fields";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";
import { formName } from "./row-form";

type Criterion = { readonly id: string; readonly name: string };

function fieldName(id: string): FieldName {
  return `${formName({ table: "criteria", id })}.pasted`;
}

function foldName(id: string): string {
  return `paste levels ${id}`;
}

export function pasteLevelsView(session: Session, criterion: Criterion): Child {
  const { text, drafts } = session;
  const { id } = criterion;
  const name = fieldName(id);
  return fold(session, foldName(id), text.pasteLevels.title, () => {
    const pasted = drafts.entry(name, "");
    const field = textField(session, name, text.pasteLevels.label, {
      rows: 5,
      hint: text.pasteLevels.hint,
      whenTyped: () => session.show(),
    });
    return form(
      `enter levels ${id}`,
      field.view,
      pasted.trim() !== "" &&
        lookUpView(session, text.pasteLevels.title, ["previewLevels", pasted], (found) =>
          previewView(session, criterion, found),
        ),
    );
  });
}

function previewView(
  session: Session,
  criterion: Criterion,
  { levels, skipped }: PastedLevels,
): Child {
  const { text } = session;
  const { id } = criterion;
  return [
    h(
      "ul",
      { class: "pasted" },
      levels.map(({ value, label }) => h("li", {}, h("strong", {}, value), ` ${label}`)),
    ),
    skipped.length > 0 &&
      h(
        "p",
        { class: "open" },
        text.pasteLevels.skipped(skipped.map(({ line, text: said }) => `${line} ”${said}”`)),
      ),
    levels.length > 0 &&
      action(
        session,
        { name: `enter levels ${id}`, label: text.pasteLevels.enter(levels.length) },
        () => enter(session, criterion, levels),
      ),
  ];
}

/** Puts the levels in the place of those that there are, and says on which sheets they now are. */
async function enter(
  session: Session,
  { id, name }: Criterion,
  levels: PastedLevels["levels"],
): Promise<void> {
  const { text, drafts } = session;
  await session.renew(async () => {
    const entry = await session.ask("replaceLevels", id, levels);
    if (!entry.kept) {
      const problems = entry.problems.map((each) => each.text);
      throw new RpcFailure("row-refused", {}, [entry.why, ...problems].join(" ").trim());
    }
    session.noteWritten();
    // What else has been typed in the criterion's form stays.
    drafts.enter(fieldName(id), "", "");
    drafts.unfold(foldName(id), false);
    return entry.known ?? session.ask("take");
  });
  const sheets = session.known?.undo?.sheets.join(", ") ?? "";
  const message = text.pasteLevels.entered(levels.length, name, sheets);
  session.outcome = { message, conflicts: [], findings: [], files: [], isWritten: true };
  session.bringTo({ name: "outcome", isFocused: false, block: "nearest" });
  session.announce(message);
}
