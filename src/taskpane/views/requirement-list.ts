/**
 * The requirements that are being checked, as a list beside the one that is shown: a stretch of them
 * around it, since there may be thousands. It judges none.
 */
import type { CheckAnswer } from "../../case/check-list";
import { verdictOf } from "../checking";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";

/** How many are listed before and after the one that is shown. */
const around = 25;

/**
 * @param all the requirements that the reader has chosen to see
 * @param at the one that is shown, which need not be among them
 */
export function requirementList(
  session: Session,
  all: readonly CheckAnswer[],
  at: CheckAnswer | undefined,
): Child {
  const { text } = session;
  const middle = Math.max(
    all.findIndex(({ id }) => id === at?.id),
    0,
  );
  const first = Math.max(Math.min(middle - around, all.length - 2 * around), 0);
  const shown = all.slice(first, first + 2 * around);
  const after = all.length - first - shown.length;
  return [
    first > 0 && h("p", { class: "hint" }, text.check.before(first)),
    h(
      "ul",
      { class: "choices" },
      shown.map((each) => h("li", {}, choice(session, each, each.id === at?.id))),
    ),
    after > 0 && h("p", { class: "hint" }, text.more(after)),
  ];
}

function choice(session: Session, item: CheckAnswer, isShown: boolean): HTMLElement {
  const { checking, text } = session;
  const verdict = verdictOf(item, checking.reader);
  return h(
    "button",
    {
      type: "button",
      class: "choice",
      "data-name": `show requirement ${item.id}`,
      "aria-current": isShown ? "true" : undefined,
      onclick: () => {
        checking.at = item.id;
        session.bringTo({ name: "check card", isFocused: true });
      },
    },
    h("strong", {}, item.id),
    verdict !== "" &&
      h("span", { class: `verdict-word ${verdict}` }, ` ${text.check.verdicts[verdict]}`),
    h("span", { class: "conclusion" }, item.text),
  );
}
