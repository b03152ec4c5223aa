/**
 * Marks what looks settled in a drawing of a case that has been changed since it was read: in words, and
 * not by its colour alone. It knows the looks, and nothing of what they are about.
 */
import type { Child } from "./element";
import { append } from "./element";
import type { Session } from "./session";

/**
 * What says that something holds, is done or is awarded. What an act came to is told as it happened, and
 * stays so.
 */
export const settledLooks: readonly string[] = [
  ":not(.outcome) > .good",
  ".award",
  ".settled",
  ".seat.agreed",
  ".verdict-word.met",
  ".milestones .reached",
  ".milestones .corrected",
  "[data-mark='done']",
];

/** The drawing as it is, or marked where what it is drawn from is no longer what is in the cells. */
export function outdated({ isStale, text }: Session, drawing: Child): Child {
  if (!isStale) return drawing;
  const drawn = document.createElement("div");
  append(drawn, [drawing]);
  for (const element of drawn.querySelectorAll(settledLooks.join(", ")))
    element.setAttribute("data-outdated", text.outdated);
  return [...drawn.childNodes];
}
