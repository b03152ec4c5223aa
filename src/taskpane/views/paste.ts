/**
 * Requirements pasted from Word or Excel: the text, what each line becomes, and the button that enters
 * those that are kept. Nothing is entered before it has been shown.
 */
import type { PastedPreview } from "../../case/answers";
import { action, fold, form } from "../controls";
import type { FieldName } from "../drafts";
import type { Child } from "../element";
import { h, newId } from "../element";
import { choiceField, noteDraft } from "../fields";
import { labelWithHelp } from "../help";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";

const field: FieldName = "paste.text";
const kinds = ["mandatory", "qualification", "exclusion"] as const;

/** The most rows that are shown before they are entered. */
const mostRows = 100;

export function pasteView(session: Session): Child {
  const { text, drafts, results } = session;
  const id = newId();
  const kind = choiceField(session, "paste.kind", text.paste.kind, {
    options: kinds.map((code) => ({ code, word: text.paste.kinds[code] })),
  });
  const pasted = drafts.entry(field, "");
  // Ctrl+Enter shows what the text becomes, and pressed again enters what is shown.
  const isShown = (results.pasted?.rows.length ?? 0) > 0 && results.pasted?.text === pasted;
  return form(
    isShown ? "paste enter" : "paste preview",
    h("p", { class: "hint" }, text.paste.hint),
    h(
      "div",
      { class: "field", "data-name": field },
      labelWithHelp(session, id, { name: field, label: text.paste.label }),
      h("textarea", { id, rows: 8, oninput: noteDraft(session, field, "") }, pasted),
    ),
    kind.view,
    action(session, { name: "paste preview", label: text.paste.preview }, () => preview(session)),
    results.pasted &&
      previewView(session, results.pasted, (pasted) => enter(session, kind.value(), pasted)),
  );
}

async function preview(session: Session): Promise<void> {
  const pasted = session.drafts.entry(field, "");
  await session.obtain("pasted", async () => ({
    text: pasted,
    ...(await session.ask("previewRequirements", pasted)),
  }));
  session.bringTo({ name: "paste rows", isFocused: false, block: "nearest" });
}

function previewView(
  session: Session,
  pasted: PastedPreview & { readonly text: string },
  work: (pasted: PastedPreview) => Promise<void>,
): Child {
  const { text, drafts } = session;
  const { rows, sections, skipped, left } = pasted;
  // A text that has been changed since is shown again before it is entered.
  if (drafts.entry(field, "") !== pasted.text) return h("p", { class: "open" }, text.paste.changed);
  const label = text.paste.enter(rows.length);
  return h(
    "div",
    { "data-name": "paste rows" },
    h("p", { role: "status" }, text.paste.found(rows.length, sections.length, skipped.length)),
    skipped.length > 0 && skippedView(session, skipped),
    left.length > 0 && leftView(session, left),
    rows.length > 0 && [
      h(
        "ol",
        { class: "pasted" },
        rows.slice(0, mostRows).map((row) => rowView(session, row)),
      ),
      rows.length > mostRows && h("p", {}, text.more(rows.length - mostRows)),
      action(session, { name: "paste enter", label, kind: "primary" }, () => work(pasted)),
    ],
  );
}

function skippedView({ text }: Session, skipped: PastedPreview["skipped"]): HTMLElement {
  return h(
    "ul",
    { class: "pointers" },
    skipped
      .slice(0, mostRows)
      .map(({ line, text: said, reason, like }) =>
        h(
          "li",
          {},
          h("strong", {}, text.paste.skipped(line, text.paste.why[reason], like)),
          ` ${said}`,
        ),
      ),
  );
}

/** What no column of ours holds stays where it was copied from, and is named. */
function leftView(session: Session, left: PastedPreview["left"]): Child {
  const { text } = session;
  return fold(session, "paste left", text.paste.left(left.length), () =>
    h(
      "ul",
      { class: "pointers" },
      left
        .slice(0, mostRows)
        .map(({ line, text: said }) =>
          h("li", {}, h("strong", {}, text.paste.leftCell(line)), ` ${said}`),
        ),
      left.length > mostRows && h("li", {}, text.more(left.length - mostRows)),
    ),
  );
}

function rowView(
  { text }: Session,
  { id, isIdMade, takenNumber, area, text: said, verifiedBy }: PastedPreview["rows"][number],
): HTMLElement {
  return h(
    "li",
    {},
    h("strong", {}, id),
    isIdMade && h("span", { class: "hint" }, ` ${text.paste.made(takenNumber)}`),
    area !== "" && h("span", { class: "hint" }, ` · ${area}`),
    ` ${said}`,
    verifiedBy !== "" &&
      h("span", { class: "hint" }, ` · ${text.paste.verification}: ${verifiedBy}`),
  );
}

async function enter(session: Session, kind: string, pasted: PastedPreview): Promise<void> {
  const chosen = kinds.find((each) => each === kind) ?? "mandatory";
  const { drafts } = session;
  const request = { text: drafts.entry(field, ""), kind: chosen };
  await session.renew(async () => {
    const entry = await session.ask("enterRequirements", request);
    if (!entry.kept) throw new RpcFailure("not-entered", {}, entry.why);
    session.noteWritten();
    drafts.done("paste");
    return entry.known ?? session.ask("take");
  });
  await showAdded(session, pasted);
}

/** Says which requirements were added and on which sheets, and in Excel goes to the first of them. */
async function showAdded(session: Session, { rows, first }: PastedPreview): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const span = [ids[0], ...(ids.length > 1 ? [ids.at(-1)] : [])].join("–");
  const sheets = session.known?.undo?.sheets.join(", ") ?? "";
  const message = session.text.paste.entered(ids.length, span, sheets);
  session.outcome = { message, conflicts: [], findings: [], files: [], isWritten: true };
  session.bringTo({ name: "outcome", isFocused: false, block: "nearest" });
  session.announce(message);
  if (session.where === "excel" && first) await session.ask("goTo", first);
}
