/**
 * A tour of the pane in five stops, each beside what it is about. It opens by itself the first time, and
 * from the menu after that. It can be left at any stop, covers nothing that is needed meanwhile and does
 * nothing in the workbook.
 */
import { button } from "../controls";
import type { Child } from "../element";
import { h, newId } from "../element";
import { isTourTaken, rememberTour } from "../preferences";
import type { Session } from "../session";

/** What each stop is about, as it is found on the page. */
const places = ["#standing", "#steps", "#view", "#view .title .help", "#menu"] as const;

export function beginFirstTour(session: Session): void {
  if (!isTourTaken()) session.help.stop = 0;
}

export function startTour(session: Session): void {
  Object.assign(session.help, { isMenuOpen: false, reading: undefined });
  go(session, 0);
}

export function leaveTour(session: Session): void {
  session.help.stop = undefined;
  rememberTour();
  session.bringTo({ name: "menu", isFocused: true });
}

function go(session: Session, stop: number): void {
  session.help.stop = stop;
  session.bringTo({ name: "tour", isFocused: true });
}

export function tourView(session: Session): Child {
  const { text, help } = session;
  const { stop } = help;
  const said = stop === undefined ? undefined : text.help.tour.stops[stop];
  if (stop === undefined || !said) return undefined;
  const [title, what] = said;
  const id = newId();
  const isLast = stop === places.length - 1;
  return h(
    "section",
    { class: "tour", tabindex: "-1", "aria-labelledby": id, "data-name": "tour" },
    h("h3", { id }, text.help.tour.at(stop + 1, places.length, title)),
    h("p", {}, what),
    h(
      "div",
      { class: "ways" },
      !isLast && button("tour next", text.walk.next, () => go(session, stop + 1), "primary"),
      stop > 0 && button("tour previous", text.walk.previous, () => go(session, stop - 1)),
      button(
        "tour leave",
        isLast ? text.help.tour.done : text.help.tour.leave,
        () => leaveTour(session),
        isLast ? "primary" : "subtle",
      ),
    ),
  );
}

/** Marks on the page what the stop is about, and nothing else. */
export function markStop({ help: { stop } }: Session): void {
  const place = stop === undefined ? undefined : places[stop];
  const marked = document.querySelector("[data-toured]");
  const wanted = place === undefined ? null : document.querySelector(place);
  if (marked === wanted) return;
  marked?.removeAttribute("data-toured");
  wanted?.setAttribute("data-toured", "");
}
