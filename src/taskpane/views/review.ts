/** The steps Känslighet and Granska: what the outcome rests on, and the review of the file. */
import { action, findings, lookUpView, section } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { nameView } from "./acts";
import { awardViews, verifyView } from "./award";
import { foldedSections } from "./section";
import { walkView } from "./walk";

export function sensitivityView(session: Session): Child {
  const { known, text } = session;
  if (known?.state !== "read") return h("p", {}, text.result.none);
  return [
    h("p", { class: "hint" }, text.sensitivity.hint),
    // Requested at once, since this step shows nothing else.
    lookUpView(session, text.steps.sensitivity, ["sensitivity"], (found) =>
      found.length > 0
        ? foldedSections(session, "sensitivity", found)
        : h("p", {}, text.sensitivity.none),
    ),
  ];
}

export function reviewView(session: Session): Child {
  const { known, text, isStale } = session;
  if (!known) return undefined;
  return [
    known.award !== undefined &&
      known.award.banner !== "" &&
      h("p", { class: "bad banner" }, known.award.banner),
    action(session, { name: "check", label: text.review.check, kind: "primary" }, () =>
      checkAgain(session),
    ),
    isStale && h("p", { class: "bad" }, text.result.freshness.changed),
    // The remark in the walk is the first of the forms here that need the user's name.
    known.award !== undefined && nameView(session),
    known.state === "read" && section(text.award.verify, verifyView(session)),
    known.state === "read" && section(text.walk.title, walkView(session)),
    known.checks.length > 0 &&
      section(
        text.review.checks,
        h(
          "ul",
          { class: "checks" },
          known.checks.map(({ title, text: words, state }) =>
            h(
              "li",
              { class: state },
              h("strong", {}, title),
              h("span", { class: words.length === 64 ? "code" : undefined }, words),
            ),
          ),
        ),
      ),
    section(text.review.findings(known.findings.length), findings(session, known.findings)),
    known.award !== undefined && awardViews(session, known.award),
  ];
}

/** Reads the workbook and says how much there is to put right. Nothing is written. */
export async function checkAgain(session: Session): Promise<void> {
  await session.refresh();
  session.announce(session.text.review.checked(session.known?.findings.length ?? 0));
}
