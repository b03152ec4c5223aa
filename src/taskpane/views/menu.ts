/**
 * The menu in the header: the tour, the glossary, the keys, the handbook and what to do when something fails. It
 * holds nothing that the work itself needs.
 */
import { button } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import { read } from "../help";
import type { Session } from "../session";
import { startTour } from "./tour";

export function menuView(session: Session): Child {
  const { text, help } = session;
  return h(
    "details",
    { class: "menu", open: help.isMenuOpen, "data-name": "menu" },
    h(
      "summary",
      {
        onclick: (event: Event) => {
          event.preventDefault();
          help.isMenuOpen = !help.isMenuOpen;
          session.show();
        },
      },
      text.help.menu,
    ),
    help.isMenuOpen &&
      h(
        "ul",
        {},
        h(
          "li",
          {},
          button("menu tour", text.help.tour.title, () => startTour(session), "subtle"),
        ),
        (["glossary", "keys", "handbook", "troubles"] as const).map((each) =>
          h(
            "li",
            {},
            button(`menu ${each}`, text.help.titles[each], () => read(session, each), "subtle"),
          ),
        ),
      ),
  );
}
