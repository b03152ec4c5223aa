/**
 * The walk through the file for whoever reviews it: one part at a time, to read only, with a remark
 * where one is called for.
 */
import type { StationAnswer } from "../../case/answers";
import { action, fold, textField } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { perform } from "./group";
import { rows } from "./section";

export function walkView(session: Session): Child {
  const { text, found, station } = session;
  if (station === undefined)
    return [
      h("p", { class: "hint" }, text.walk.hint),
      step(session, text.walk.start, 0, "primary"),
    ];
  const place = h("div", { class: "walk" });
  const told = h("div", { class: "told" });
  const show = (all: readonly StationAnswer[]) =>
    place.replaceChildren(...stationView(session, all, station));
  if (found.walk) show(found.walk);
  else void session.run(told, async () => show((session.found.walk ??= await session.ask("walk"))));
  return [told, place];
}

function stationView(session: Session, all: readonly StationAnswer[], at: number): HTMLElement[] {
  const { text } = session;
  const { title, blocks } = all[at] ?? { title: "", blocks: [] };
  const said = textField(session, "remark.text", text.award.comment);
  const ways = () =>
    h(
      "div",
      { class: "ways" },
      at > 0 && step(session, text.walk.previous, at - 1),
      at + 1 < all.length && step(session, text.walk.next, at + 1, "primary"),
      step(session, text.walk.leave, undefined, "subtle"),
    );
  return [
    h("h4", { tabindex: "-1" }, text.walk.at(at + 1, all.length, title)),
    ways(),
    ...blocks.map((block) => h("div", { class: "block" }, blockView(session, block))),
    fold(session, "remark", text.walk.remark, [
      said.view,
      action(session, text.award.addComment, () =>
        perform(
          session,
          { act: "comment", text: said.input.value.trim(), place: title },
          [],
          "remark",
        ),
      ),
    ]),
    ways(),
  ];
}

/** A button to a part of the walk, or out of it. */
function step(
  session: Session,
  label: string,
  to: number | undefined,
  kind: "primary" | "plain" | "subtle" = "plain",
): HTMLElement {
  const button = h("button", { type: "button", class: kind }, label);
  button.addEventListener("click", () => {
    session.station = to;
    session.show();
    const part = document.querySelector<HTMLElement>(".walk h4");
    part?.scrollIntoView({ block: "start" });
    part?.focus({ preventScroll: true });
  });
  return button;
}

function blockView(session: Session, block: StationAnswer["blocks"][number]): Child {
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
        rows(session, {
          columns: block.columns,
          rows: block.rows.map((row) => row.map((text) => ({ text }))),
        }),
      );
  }
}
