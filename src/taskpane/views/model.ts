/**
 * The step Modell: the model as a form, the linter's findings beside it, and a simulation on
 * random bids.
 */
import type { CaseAnswer, FieldAnswer } from "../../case/answers";
import type { FieldName } from "../drafts";
import { action, fold, form, lookUpView, section, taskMessage } from "../controls";
import { findings, findingsBeside } from "./finding-list";
import type { Child } from "../element";
import { h, newId } from "../element";
import { noteDraft, textField } from "../fields";
import { labelWithHelp } from "../help";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";
import { bidderFormsView } from "./bidder-forms";
import { changeModelView } from "./change-model";
import { criteriaView } from "./criteria";
import { imaginedBidFields } from "./imagined-bids";
import { modelWordsView } from "./model-words";
import type { Parts } from "./parts";
import { partsView } from "./parts";
import { priceFormView } from "./price-form";
import { isPublished, publicationView } from "./publication";
import { sectionViews } from "./section";

export function modelView(session: Session): Child {
  const { known } = session;
  if (!known) return undefined;
  return [
    known.formula !== "" && h("p", { class: "formula" }, known.formula),
    partsView(session, modelParts(session, known)),
  ];
}

export function modelParts(session: Session, known: CaseAnswer): Parts {
  const { text } = session;
  const { criteria, priceForm } = known;
  const about = known.findings.filter(({ isAboutModel }) => isAboutModel);
  return [
    {
      name: "model findings",
      title: about.length === 0 ? text.model.findings : `${text.model.findings} (${about.length})`,
      isMain: about.length > 0,
      body: () => findings(session, about, text.model.noFindings),
    },
    criteria && {
      name: "criteria",
      title: text.criteria.title,
      isMain: true,
      body: () => criteriaView(session, criteria),
    },
    { name: "model form", title: text.model.form, body: () => fieldsView(session, known.fields) },
    criteria &&
      criteria.fixed === "" && {
        name: "change model",
        title: text.modelChanges.title,
        narrow: "folded",
        body: () => changeModelView(session, criteria),
      },
    priceForm && {
      name: "price form",
      title: text.prices.title,
      body: () => priceFormView(session, priceForm),
    },
    ...publishingParts(session, known),
    ...tryingParts(session, known),
  ];
}

function publishingParts(session: Session, known: CaseAnswer): Parts {
  const { text } = session;
  return [
    known.group && {
      name: "publication",
      title: text.group.publication,
      body: () => publicationView(session),
    },
    isPublished(known) && {
      name: "bidder forms",
      title: text.forms.title,
      body: () => bidderFormsView(session, known),
    },
  ];
}

/** The model tried and read in words before it is published. */
function tryingParts(session: Session, { modelText, currency }: CaseAnswer): Parts {
  const { text } = session;
  return [
    { name: "model trial", title: text.model.trial, body: () => trialView(session, currency) },
    modelText !== "" && {
      name: "in words",
      title: text.model.inWords,
      narrow: "folded",
      body: () => modelWordsView(session, modelText),
    },
    {
      name: "requirement texts",
      title: text.model.requirementTexts,
      narrow: "folded",
      body: () =>
        lookUpView(session, text.model.requirementTexts, ["requirementTexts"], (found) =>
          findings(session, found),
        ),
    },
  ];
}

/** What the model does at the price that the user expects. */
function trialView(session: Session, currency: string): Child {
  const { text } = session;
  const label = `${text.model.expected}, ${text.model.unitOf(currency)}`;
  const expected = textField(session, "trial.price", label, {
    hint: text.model.expectedHint,
    inputMode: "decimal",
  });
  const { imagined, unitOf } = text.model;
  const bids = imaginedBidFields(session, {
    price: (bid) => imagined.price(bid, unitOf(currency)),
    quality: text.library.quality,
  });
  return form(
    "modelTest",
    h("p", { class: "hint" }, text.model.trialHint),
    expected.view,
    fold(session, "imagined bids", imagined.own, [
      h("p", { class: "hint" }, imagined.hint),
      bids.view,
    ]),
    action(session, { name: "modelTest", label: text.model.tryIt }, async () => {
      await session.obtain("modelTest", () =>
        session.ask("modelTest", expected.value(), bids.typed()),
      );
    }),
    sectionViews(session, session.results.modelTest ?? []),
  );
}

/** The rows of the sheet Modell, which can be mended here also while the workbook cannot be read. */
export function modelFormView(session: Session, fields: readonly FieldAnswer[]): Child {
  return section(session.text.model.form, fieldsView(session, fields));
}

function fieldsView(session: Session, fields: readonly FieldAnswer[]): Child {
  const { known, text } = session;
  const { formFixed, formChanged, formHint } = text.model;
  const isFixed = known !== undefined && isPublished(known);
  // What has been changed since is put back where it can be typed.
  const isChanged = known?.findings.some(({ code }) => code === "published-changed") === true;
  if (isFixed && !isChanged) return [h("p", { class: "hint" }, formFixed), readFields(fields)];
  return [
    h("p", { class: "hint" }, isFixed ? formChanged : formHint),
    h(
      "div",
      { class: "fields" },
      fields.map((field) => fieldView(session, field)),
    ),
  ];
}

/** What is published, as it stands on the sheet: nothing in it can be typed in. */
function readFields(fields: readonly FieldAnswer[]): Child {
  return h(
    "dl",
    { class: "held" },
    fields
      .filter(({ value }) => value !== "")
      .map(({ label, value, options }) => [
        h("dt", {}, label),
        h("dd", {}, options.find(({ code }) => code === value)?.word ?? value),
      ]),
  );
}

/**
 * A field for one row of the sheet. Leaving the field writes its text to the cell, and the model
 * is read again.
 */
function fieldView(session: Session, field: FieldAnswer): HTMLElement {
  const { text, known, drafts, tasks } = session;
  const { key, label, hint, value } = field;
  const [id, hintId, name] = [newId(), newId(), fieldName(field)];
  // What is missing from a whole list, such as the tie chain, is typed in its first field.
  const isOwn = (place: string) => place === name || `${place}[0]` === name;
  const own = known?.findings.filter(({ place }) => isOwn(place)) ?? [];
  const isUnsent = drafts.entry(name, value) !== value && !tasks.isUnderWay(name);
  return h(
    "div",
    {
      class: "field",
      "data-key": key,
      "data-name": name,
      "aria-busy": tasks.isUnderWay(name) ? "true" : undefined,
    },
    labelWithHelp(session, id, { name, label }),
    control(session, field, id, hintId),
    h("p", { class: "hint", id: hintId }, hint),
    taskMessage(session, name),
    isUnsent && h("p", { class: "open" }, text.model.notKept(value)),
    findingsBeside(session, own),
  );
}

function control(
  session: Session,
  field: FieldAnswer,
  id: string,
  hintId: string,
): HTMLInputElement | HTMLSelectElement {
  const { value, kind, options } = field;
  const name = fieldName(field);
  const shown = session.drafts.entry(name, value);
  const common = {
    id,
    "aria-describedby": hintId,
    "aria-invalid": session.tasks.of(name)?.message ? "true" : undefined,
    oninput: noteDraft(session, name, value),
    onchange: () => enter(session, field),
    // The browser sends no change event for a draft that was restored after a reload.
    onblur: () => !session.tasks.of(name) && enter(session, field),
    onkeydown: ({ key }: KeyboardEvent) => key === "Enter" && enter(session, field),
  };
  if (kind !== "choice")
    return h("input", {
      ...common,
      type: "text",
      inputmode: kind === "number" ? "decimal" : "text",
      value: shown,
      autocomplete: "off",
    });
  return h(
    "select",
    common,
    h("option", { value: "" }, session.text.model.blank),
    options.map(({ code, word }) => h("option", { value: code, selected: code === shown }, word)),
  );
}

function fieldName({ key }: FieldAnswer): FieldName {
  return `model.${key}`;
}

/** Writes the text of a field to its cell, unless the cell already has it. */
function enter(session: Session, field: FieldAnswer): void {
  const { key, label, value } = field;
  const name = fieldName(field);
  const sent = session.drafts.entry(name, value);
  // Enter gives two events: the key, and the change.
  if (session.sending.get(name) === sent) return;
  if (sent === value && !session.tasks.isUnderWay(name)) {
    session.tasks.forget((task) => task.name === name);
    return session.show();
  }
  session.sending.set(name, sent);
  void session.run(name, label, async () => {
    try {
      await session.renew(async () => {
        const entry = await session.ask("enter", key, sent);
        if (!entry.kept) throw new RpcFailure("not-entered", {}, entry.why);
        session.noteWritten();
        session.drafts.sent(name, sent);
        return entry.known ?? session.ask("take");
      });
    } finally {
      if (session.sending.get(name) === sent) session.sending.delete(name);
    }
    session.announce(session.text.model.kept(label));
  });
}
