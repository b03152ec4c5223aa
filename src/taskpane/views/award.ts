/**
 * The award file in the pane: whether the file holds, comments and signatures, the decision, the
 * papers.
 */
import type { AwardAnswer, VerificationAnswer } from "../../case/answers";
import { action, bytesOf, fileInput, findings, fold, section, textField, twice } from "../controls";
import type { Child } from "../element";
import { h, newId } from "../element";
import type { Session } from "../session";
import { elsewhereView } from "./elsewhere";
import { perform, whoView } from "./group";
import { sectionViews } from "./section";

/** A button, and below it what was found: one line for each question. */
export function verifyView(session: Session): Child {
  const {
    text,
    results: { verify },
  } = session;
  return [
    h("p", { class: "hint" }, text.award.verifyHint),
    action(
      session,
      "verify",
      text.award.verifyNow,
      async () => {
        const found = await session.obtain("verify", () => session.ask("verify"));
        session.announce(found.verdict);
      },
      "primary",
    ),
    verify && verdict(session, verify),
  ];
}

const looks = { holds: "good", fails: "bad", unknown: "open", aside: undefined } as const;

function verdict(
  session: Session,
  { holds, verdict: said, checks, since, proves }: VerificationAnswer,
): HTMLElement {
  const { text } = session;
  return h(
    "div",
    { class: "verdict" },
    h("p", { class: holds ? "good" : "bad", role: "status" }, h("strong", {}, said)),
    h(
      "ul",
      { class: "checks" },
      checks.map(({ title, state, word, said: how, findings: own, count }) =>
        h(
          "li",
          { class: looks[state] },
          h("strong", {}, `${title}: ${word}`),
          h("span", {}, how),
          own.length > 0 && findings(session, own.slice(0, 20)),
          count > 20 && h("p", {}, text.more(count - 20)),
        ),
      ),
    ),
    h("h4", {}, text.award.since),
    since.length === 0
      ? h("p", {}, text.award.noneSince)
      : h(
          "ul",
          {},
          since.map((line) => h("li", {}, line)),
        ),
    proves !== "" && h("p", { class: "hint" }, proves),
  );
}

/** Who is at work stands once above what she may do. */
export function awardViews(session: Session, award: AwardAnswer): Child {
  const { text } = session;
  return [
    section(text.award.compare, compareView(session)),
    section(text.award.comments, commentsView(session, award)),
    award.sections.map((each, n) =>
      fold(
        session,
        `award ${n}`,
        each.note === undefined ? each.title : `${each.title} – ${each.note}`,
        sectionViews(session, [each]),
      ),
    ),
    section(text.award.decide, whoView(session), decisionView(session, award)),
    section(text.award.papers, papersView(session)),
  ];
}

function compareView(session: Session): Child {
  const {
    text,
    results: { compare },
  } = session;
  return [
    h("p", { class: "hint" }, text.award.compareHint),
    fileInput(session, "compare", { label: text.award.compareFile }, async (file) => {
      const bytes = await bytesOf(file);
      await session.obtain("compare", () => session.ask("compare", file.name, bytes));
    }),
    compare && sectionViews(session, [compare]),
  ];
}

function commentsView(session: Session, { comments }: AwardAnswer): Child {
  const { text } = session;
  const about = textField(session, "comment.place", text.award.place, {
    hint: text.award.placeHint,
  });
  const said = textField(session, "comment.text", text.award.comment);
  const statement = textField(session, "sign-off.text", text.award.statement, {
    begins: text.award.usualStatement,
  });
  return [
    comments.length === 0
      ? h("p", { class: "hint" }, text.award.noComments)
      : h(
          "ol",
          { class: "history" },
          comments.map(({ signed, place, text: what, isSignature }) =>
            h(
              "li",
              {},
              isSignature ? h("strong", { class: "good" }, what) : what,
              place !== "" && h("span", { class: "cell" }, ` ${place}`),
              h("p", { class: "hint" }, signed),
            ),
          ),
        ),
    fold(session, "comment", text.award.newComment, [
      said.view,
      about.view,
      action(session, "comment", text.award.addComment, () =>
        perform(session, {
          act: "comment",
          text: said.value(),
          place: about.value(),
        }),
      ),
    ]),
    fold(session, "sign-off", text.award.signOff, [
      h("p", { class: "hint" }, text.award.signOffHint),
      statement.view,
      action(session, "sign-off", text.award.signOff, () =>
        perform(session, { act: "sign-off", text: statement.value() }),
      ),
    ]),
  ];
}

function decisionView(session: Session, { finalised, awarded, decision }: AwardAnswer): Child {
  const { text } = session;
  const reason = textField(session, "reopen.reason", text.award.reason);
  const [day, who, number] = [
    textField(session, "award.decidedAt", text.award.decidedAt, {
      begins: decision.decidedAt,
      hint: text.award.dateHint,
    }),
    textField(session, "award.decidedBy", text.award.decidedBy, { begins: decision.decidedBy }),
    textField(session, "award.decision", text.award.decision, { begins: decision.decision }),
  ];
  if (finalised === "")
    return twice(session, "finalise", text.award.finalise, text.award.finaliseWarning, () =>
      perform(session, { act: "finalise" }),
    );
  return [
    h("p", { class: "good" }, text.award.finalised(finalised)),
    fold(session, "reopen", text.award.reopen, [
      reason.view,
      action(session, "reopen", text.award.reopen, () =>
        perform(session, { act: "reopen", reason: reason.value() }),
      ),
    ]),
    awarded !== ""
      ? h("p", { class: "good" }, text.award.awarded(awarded))
      : fold(session, "award", text.award.register, [
          h("p", { class: "hint" }, text.award.registerHint),
          day.view,
          who.view,
          number.view,
          action(
            session,
            "award",
            text.award.register,
            () =>
              perform(session, {
                act: "award",
                decidedAt: day.value(),
                decidedBy: who.value(),
                decision: number.value(),
              }),
            "primary",
          ),
        ]),
  ];
}

function papersView(session: Session): Child {
  const { text, where } = session;
  const id = newId();
  const redacted = h("input", {
    type: "checkbox",
    id,
    checked: session.isRedacted,
    onchange: (event: Event) =>
      (session.isRedacted = (event.currentTarget as HTMLInputElement).checked),
  });
  return [
    h("p", { class: "check" }, redacted, " ", h("label", { for: id }, text.award.redacted)),
    action(session, "protocol-sheet", text.award.sheet, () =>
      perform(session, { act: "protocol-sheet", isRedacted: session.isRedacted }),
    ),
    session.handsOutFiles &&
      action(session, "papers", text.award.files, () =>
        perform(session, { act: "papers", isRedacted: session.isRedacted }),
      ),
    where === "excel" && elsewhereView(session),
  ];
}
