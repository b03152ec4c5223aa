/**
 * Bidders' filled-in forms in the pane: chosen or dropped, shown as they would be taken, and then taken
 * all together or not at all. A word where a price belongs stays a word until it is decided here, with
 * a reason. The case decides what is refused.
 */
import type { ImportAnswer, ImportRequest, WordAnswer, WordGiven } from "../../case/import-answers";
import { action, button, fold, form } from "../controls";
import { findings } from "./finding-list";
import type { FieldName } from "../drafts";
import type { Child } from "../element";
import { h } from "../element";
import { bytesOf, choiceField, dropZone, textField } from "../fields";
import type { Session } from "../session";
import { expectName, take } from "./acts";
import { sectionViews } from "./section";

export function importView(session: Session): Child {
  const { text, forms, results } = session;
  return fold(session, "import forms", text.imports.title, () => [
    h("p", { class: "hint" }, text.imports.hint),
    dropZone(
      session,
      "choose forms",
      {
        text: text.imports.drop,
        label: text.imports.files,
        isSeveral: true,
        accept: ".xlsx,.xlsm",
      },
      async (...files) => {
        session.forms = await Promise.all(
          files.map(async (file) => ({ name: file.name, bytes: await bytesOf(file) })),
        );
        await preview(session);
      },
    ),
    forms.length > 0 && [
      h("p", {}, forms.map(({ name }) => name).join(", ")),
      // Enter shows what the decisions come to; only the button takes the forms.
      form(
        "importForms",
        results.importForms && previewView(session, results.importForms),
        action(session, { name: "importForms", label: text.imports.preview }, () =>
          preview(session),
        ),
      ),
      button("drop forms", text.imports.leave, () => leave(session), "subtle"),
    ],
  ]);
}

function previewView(session: Session, answer: ImportAnswer): Child {
  const { text } = session;
  const { sections, broken, words, ready } = answer;
  return h(
    "div",
    { "data-name": "import preview" },
    broken.length > 0 &&
      h(
        "ul",
        { class: "findings" },
        broken.map((each) => h("li", { class: "blocking" }, each)),
      ),
    sectionViews(session, sections),
    findings(session, answer.findings),
    words.length > 0 && decisionsView(session, words),
    ready > 0
      ? action(
          session,
          { name: "take forms", label: text.imports.take(ready), kind: "primary" },
          () => takeAll(session),
        )
      : h("p", { class: "bad" }, text.imports.notReady),
  );
}

/** What each word stands for; one that is not decided leaves the price blank. */
function decisionsView(session: Session, words: readonly WordAnswer[]): Child {
  const { text } = session;
  const options = [
    { code: "", word: text.imports.undecided },
    { code: "price", word: text.imports.isPrice },
    { code: "not-offered", word: text.imports.notOffered },
    { code: "asked", word: text.imports.asked },
  ];
  return h(
    "fieldset",
    { "data-name": "words" },
    h("legend", {}, text.imports.words),
    h("p", { class: "hint" }, text.imports.wordsHint),
    words.map((word) => {
      const name = nameOf(word);
      const isPrice = session.drafts.entry(name, "") === "price";
      return [
        choiceField(session, name, word.text, {
          options,
          whenChosen: () => session.show(),
        }).view,
        isPrice && textField(session, priceName(word), text.imports.price, { begins: "0" }).view,
      ];
    }),
    textField(session, "import.reason", text.imports.reason, { rows: 2 }).view,
    h("p", { class: "hint" }, text.imports.previewAgain),
  );
}

function nameOf({ file, item }: Pick<WordAnswer, "file" | "item">): FieldName {
  return `import.meaning ${file} ${item}`;
}

function priceName({ file, item }: Pick<WordAnswer, "file" | "item">): FieldName {
  return `import.price ${file} ${item}`;
}

/** The forms' words as they are decided now. */
function requestOf({ drafts, results, who }: Session): ImportRequest {
  const words = (results.importForms?.words ?? []).flatMap(({ file, item }): WordGiven[] => {
    const meaning = drafts.entry(nameOf({ file, item }), "") as WordGiven["meaning"] | "";
    const price = drafts.entry(priceName({ file, item }), "0");
    return meaning === "" ? [] : [{ file, item, meaning, price }];
  });
  return { by: who.trim(), words, reason: drafts.entry("import.reason", "").trim() };
}

async function preview(session: Session): Promise<void> {
  const request = requestOf(session);
  await session.obtain("importForms", () => session.ask("previewForms", request, session.forms));
  session.bringTo({ name: "import preview", isFocused: false, block: "nearest" });
}

async function takeAll(session: Session): Promise<void> {
  expectName(session);
  const answer = await session.ask("takeForms", requestOf(session), session.forms);
  if (answer.message !== "") leave(session);
  take(session, answer);
}

function leave(session: Session): void {
  session.forms = [];
  const { importForms: _, ...others } = session.results;
  session.results = others;
  session.drafts.done("import");
  session.show();
}
