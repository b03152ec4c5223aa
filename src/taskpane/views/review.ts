/** Känslighet and Granska: what the outcome rests on, and whether everything about it holds. */
import { action, findings, section } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { awardViews, verifyView } from "./award";
import { sectionViews } from "./section";
import { walkView } from "./walk";

export function sensitivityView(session: Session): Child {
  const { known, text } = session;
  if (known?.state !== "read") return h("p", {}, text.result.none);
  const answer = h("div");
  const told = h("div", { class: "told" });
  // It is asked for at once: someone who opens this step wants nothing else.
  void session.run(told, async () => {
    const found = (session.found.sensitivity ??= await session.ask("sensitivity"));
    answer.replaceChildren(
      ...(found.length > 0 ? sectionViews(session, found) : [h("p", {}, text.sensitivity.none)]),
    );
  });
  return [h("p", { class: "hint" }, text.sensitivity.hint), told, answer];
}

export function reviewView(session: Session): Child {
  const { known, text, isStale } = session;
  if (!known) return undefined;
  return [
    known.award !== undefined &&
      known.award.banner !== "" &&
      h("p", { class: "bad banner" }, known.award.banner),
    action(
      session,
      text.review.check,
      async () => {
        await session.refresh();
        session.announce(text.review.checked(session.known?.findings.length ?? 0));
      },
      "primary",
    ),
    isStale && h("p", { class: "bad" }, text.result.freshness.changed),
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
