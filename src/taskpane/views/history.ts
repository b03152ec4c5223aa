/** Lines of the journal about one value, oldest first. It reads no journal. */
import type { HistoryLine } from "../../case/panel-answers";
import { h } from "../element";
import type { Session } from "../session";

/** @param none what is said where there is no line */
export function historyView(
  { text }: Session,
  lines: readonly HistoryLine[],
  none: string,
): HTMLElement {
  if (lines.length === 0) return h("p", { class: "hint" }, none);
  return h(
    "ol",
    { class: "history" },
    lines.map(({ signed, what, change, why, isPriceKnown }) =>
      h(
        "li",
        {},
        h("strong", {}, change),
        ` ${what}`,
        isPriceKnown && h("span", { class: "open" }, ` (${text.group.priceKnown})`),
        h("p", { class: "hint" }, signed),
        h("p", {}, why),
      ),
    ),
  );
}
