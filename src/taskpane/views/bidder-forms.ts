/**
 * The forms that bidders fill in: made of what is published, one for all or one for each bid. The case
 * refuses what cannot be made.
 */
import type { CaseAnswer } from "../../case/answers";
import { action } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { make } from "./acts";
import { pageLinks } from "./elsewhere";

export function bidderFormsView(session: Session, { counts }: CaseAnswer): Child {
  const { text, handsOutFiles, where } = session;
  const forms = (name: string, label: string, isForEach: boolean) =>
    action(session, { name, label }, () => make(session, { handout: "bidder-forms", isForEach }));
  return [
    h("p", { class: "hint" }, text.forms.hint),
    handsOutFiles && [
      forms("bidder-form", text.forms.one, false),
      counts.bids > 0 && forms("bidder-forms", text.forms.forEach(counts.bids), true),
    ],
    where === "excel" &&
      h(
        "div",
        { class: "elsewhere" },
        h("p", { class: "hint" }, handsOutFiles ? text.forms.noFileCame : text.forms.elsewhere),
        pageLinks(session),
      ),
  ];
}
