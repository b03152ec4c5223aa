/**
 * A new evaluation: the library of models to choose from, the models beside each other on bids that
 * the officer imagines, and an earlier evaluation to begin from. It keeps no answer of its own.
 */
import type { CaseAnswer } from "../../case/answers";
import type { TemplateName } from "../../app/templates/models";
import { action, fold, form, section } from "../controls";
import type { Child } from "../element";
import { h, newId } from "../element";
import { bytesOf, fileInput } from "../fields";
import type { Session } from "../session";
import { imaginedBidFields, tablesOrReasons } from "./imagined-bids";
import { sectionViews } from "./section";

/** @param take what is done with the evaluation that was made */
export function newCaseView(session: Session, take: (made: CaseAnswer) => void): HTMLElement {
  const { text } = session;
  return section(
    text.begin.create,
    h(
      "fieldset",
      {},
      h("legend", {}, text.begin.choose),
      // The words name every model, which the compiler checks.
      (Object.keys(text.begin.templates) as TemplateName[]).map((each) =>
        modelChoice(session, each),
      ),
    ),
    fold(session, "models beside", text.library.beside, () => besideView(session)),
    action(session, { name: "create", label: text.begin.createSample, kind: "primary" }, async () =>
      take(await session.ask("create", session.template)),
    ),
    h("p", { class: "hint" }, text.begin.sampleHint[session.where]),
    fileInput(session, "createFrom", { label: text.begin.fromEarlier }, async (file) =>
      take(await session.ask("createFrom", file.name, await bytesOf(file))),
    ),
  );
}

/** One model; how it works and when it fits is shown of the one that is chosen. */
function modelChoice(session: Session, name: TemplateName): HTMLElement {
  const id = newId();
  const [title, how, fits] = session.text.begin.templates[name];
  return h(
    "div",
    { class: "radio" },
    h("input", {
      type: "radio",
      id,
      name: "template",
      value: name,
      checked: name === session.template,
      onchange: () => (session.template = name),
    }),
    h("label", { for: id }, h("strong", {}, title), h("span", { class: "about" }, how, " ", fits)),
  );
}

function besideView(session: Session): Child {
  const { library } = session.text;
  const found = session.results.models ?? [];
  const bids = imaginedBidFields(session, library);
  return form(
    "models",
    h("p", { class: "hint" }, library.besideHint),
    bids.view,
    action(session, { name: "models", label: library.compare }, async () => {
      const answer = session.ask("models", bids.typed());
      await session.obtain("models", async () => tablesOrReasons(session, await answer));
    }),
    // What was asked is read at once; fifteen models as open cards are many screens of a narrow pane.
    sectionViews(session, found.slice(0, -1), "lines"),
    sectionViews(session, found.slice(-1), "folded"),
  );
}
