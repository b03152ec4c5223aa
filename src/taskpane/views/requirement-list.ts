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
  // One of them is reached by Tab, the others by the arrows from it.
  const entry = shown.find(({ id }) => id === at?.id) ?? shown[0];
  return [
    first > 0 && h("p", { class: "hint" }, text.check.before(first)),
    h(
      "ul",
      { class: "choices", onkeydown: moveByArrow },
      shown.map((each) => h("li", {}, choice(session, each, { at, entry }))),
    ),
    after > 0 && h("p", { class: "hint" }, text.more(after)),
  ];
}

function moveByArrow(event: KeyboardEvent): void {
  const line = (event.target as HTMLElement).closest("li");
  const list = line?.parentElement;
  const to = {
    ArrowDown: line?.nextElementSibling,
    ArrowUp: line?.previousElementSibling,
    Home: list?.firstElementChild,
    End: list?.lastElementChild,
  }[event.key];
  if (!to) return;
  event.preventDefault();
  to.querySelector("button")?.focus();
}

type Shown = { readonly at: CheckAnswer | undefined; readonly entry: CheckAnswer | undefined };

function choice(session: Session, item: CheckAnswer, { at, entry }: Shown): HTMLElement {
  const { checking, text } = session;
  const verdict = verdictOf(item, checking.reader);
  return h(
    "button",
    {
      type: "button",
      class: "choice",
      "data-name": `show requirement ${item.id}`,
      tabindex: item === entry ? "0" : "-1",
      "aria-current": item.id === at?.id ? "true" : undefined,
      onclick: () => {
        checking.at = item.id;
        session.bringTo({ name: "check card", isFocused: true, block: "nearest" });
      },
    },
    h("strong", {}, item.id),
    verdict !== "" &&
      h("span", { class: `verdict-word ${verdict}` }, ` ${text.check.verdicts[verdict]}`),
    h("span", { class: "conclusion" }, item.text),
  );
}
