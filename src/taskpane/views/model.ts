/**
 * The step Modell: the model as a form, the linter's findings beside it, and a simulation on
 * random bids.
 */
import type { CaseAnswer, FieldAnswer } from "../../case/answers";
import type { FieldName } from "../drafts";
import { action, fold, form, lookUpView, section } from "../controls";
import { findings } from "./finding-list";
import type { Child } from "../element";
import { h } from "../element";
import { textField } from "../fields";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";
import { bidderFormsView } from "./bidder-forms";
import { changeModelView } from "./change-model";
import { criteriaView } from "./criteria";
import { imaginedBidFields, tablesOrReasons } from "./imagined-bids";
import { modelWordsView } from "./model-words";
import type { Parts } from "./parts";
import { partsView } from "./parts";
import { priceFormView } from "./price-form";
import { isPublished, publicationView } from "./publication";
import { sectionViews } from "./section";
import { readFields, sheetFieldView } from "./sheet-field";

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
      const answer = session.ask("modelTest", expected.value(), bids.typed());
      await session.obtain("modelTest", async () => tablesOrReasons(session, await answer));
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
  const isChanged =
    known?.findings.some(
      ({ code, isAboutModel }) => code === "published-changed" && isAboutModel,
    ) === true;
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

/** A field for one row of the sheet; leaving it enters what was typed, and the model is read again. */
function fieldView(session: Session, field: FieldAnswer): HTMLElement {
  const name = fieldName(field);
  // What is missing from a whole list, such as the tie chain, is typed in its first field.
  const isOwn = (place: string) => place === name || `${place}[0]` === name;
  return sheetFieldView(session, field, {
    name,
    found: session.known?.findings.filter(({ place }) => isOwn(place)) ?? [],
    send: async (sent) => {
      const entry = await session.ask("enter", field.key, sent);
      if (!entry.kept) throw new RpcFailure("not-entered", {}, entry.why);
      session.noteWritten();
      session.drafts.sent(name, sent);
      return entry.known ?? session.ask("take");
    },
  });
}

function fieldName({ key }: FieldAnswer): FieldName {
  return `model.${key}`;
}
