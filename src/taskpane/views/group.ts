/**
 * What the group does together: the journal, scoring sheets, clarifications, and the acts that are
 * done once.
 */
import type {
  ActAnswer,
  ActRequest,
  GroupAnswer,
  HistoryLine,
  PanelCriterion,
} from "../../case/answers";
import type { FormName } from "../drafts";
import {
  action,
  bytesOf,
  choiceField,
  fileInput,
  findings,
  fold,
  lookedUp,
  pointers,
  section,
  textField,
  twice,
} from "../controls";
import type { Child } from "../element";
import { h, newId } from "../element";
import { handOut } from "../hand-out";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";
import { sectionViews } from "./section";

/** A request without who makes it: that is asked once. */
type Wanted = ActRequest extends infer Each
  ? Each extends ActRequest
    ? Omit<Each, "by">
    : never
  : never;

/**
 * Does what the group has asked for, shows the case after it, and tells what came of it.
 * @param form which form it was asked for in
 */
export async function perform(
  session: Session,
  request: Wanted,
  files: readonly File[] = [],
  form: FormName = request.act,
): Promise<void> {
  if (session.who.trim() === "") throw new RpcFailure("unsaid", {}, session.text.group.whoMissing);
  const read = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: await bytesOf(file) })),
  );
  const answer = await session.ask("perform", { ...request, by: session.who.trim() }, read);
  const areFilesRefused = !(await handOutAll(answer.files));
  session.handsOutFiles &&= !areFilesRefused || session.where === "file";
  session.outcome = { ...answer, areFilesRefused };
  // What was refused stays as it was written.
  if (answer.told !== "") session.drafts.done(form);
  if (answer.isWritten) session.written();
  session.take(answer.known);
  session.bringTo({ name: "outcome", isFocused: false, block: "nearest" });
  session.announce(
    [answer.told, ...answer.conflicts, ...answer.findings.map(({ text }) => text)].join(" "),
  );
}

/** @returns false as soon as one is refused: the others would be too */
async function handOutAll(files: ActAnswer["files"]): Promise<boolean> {
  for (const { name, bytes } of files) {
    if (!handOut(name, bytes)) return false;
    // Browsers let only so many files begin at once.
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return true;
}

/** Who is at work, and what came of the last thing that was done. */
export function whoView(session: Session): Child {
  const { text } = session;
  const id = newId();
  const input = h("input", {
    type: "text",
    id,
    value: session.who,
    autocomplete: "off",
    oninput: (event: Event) => session.name((event.currentTarget as HTMLInputElement).value),
  });
  return [
    h(
      "div",
      { class: "field", "data-name": "who" },
      h("label", { for: id }, text.group.who),
      input,
    ),
    outcomeView(session, session.outcome),
  ];
}

function outcomeView(session: Session, outcome: Session["outcome"]): Child {
  if (!outcome) return undefined;
  const { text } = session;
  const { told, conflicts, findings: found, files } = outcome;
  return h(
    "div",
    { class: "outcome", role: "status", "data-name": "outcome" },
    told !== "" && h("p", { class: "good" }, told),
    files.length > 0 && filesView(session, outcome),
    conflicts.length > 0 && [
      h("p", { class: "bad" }, text.group.conflicts(conflicts.length)),
      h(
        "ul",
        { class: "pointers" },
        conflicts.map((each) => h("li", {}, each)),
      ),
    ],
    found.length > 0 && findings(session, found),
  );
}

/** The files that were handed out, or that they were refused. */
function filesView(
  { text, where }: Session,
  { files, areFilesRefused }: NonNullable<Session["outcome"]>,
): HTMLElement {
  const names = files.map(({ name }) => name).join(", ");
  if (!areFilesRefused) return h("p", {}, names);
  const refused = where === "excel" ? text.award.filesRefused : text.begin.fileRefused;
  return h("p", { class: "bad" }, refused(names));
}

/** What is written in the journal and what is not yet; sheets out and in; quality and prices. */
export function groupWorkView(session: Session, group: GroupAnswer): Child {
  const { text } = session;
  return [
    section(text.group.journal, whoView(session), journalView(session, group)),
    group.panel.length > 0 &&
      section(
        text.group.sheets,
        h("p", { class: "hint" }, text.group.sheetsHint),
        session.where === "excel"
          ? action(session, "ballots workbook", text.group.makeInWorkbook, () =>
              perform(session, { act: "ballots", where: "workbook" }),
            )
          : action(session, "ballots files", text.group.makeFiles, () =>
              perform(session, { act: "ballots", where: "files" }),
            ),
        session.where === "excel" &&
          action(session, "merge", text.group.mergeOwn, () => perform(session, { act: "merge" })),
        fileInput(
          session,
          "merge files",
          { label: text.group.mergeFiles, isSeveral: true },
          (...files) => perform(session, { act: "merge" }, files),
        ),
      ),
    group.flags.length > 0 &&
      fold(session, "flags", h("span", { class: "open" }, text.group.flags(group.flags.length)), [
        h("p", { class: "hint" }, text.group.flagHint),
        pointers(
          session,
          group.flags.map(({ rule, text: what, ...each }) => ({
            ...each,
            text: `${what} – ${rule}`,
          })),
        ),
      ]),
    group.panel.length > 0 &&
      section(
        text.group.panel,
        group.panel.map((each) => criterionView(session, each)),
      ),
    group.scores.map((each, n) =>
      fold(session, `scores ${n}`, each.title, sectionViews(session, [each])),
    ),
  ];
}

function journalView(
  session: Session,
  { unrecorded, qualityFixed, pricesOpened, isSealed }: GroupAnswer,
): Child {
  const { text } = session;
  const reason = textField(session, "record.reason", text.group.reason, {
    hint: text.group.reasonHint,
  });
  const why = () => (reason.value() === "" ? {} : { reason: reason.value() });
  const all = unrecorded.first + unrecorded.changed;
  return [
    h(
      "p",
      { class: unrecorded.changed > 0 ? "bad" : all > 0 ? "open" : "good" },
      text.group.toRecord(unrecorded.first, unrecorded.changed),
    ),
    unrecorded.changed > 0 && reason.view,
    all > 0 &&
      action(
        session,
        "record",
        text.group.record,
        () => perform(session, { act: "record", ...why() }),
        "primary",
      ),
    qualityFixed === ""
      ? twice(session, "seal-quality", text.group.fixQuality, text.group.fixQualityWarning, () =>
          perform(session, { act: "seal-quality", ...why() }),
        )
      : h("p", { class: "good" }, text.group.qualityFixed(qualityFixed)),
    isSealed &&
      (pricesOpened === ""
        ? [
            h("p", { class: "hint" }, text.group.sealed),
            session.where === "file" &&
              action(session, "price-file", text.group.priceFile, () =>
                perform(session, { act: "price-file" }),
              ),
            qualityFixed !== "" &&
              fileInput(session, "open-prices", { label: text.group.openPrices }, (file) =>
                perform(session, { act: "open-prices" }, [file]),
              ),
          ]
        : h("p", { class: "good" }, text.group.pricesOpened(pricesOpened))),
  ];
}

/** Every evaluator's value beside the agreed one, and the history of each bid's figure. */
function criterionView(
  session: Session,
  { id, name, form, evaluators, bids }: PanelCriterion,
): HTMLElement {
  const { text } = session;
  return fold(session, `panel ${id}`, `${id} ${name}`, [
    h("p", { class: "hint" }, form),
    h(
      "div",
      { class: "wide" },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, text.group.bid),
            evaluators.map((each) => h("th", { scope: "col" }, each)),
            h("th", { scope: "col" }, text.group.agreed),
          ),
        ),
        h(
          "tbody",
          {},
          bids.map(({ id: bid, values, agreed }) =>
            h(
              "tr",
              {},
              h("th", { scope: "row" }, bid),
              values.map((value) => h("td", { class: "number" }, value)),
              h("td", { class: "number" }, h("strong", {}, agreed)),
            ),
          ),
        ),
      ),
    ),
    bids.map(({ id: bid, bidder }) =>
      fold(session, `history ${id} ${bid}`, `${text.group.history}: ${bidder} (${bid})`, () =>
        lookedUp(session, text.group.history, ["history", bid, id], (lines) =>
          historyView(session, lines),
        ),
      ),
    ),
  ]);
}

function historyView(session: Session, lines: readonly HistoryLine[]): HTMLElement {
  const { text } = session;
  if (lines.length === 0) return h("p", { class: "hint" }, text.group.noHistory);
  return h(
    "ol",
    { class: "history" },
    lines.map(({ signed, what, change, why, isPriceKnown }) =>
      h(
        "li",
        {},
        h("strong", {}, change),
        ` ${what}`,
        isPriceKnown && h("span", { class: "open" }, ` (${text.group.priceKnown})`),
        h("p", { class: "hint" }, signed),
        h("p", {}, why),
      ),
    ),
  );
}

/**
 * What belongs to some procurements only: who was invited, rounds, bids that look abnormally low.
 */
export function procedureView(
  session: Session,
  { openRounds, lowBids, hasSelection, invited }: GroupAnswer,
): Child {
  const { text } = session;
  const round = choiceField(session, "close-round.round", text.group.round, openRounds);
  const low = choiceField(session, "ask-low-bid.bid", text.group.bid, lowBids);
  const request = textField(session, "ask-low-bid.question", text.group.question);
  const ask = async () => {
    const question = request.value();
    if (question === "") throw new RpcFailure("unsaid", {}, text.group.questionMissing);
    return perform(session, { act: "ask-low-bid", bid: low.value(), question });
  };
  return [
    hasSelection &&
      (invited === ""
        ? fileInput(session, "invite", { label: text.group.invite }, (file) =>
            perform(session, { act: "invite" }, [file]),
          )
        : h("p", { class: "good" }, text.group.invited(invited))),
    openRounds.length > 0 &&
      fold(session, "close-round", text.group.closeRound, [
        h("p", { class: "hint" }, text.group.closeRoundHint),
        round.view,
        action(session, "close-round", text.group.closeRound, () =>
          perform(session, { act: "close-round", round: round.value() }),
        ),
      ]),
    lowBids.length > 0 &&
      fold(session, "ask-low-bid", h("span", { class: "open" }, text.group.askLowBid), [
        h("p", { class: "hint" }, text.group.askLowBidHint),
        low.view,
        request.view,
        action(session, "ask-low-bid", text.group.add, ask),
      ]),
  ];
}

/** A question to a bidder, begun here and carried on in its row. */
export function clarificationForm(session: Session, { bids, subjects }: GroupAnswer): HTMLElement {
  const { text } = session;
  const bid = choiceField(
    session,
    "clarify.bid",
    text.group.bid,
    bids.map(({ id, bidder }) => ({ code: id, word: `${bidder} (${id})` })),
  );
  const subject = choiceField(session, "clarify.subject", text.group.subject, subjects);
  const of = textField(session, "clarify.of", text.group.of);
  const question = textField(session, "clarify.question", text.group.question);
  const ask = async () => {
    const asked = question.value();
    if (asked === "") throw new RpcFailure("unsaid", {}, text.group.questionMissing);
    type Subject = Extract<ActRequest, { act: "clarify" }>["subject"];
    return perform(session, {
      act: "clarify",
      bid: bid.value(),
      subject: subject.value() as Subject,
      of: of.value(),
      question: asked,
    });
  };
  return fold(session, "clarify", text.group.newClarification, [
    h("p", { class: "hint" }, text.group.clarificationHint),
    bid.view,
    subject.view,
    of.view,
    question.view,
    action(session, "clarify", text.group.add, ask, "primary"),
  ]);
}

/** That the model is published, or the way to do it. */
export function publishView(session: Session, { published }: GroupAnswer): Child {
  const { text } = session;
  const code = session.known?.award?.publishedCode ?? "";
  if (published !== "")
    return [
      h("p", { class: "good" }, text.group.published(published)),
      code !== "" && h("p", {}, `${text.group.code}: `, h("span", { class: "code" }, code)),
    ];
  return [
    h("p", { class: "hint" }, text.group.notPublished),
    whoView(session),
    twice(session, "publish", text.group.publish, text.group.publishWarning, () =>
      perform(session, { act: "publish" }),
    ),
  ];
}
