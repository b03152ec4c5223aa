/** The review walkthrough: one part of the case at a time, read-only, with a field for a remark. */
import type { StationAnswer } from "../../case/answers";
import { action, button, fold, form, lookUpView } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import { textField } from "../fields";
import type { Session } from "../session";
import { perform } from "./acts";
import { beside } from "./parts";
import { rows } from "./section";

export function walkView(session: Session): Child {
  const { text, station } = session;
  if (station === undefined)
    return [h("p", { class: "hint" }, text.walk.hint), step(session, text.walk.start, 0)];
  return h(
    "div",
    { class: "walk" },
    lookUpView(session, text.walk.title, ["walk"], (all) =>
      beside(
        stationsView(session, all, station),
        stationView(session, all, station),
        all[station]?.title ?? text.walk.title,
      ),
    ),
  );
}

/** Every part, so that one is gone to at once and it is seen what is left. */
function stationsView(session: Session, all: readonly StationAnswer[], at: number): HTMLElement {
  return h(
    "ol",
    { class: "stations", "aria-label": session.text.walk.stations },
    all.map(({ title }, n) =>
      h(
        "li",
        {},
        h(
          "button",
          {
            type: "button",
            class: "choice",
            "data-name": `station ${n}`,
            "aria-current": n === at ? "step" : undefined,
            onclick: () => goTo(session, n),
          },
          title,
        ),
      ),
    ),
  );
}

function stationView(session: Session, all: readonly StationAnswer[], at: number): Child {
  const { text } = session;
  const { title, blocks } = all[at] ?? { title: "", blocks: [] };
  const said = textField(session, "remark.text", text.award.comment, { rows: 2 });
  const ways = () =>
    h(
      "div",
      { class: "ways" },
      at > 0 && step(session, text.walk.previous, at - 1),
      at + 1 < all.length && step(session, text.walk.next, at + 1, "primary"),
      step(session, text.walk.leave, undefined, "subtle"),
    );
  return [
    h("h4", { tabindex: "-1", "data-name": "station" }, text.walk.at(at + 1, all.length, title)),
    ways(),
    blocks.map((block, n) =>
      h("div", { class: "block" }, blockView(session, `${title} ${n}`, block)),
    ),
    fold(
      session,
      "remark",
      text.walk.remark,
      form(
        "remark",
        said.view,
        action(session, { name: "remark", label: text.award.addComment }, () =>
          perform(
            session,
            { act: "comment", given: { text: said.value(), place: title } },
            [],
            "remark",
          ),
        ),
      ),
    ),
    ways(),
  ];
}

/** A button to a part of the walkthrough, or out of it. */
function step(
  session: Session,
  label: string,
  to: number | undefined,
  kind: "primary" | "plain" | "subtle" = "plain",
): HTMLElement {
  return button(`walk ${to ?? "leave"}`, label, () => goTo(session, to), kind);
}

function goTo(session: Session, to: number | undefined): void {
  session.station = to;
  session.bringTo({
    name: to === undefined ? "walk 0" : "station",
    isFocused: true,
    block: "start",
  });
}

/** @param name the name of the block in the drawing */
function blockView(session: Session, name: string, block: StationAnswer["blocks"][number]): Child {
  switch (block.kind) {
    case "heading":
      return h("h5", {}, block.text);
    case "text":
      return h(
        "p",
        { class: block.look === "note" ? "hint" : undefined },
        block.look === "strong" ? h("strong", {}, block.text) : block.text,
      );
    case "list":
      return h(
        "ul",
        {},
        block.items.map((item) => h("li", {}, item)),
      );
    case "table":
      return h(
        "div",
        { role: "group", "aria-label": block.caption },
        !block.isCaptionSeen && h("p", { class: "hint" }, block.caption),
        rows(session, name, {
          columns: block.columns,
          rows: block.rows.map((row) => row.map((text) => ({ text }))),
        }),
      );
  }
}
