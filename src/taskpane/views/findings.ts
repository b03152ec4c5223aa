/**
 * All findings of a case, a kind at a time: in a wide view the kinds are listed beside the places of the
 * chosen one. It judges none.
 */
import type { FindingAnswer } from "../../case/answers";
import { findings, kindsOf } from "./finding-list";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { chooser, isWide } from "./parts";

export function findingsChooser(session: Session, all: readonly FindingAnswer[]): Child {
  // In a narrow pane each kind shows its first sentence at once, and folds only the others.
  if (!isWide() || all.length === 0) return findings(session, all);
  const items = kindsOf(all).map(({ first, others }) => ({
    name: `${first.code} ${first.place}`,
    label: first.word,
    title: [
      h("strong", { class: `badge ${first.severity}` }, first.word),
      others.length > 0 && ` ${(others.length + 1).toLocaleString(session.language)} `,
      h("span", { class: "conclusion" }, first.text),
    ],
    inside: () => findings(session, [first, ...others]),
  }));
  return chooser(session, "findings", items);
}
