/**
 * The publication of the model in the pane: the form for it, or that it is done and with which code.
 * It publishes nothing by itself.
 */
import type { CaseAnswer } from "../../case/answers";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { actViews, nameView } from "./acts";

/** Whether what bidders are to answer is published in the workbook. */
export function isPublished({ award }: CaseAnswer): boolean {
  return publishedCode(award) !== "";
}

/** That the model is published, with its short code, or the form for publishing it. */
export function publicationView(session: Session): Child {
  const { text, known } = session;
  const code = publishedCode(known?.award);
  return code === ""
    ? [
        h("p", { class: "hint" }, text.group.notPublished),
        nameView(session),
        actViews(session, "model"),
      ]
    : [
        actViews(session, "model"),
        h("p", {}, `${text.group.code}: `, h("span", { class: "code" }, code)),
      ];
}

function publishedCode(award: CaseAnswer["award"]): string {
  return award?.publishedCode ?? "";
}
