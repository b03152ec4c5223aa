/**
 * Another way to evaluate, or another scale: a choice, what it would write in the sheets and do to the
 * worth of full marks, and the button that makes it. Nothing is written before it has been shown.
 */
import type { ModelChange } from "../../app/model-changes/change-model";
import type { ChangedRow } from "../../app/model-changes/changed-rows";
import type { TypedMeasure } from "../../app/model-changes/proposed-scale";
import type { Choices } from "../../case/change-choices";
import type { CriteriaAnswer, CriterionLine } from "../../case/criterion-tree";
import type { ChangePreview } from "../../case/model-change";
import { action, fold, lookUpView } from "../controls";
import type { FieldName } from "../drafts";
import type { Child } from "../element";
import { h } from "../element";
import { choiceField, textField } from "../fields";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";

/** A way for the whole model. */
export function changeModelView(session: Session, { ways }: CriteriaAnswer): Child {
  const { modelChanges: text } = session.text;
  return [
    h("p", { class: "hint" }, text.hint),
    choiceView(session, ways, {
      name: "change way",
      label: text.way,
      words: text.ways,
      changeOf: (way) => ({ kind: "way", way }),
    }),
  ];
}

/** A way and a scale for one criterion; nothing where there is nothing to choose. */
export function changeCriterionView(session: Session, line: CriterionLine): Child {
  const { modelChanges: text } = session.text;
  const { id: criterion, ways, scales } = line;
  if (ways.codes.length + scales.codes.length === 0) return undefined;
  return fold(session, `change ${criterion}`, text.criterionTitle, () => [
    h("p", { class: "hint" }, text.hint),
    ways.codes.length > 0 &&
      choiceView(session, ways, {
        name: `change way ${criterion}`,
        label: text.wayOfCriterion,
        words: text.ways,
        changeOf: (way) => ({ kind: "way", way, criterion }),
      }),
    scales.codes.length > 0 &&
      choiceView(session, scales, {
        name: `change scale ${criterion}`,
        label: text.scale,
        words: text.scales,
        changeOf: (scale) => ({ kind: "scale", scale, criterion }),
        told: (scale) => (scale === "measure" ? measureFields(session, criterion) : undefined),
      }),
  ]);
}

type Asked<Code extends string> = {
  readonly name: FieldName;
  readonly label: string;
  readonly words: { readonly [code in Code]: string };
  readonly changeOf: (code: Code) => ModelChange;
  /** What its author has to say besides the choice. */
  readonly told?: (code: Code) => Told | undefined;
};

const measureKeys = ["worst", "best", "unit"] as const satisfies readonly (keyof TypedMeasure)[];

type Told = { readonly view: Child; readonly said: { readonly measure: TypedMeasure } };

/** What is measured, from what to what: nobody but its author knows. */
function measureFields(session: Session, criterion: string): Told {
  const { measure, measureHint } = session.text.modelChanges;
  const fields = measureKeys.map((key) => ({
    key,
    field: textField(session, `measure.${key} ${criterion}`, measure[key], {
      ...(key === "unit" ? { hint: measureHint } : { inputMode: "decimal" as const }),
      whenLeft: () => session.show(),
    }),
  }));
  const said = Object.fromEntries(fields.map(({ key, field }) => [key, field.value()]));
  return { view: fields.map(({ field }) => field.view), said: { measure: said } };
}

function choiceView<Code extends string>(
  session: Session,
  { codes, now }: Choices<Code>,
  { name, label, words, changeOf, told }: Asked<Code>,
): Child {
  const { modelChanges: text } = session.text;
  const options = codes.map((code) => ({
    code,
    word: code === now ? text.now(words[code]) : words[code],
  }));
  const field = choiceField(session, name, label, {
    options: [{ code: "", word: text.choose }, ...options],
    whenChosen: () => session.show(),
  });
  const chosen = codes.find((code) => code === field.value());
  const fields = chosen === undefined ? undefined : told?.(chosen);
  return [
    field.view,
    fields?.view,
    chosen !== undefined &&
      previewedChange(
        session,
        { name, label, change: { ...changeOf(chosen), ...fields?.said } },
        () => session.drafts.enter(name, "", ""),
      ),
  ];
}

/** A change that someone asks for: the name of its button, what it is called, and the change. */
export type AskedChange = {
  readonly name: string;
  readonly label: string;
  readonly change: ModelChange;
};

/** @param whenMade what is done once the change is written */
export function previewedChange(session: Session, asked: AskedChange, whenMade: () => void): Child {
  return lookUpView(session, asked.label, ["previewChange", asked.change], (preview) =>
    previewView(session, asked, preview, whenMade),
  );
}

function previewView(
  session: Session,
  { name, change }: AskedChange,
  preview: ChangePreview,
  whenMade: () => void,
): Child {
  const { modelChanges: text } = session.text;
  if (preview.why !== undefined) return h("p", { class: "open", role: "status" }, preview.why);
  const { rows, worths, kept } = preview;
  if (rows.length === 0) return h("p", { class: "hint", role: "status" }, text.nothing);
  return h(
    "div",
    { class: "preview", "data-name": `preview ${name}` },
    worths.length === 0
      ? h("p", { role: "status" }, text.sameWorths)
      : listed(
          text.worths,
          worths.map((each) => [
            h("strong", {}, each.name),
            h("span", { class: "changed" }, each.before || text.blank),
            h("span", {}, text.then(each.after || text.blank)),
          ]),
        ),
    listed(
      text.inSheets,
      rows.map((row) => rowView(session, row)),
    ),
    kept.length > 0 && listed(text.kept, kept),
    action(session, { name: `make ${name}`, label: text.make, kind: "primary" }, () =>
      make(session, change, whenMade),
    ),
  );
}

function listed(title: string, entries: readonly Child[]): Child {
  return [
    h("p", {}, h("strong", {}, title)),
    h(
      "ul",
      { class: "pointers" },
      entries.map((each) => h("li", {}, h("span", {}, each))),
    ),
  ];
}

function rowView(session: Session, { sheet, name, isNew, cells }: ChangedRow): Child {
  const { modelChanges: text } = session.text;
  const changes = cells.map(({ header, before, after }) => {
    const said = isNew ? after : text.becomes(before || text.blank, after || text.blank);
    return `${header} ${said}`.trim();
  });
  return [
    h("span", { class: "hint" }, `${sheet} · `),
    h("strong", {}, name),
    `: ${isNew ? `${text.newRow}, ` : ""}${changes.join("; ")}`,
  ];
}

async function make(session: Session, change: ModelChange, whenMade: () => void): Promise<void> {
  await session.renew(async () => {
    const entry = await session.ask("changeModel", change);
    if (!entry.kept) throw new RpcFailure("not-changed", {}, entry.why);
    session.noteWritten();
    whenMade();
    return entry.known ?? session.ask("take");
  });
  session.announce(session.text.modelChanges.made);
}
