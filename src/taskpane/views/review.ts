/** The steps Känslighet and Granska: what the outcome rests on, and the review of the file. */
import type { CaseAnswer } from "../../case/answers";
import { action, fold, lookUpView } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { nameView } from "./acts";
import { awardParts, verifyView } from "./award";
import { disputedBids, disputeView } from "./dispute";
import { findingsChooser } from "./findings";
import type { Parts } from "./parts";
import { partsView } from "./parts";
import { sectionChooser } from "./section";
import { walkView } from "./walk";

export function sensitivityView(session: Session): Child {
  const { known, text } = session;
  if (known?.state !== "read") return h("p", {}, text.result.none);
  return [
    h("p", { class: "hint" }, text.sensitivity.hint),
    // Requested at once, since this step shows nothing else.
    lookUpView(session, text.steps.sensitivity, ["sensitivity"], (found) =>
      found.length > 0
        ? sectionChooser(session, "sensitivity", found)
        : h("p", {}, text.sensitivity.none),
    ),
    disputedBids(session).length > 1 &&
      fold(session, "dispute", h("span", { class: "folded" }, text.sensitivity.dispute.title), () =>
        disputeView(session),
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
    action(session, { name: "check", label: text.review.check }, () => checkAgain(session)),
    isStale && h("p", { class: "bad" }, text.result.freshness.changed),
    // The remark in the walk is the first of the forms here that need the user's name.
    known.award !== undefined && nameView(session),
    partsView(session, reviewParts(session, known)),
  ];
}

export function reviewParts(session: Session, known: CaseAnswer): Parts {
  const { text } = session;
  const { checks, findings: found, award } = known;
  return [
    { name: "verify", title: text.award.verify, body: () => verifyView(session) },
    { name: "walk", title: text.walk.title, body: () => walkView(session) },
    checks.length > 0 && {
      name: "checks",
      title: text.review.checks,
      body: () => checksView(session, checks),
    },
    {
      name: "findings",
      title: text.review.findings(found.length),
      body: () => findingsChooser(session, found),
    },
    ...(award === undefined ? [] : awardParts(session, award)),
  ];
}

function checksView(session: Session, checks: CaseAnswer["checks"]): HTMLElement {
  return h(
    "ul",
    { class: "checks" },
    checks.map(({ title, text: words, state, isFingerprint }) =>
      h(
        "li",
        { class: state },
        h("strong", {}, title),
        isFingerprint
          ? lookUpView(session, title, ["fingerprint"], (found) =>
              h("span", { class: "code" }, found),
            )
          : h("span", {}, words),
      ),
    ),
  );
}

/** Reads the workbook and says how much there is to put right. Nothing is written. */
export async function checkAgain(session: Session): Promise<void> {
  await session.refresh();
  session.announce(session.text.review.checked(session.known?.findings.length ?? 0));
}
