/**
 * The step Start: continue with the workbook, make a new evaluation in it, or, without Excel,
 * open a file.
 */
import type { CaseAnswer } from "../../case/answers";
import { isOut } from "../checking";
import { action, button, fold, section, confirmedAction } from "../controls";
import { findings } from "./finding-list";
import type { Child } from "../element";
import { h } from "../element";
import { bytesOf, choiceField, dropZone, textField } from "../fields";
import { handOut } from "../hand-out";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";
import { newCaseView } from "./new-case";
import { beside } from "./parts";
import { faultyProcurementView, procurementView } from "./procurement";
import { evaluateAndWrite } from "./result";
import { checkAgain } from "./review";

export function beginView(session: Session): Child {
  const { known, text } = session;
  const isFile = session.where === "file";
  if (!known && !isFile)
    return [
      h("p", {}, text.reading),
      action(session, { name: "open", label: text.readAgain }, () => session.open()),
    ];
  if (!known || (known.state === "empty" && isFile))
    return [openFile(session), newCaseView(session, (made) => replace(session, made))];
  if (known.state === "empty")
    return [
      h("p", {}, text.begin.noTables),
      newCaseView(session, (made) => replace(session, made)),
    ];
  const state = known.state === "read" ? summary(session, known) : unreadableView(session, known);
  if (!isFile) return state;
  const files = [openFile(session), known.state === "read" && saveFile(session)];
  return beside(state, files, text.begin.file);
}

function summary(session: Session, known: CaseAnswer): Child {
  const { text } = session;
  const { counts } = known;
  return [
    section(
      known.title,
      h("p", {}, [known.authority, known.caseNumber].filter(Boolean).join(" · ")),
      known.caseNumber === "" && h("p", { class: "open" }, text.begin.noCaseNumber),
      h("p", {}, text.begin.counts(counts.bids, counts.requirements, counts.criteria)),
      next(session, known),
      button("add bid", text.bids.add, () => goToAddBid(session), "link"),
      procurementView(session),
    ),
    known.sample !== "no" &&
      section(
        text.begin.sample,
        h(
          "p",
          {},
          known.sample === "untouched" ? text.begin.sampleUntouched : text.begin.sampleChanged,
        ),
        fold(session, "empty", text.begin.emptySample, () => emptyView(session, known)),
        confirmedAction(
          session,
          {
            name: "removeSample",
            label: text.begin.removeSample,
            warning: text.begin.removeWarning(known.sheets.join(", ")),
          },
          async () => replace(session, await session.ask("removeSample")),
        ),
      ),
  ];
}

/** The example as a procurement of one's own: what it is called, and what stays of it. */
function emptyView(session: Session, { counts, sheets }: CaseAnswer): Child {
  const { begin } = session.text;
  const fields = (["title", "caseNumber", "authority"] as const).map((key) => {
    const [name, label] = [`empty.${key}` as const, begin.emptyFields[key]];
    return { name, label, ...textField(session, name, label) };
  });
  const isReady = () => {
    const blank = fields.filter(({ value }) => value() === "");
    for (const { name, label } of blank)
      session.tasks.refuse(name, label, session.text.group.fieldMissing);
    const [first] = blank;
    if (first) session.bringTo({ name: first.name, isFocused: true });
    return blank.length === 0;
  };
  const keeps = choiceField(session, "empty.keeps", begin.emptyFields.keeps, {
    options: (["requirements", "criteria"] as const).map((code) => ({
      code,
      word: begin.emptyKeeps[code],
    })),
  });
  return [
    h("p", { class: "hint" }, begin.emptyHint),
    fields.map(({ view }) => view),
    keeps.view,
    confirmedAction(
      session,
      {
        name: "emptySample",
        label: begin.emptySample,
        warning: begin.emptyWarning(counts.bids, counts.events, sheets.join(", ")),
        isReady,
      },
      async () => {
        if (!isReady()) return;
        const [title = "", caseNumber = "", authority = ""] = fields.map(({ value }) => value());
        const kept = keeps.value() === "criteria" ? "criteria" : "requirements";
        replace(
          session,
          await session.ask("emptySample", { title, caseNumber, authority, keeps: kept }),
        );
        session.noteWritten();
        session.announce(begin.emptied);
      },
    ),
  ];
}

/** Where bids are added, with the form unfolded. */
function goToAddBid(session: Session): void {
  session.go("requirements", "bids");
  session.unfold("add-bid", true);
  session.bringTo({ name: "add-bid.name", isFocused: true, block: "center" });
}

/** The next thing to do, given the state of the case. */
function next(
  session: Session,
  { findings: all, outcome, requirements, scores, counts, award }: CaseAnswer,
): Child {
  const { text } = session;
  const isChecked = requirements.every(
    (bid) =>
      isOut(bid) || (bid.isProvisional !== true && bid.openCount + bid.clarifications.length === 0),
  );
  const isScored = scores.every(
    ({ out, done, total, evaluators }) =>
      out !== undefined || (done === total && evaluators.every((each) => each.done === each.total)),
  );
  const modelBlocks = all.some(
    ({ severity, isAboutModel }) => severity === "blocking" && isAboutModel,
  );
  const hasBids = counts.bids > 0;
  const isOpen = hasBids || (award?.publishedCode ?? "") !== "";
  const step =
    modelBlocks || !isOpen
      ? "model"
      : !isChecked || !hasBids
        ? "requirements"
        : !isScored
          ? "scores"
          : "result";
  const label = text.begin.next[step];
  return h("div", { class: "action" }, [
    h(
      "p",
      hasBids && outcome?.status === "final" ? { class: "settled" } : {},
      hasBids
        ? outcome && `${outcome.statusWord}. ${outcome.statusText}`
        : session.text.begin.noBids,
    ),
    button("next", label, () => session.go(step), "primary"),
    h("div", { class: "ways" }, check(session), evaluate(session)),
  ]);
}

/** A button that opens the step Granska and presses its own button. */
function check(session: Session): HTMLElement {
  const { check: label } = session.text.review;
  return button("go check", label, () => {
    session.go("review", "findings");
    session.press("check", label, () => checkAgain(session));
  });
}

function evaluate(session: Session): HTMLElement {
  const { evaluate: label } = session.text.result;
  return button("go evaluate", label, () => {
    session.go("result");
    session.press("evaluate", label, () => evaluateAndWrite(session));
  });
}

/** Takes in another evaluation; drafts about the last one are removed. */
function replace(session: Session, known: CaseAnswer): void {
  session.drafts.clear();
  // What was refused in the forms of the last one is refused no longer.
  session.tasks.forget(({ isUnderWay }) => !isUnderWay);
  session.checking.clear();
  session.bidForms.clear();
  session.moderating.clear();
  if (known.state === "read") session.claim();
  session.take(known);
}

/** What keeps the workbook from being read, each with its place. */
export function unreadableView(session: Session, { findings: all }: CaseAnswer): Child {
  const { text } = session;
  return section(
    text.begin.unreadable,
    h("p", {}, text.begin.unreadableHelp),
    faultyProcurementView(session),
    // What keeps the workbook from being read comes before what is only to be looked at.
    findings(session, [
      ...all.filter(({ severity }) => severity === "blocking"),
      ...all.filter(({ severity }) => severity !== "blocking"),
    ]),
    action(session, { name: "refresh", label: text.readAgain, kind: "primary" }, () =>
      session.refresh(),
    ),
  );
}

function openFile(session: Session): HTMLElement {
  const { text } = session;
  const [name, label] = ["open file" as const, text.begin.file];
  const open = async (file: File) => {
    // A task that is writing to the workbook would lose its result.
    if (session.isUnsaved || session.tasks.isWorkingBeside(name))
      throw new RpcFailure("unsaved", {}, text.begin.saveFirst);
    if (session.drafts.isUnsent) throw new RpcFailure("unsent", {}, text.begin.sendFirst);
    replace(session, await session.ask("open", file.name, await bytesOf(file)));
    session.announce(text.begin.opened(file.name));
  };
  const zone = dropZone(session, name, { text: text.begin.drop, label }, open);
  return section(text.begin.openTitle, h("p", { class: "hint" }, text.begin.noNetwork), zone);
}

function saveFile(session: Session): HTMLElement {
  const { text } = session;
  return section(
    text.begin.save,
    h("p", { class: "hint" }, text.begin.saveHint),
    saveAction(session),
  );
}

function saveAction(session: Session): HTMLElement {
  const { text } = session;
  return action(session, { name: "save", label: text.begin.saveButton }, async () => {
    await session.evaluate();
    const { name, bytes } = await session.ask("save");
    if (!handOut(name, bytes)) throw new RpcFailure("refused", {}, text.begin.fileRefused(name));
    session.isUnsaved = false;
    session.announce(text.begin.saved(name));
  });
}

/** The button that saves unsaved changes, shown at every step. */
export function unsavedView(session: Session): Child {
  return (
    session.isUnsaved &&
    session.step !== "begin" &&
    h(
      "div",
      { class: "unsaved" },
      h("p", { class: "open" }, session.text.begin.unsaved),
      saveAction(session),
    )
  );
}
