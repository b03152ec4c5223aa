/**
 * Börja: go on with the workbook, make a new evaluation in it, or open a file where there is no
 * Excel.
 */
import type { CaseAnswer } from "../../case/answers";
import type { TemplateName } from "../../app/templates";
import { action, bytesOf, fileInput, findings, handOut, section, twice } from "../controls";
import type { Child } from "../element";
import { h, newId } from "../element";
import { ToldFailure } from "../rpc";
import type { Session } from "../session";

/**
 * The templates in the order they are offered; their names are checked against the desk's by the
 * compiler.
 */
const templates: readonly TemplateName[] = ["monetary", "points", "lowest-price"];

export function beginView(session: Session): Child {
  const { known, text } = session;
  const isFile = session.where === "file";
  if (!known && !isFile)
    return [h("p", {}, text.reading), action(session, text.readAgain, () => session.open())];
  if (!known || (known.state === "empty" && isFile)) return [openFile(session), newCase(session)];
  if (known.state === "empty") return [h("p", {}, text.begin.noTables), newCase(session)];
  return [
    isFile && openFile(session),
    known.state === "read" ? summary(session, known) : unreadable(session, known),
    isFile && known.state === "read" && saveFile(session),
  ];
}

function summary(session: Session, known: CaseAnswer): Child {
  const { text } = session;
  const { counts } = known;
  return [
    section(
      known.title,
      h("p", {}, `${known.authority} · ${known.caseNumber}`),
      h("p", {}, text.begin.counts(counts.bids, counts.requirements, counts.criteria)),
      next(session, known),
    ),
    known.sample !== "no" &&
      section(
        text.begin.sample,
        h(
          "p",
          {},
          known.sample === "untouched" ? text.begin.sampleUntouched : text.begin.sampleChanged,
        ),
        twice(
          session,
          text.begin.removeSample,
          text.begin.removeWarning(known.sheets.join(", ")),
          async () => session.take(await session.ask("removeSample")),
        ),
      ),
  ];
}

/** What to do next, as the case stands. */
function next(
  session: Session,
  { findings: all, outcome, requirements, scores }: CaseAnswer,
): Child {
  const { text } = session;
  const isChecked = requirements.every(
    ({ openCount, clarifications }) => openCount + clarifications.length === 0,
  );
  const isScored = scores.every(
    ({ done, total, evaluators }) =>
      done === total && evaluators.every((each) => each.done === each.total),
  );
  const modelBlocks = all.some(
    ({ severity, place }) => severity === "blocking" && /^(model|criteria)/.test(place),
  );
  const step = modelBlocks
    ? "model"
    : !isChecked
      ? "requirements"
      : !isScored
        ? "scores"
        : "result";
  const label = text.begin.next[step];
  return h("div", { class: "action" }, [
    h("p", {}, outcome ? `${outcome.statusWord}. ${outcome.statusText}` : ""),
    primary(label, () => session.go(step)),
  ]);
}

function primary(label: string, run: () => void): HTMLElement {
  const button = h("button", { type: "button", class: "primary" }, label);
  button.addEventListener("click", run);
  return button;
}

function unreadable(session: Session, { findings: all }: CaseAnswer): Child {
  const { text } = session;
  return section(
    text.begin.unreadable,
    h("p", {}, text.begin.unreadableHelp),
    findings(session, all),
    action(session, text.readAgain, () => session.refresh(), "primary"),
  );
}

function newCase(session: Session): HTMLElement {
  const { text } = session;
  const name = newId();
  const radios = templates.map((each, n) => {
    const id = newId();
    return h(
      "div",
      { class: "radio" },
      h("input", { type: "radio", id, name, value: each, checked: n === 0 }),
      h(
        "label",
        { for: id },
        h("strong", {}, text.begin.templates[each][0]),
        h("span", {}, text.begin.templates[each][1]),
      ),
    );
  });
  const form = h("fieldset", {}, h("legend", {}, text.begin.choose), radios);
  const chosen = () =>
    (form.querySelector<HTMLInputElement>("input:checked")?.value ?? "monetary") as TemplateName;
  return section(
    text.begin.create,
    form,
    action(
      session,
      text.begin.createSample,
      async () => session.take(await session.ask("create", chosen())),
      "primary",
    ),
    h("p", { class: "hint" }, text.begin.sampleHint),
    fileInput(session, text.begin.fromEarlier, ".xlsx,.xlsm,.json", async (file) =>
      session.take(await session.ask("createFrom", file.name, await bytesOf(file))),
    ),
  );
}

function openFile(session: Session): HTMLElement {
  const { text } = session;
  const open = async (file: File) => {
    if (session.isUnsaved) throw new ToldFailure("unsaid", {}, text.begin.saveFirst);
    session.take(await session.ask("open", file.name, await bytesOf(file)));
    session.announce(text.begin.opened(file.name));
  };
  const input = fileInput(session, text.begin.file, ".xlsx,.xlsm,.json", open);
  const zone = h("div", { class: "drop" }, h("p", {}, text.begin.drop), input);
  const told = h("div", { class: "told" });
  zone.append(told);
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    const file = event.dataTransfer?.files[0];
    if (file) void session.run(told, () => open(file));
  });
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
  return action(session, text.begin.saveButton, async () => {
    await session.renew("evaluate");
    const { name, bytes } = await session.ask("save");
    handOut(name, bytes);
    session.isUnsaved = false;
    session.show();
    session.announce(text.begin.saved(name));
  });
}

/** Whatever step she is at, what only this page has is one press from being saved. */
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
