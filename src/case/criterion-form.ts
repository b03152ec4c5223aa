/**
 * A criterion as a form: the columns of its row that can stand where it stands in the tree, and its
 * levels and intervals. A new criterion begins with the scale of the one before it. It reads no cell
 * and enters nothing.
 */
import { worthNumberKeys } from "../core/document/worth-keys";
import type { Criterion, EvaluationDocument } from "../core/document/schema";
import { everyCriterion, leaves } from "../core/document/schema";
import { worthsRead } from "../core/methods/method";
import { methodOf } from "../core/methods/registry";
import { bandAt, criterionAt, levelAt } from "../core/place";
import { freeChildId, spotIn } from "../app/arranged-criteria";
import { criterionRows } from "../sheet/writing/criterion-rows";
import type { KeptScale } from "../sheet/kept-scale";
import type { Row } from "../sheet/writing/written-columns";
import type { Words } from "../words/sv/words";
import type { RowField, RowForm } from "./row-answers";
import { cellValueText, columnField } from "./row-fields";

/** `kept` is what the sheets keep of a scale that the criterion had before. */
type Setting = {
  readonly document: EvaluationDocument;
  readonly words: Words;
  readonly kept?: KeptScale;
};

type GroupName = keyof Words["rowForms"]["groups"];

/** The columns of a scored criterion's scale, by the scale that they belong to. */
const ofScales = {
  points: ["scale.zero", "scale.max", "scale.step"],
  measure: ["scale.worst", "scale.best", "scale.unit"],
} as const;

/** The columns that say how a criterion is scored. */
const scaleColumns: readonly string[] = ["scale.type", ...ofScales.points, ...ofScales.measure];

/** The fewest lines for levels, so that a short scale is typed at once. */
const leastLevels = 4;

/**
 * @param id "" for a new criterion
 * @param parent the group that a new criterion comes under; "" at the root
 */
export function criterionForm(id: string, parent: string, setting: Setting): RowForm {
  const at = standing(id, parent, setting);
  const worths = worthColumns(at);
  const groups = [
    ["", [...worths.common, ...(id === "" ? ["kind"] : [])]],
    ["scale", []],
    ["worth", worths.others],
    ["minimums", minimumColumns(at)],
    ["bands", []],
    ["assessment", at.isGroup ? [] : ["panel", "perConsultant", "perParticipant"]],
    ["described", describingColumns(at, id)],
    ["more", id === "" ? ["id"] : []],
  ] as const satisfies readonly (readonly [GroupName | "", readonly string[]])[];
  const made = groups.map(([name, columns]) => ({
    title: name === "" ? "" : setting.words.rowForms.groups[name],
    fields: [
      ...(name === "" ? [field("name", at, setting)] : []),
      ...columns.map((column) => field(column, at, setting)),
      ...(name === "scale" && !at.isGroup ? scaleFields(at, setting) : []),
      ...(name === "bands" ? bandFields(at, setting) : []),
    ],
  }));
  return {
    table: "criteria",
    id,
    ...(parent === "" ? {} : { parent }),
    groups: made.filter(({ fields }) => fields.length > 0),
  };
}

/** Where a criterion stands in the tree, and what its row holds. */
type Standing = {
  readonly id: string;
  readonly criterion: Criterion | undefined;
  readonly row: Row;
  readonly isRoot: boolean;
  readonly isGroup: boolean;
  /** Whether the criteria of its group are joined by weights. */
  readonly isWeighed: boolean;
  readonly type: EvaluationDocument["model"]["method"]["type"];
};

function standing(id: string, parent: string, { document }: Setting): Standing {
  const { criteria, model } = document;
  const spot = id === "" ? undefined : spotIn(criteria, id);
  const criterion = spot?.siblings[spot.at];
  const groupId = id === "" ? parent : (spot?.group?.id ?? "");
  const group = [...everyCriterion(criteria)].find((each) => each.id === groupId);
  const row = criterion
    ? (criterionRows([criterion])[0] ?? {})
    : newRow(parent, group?.children ?? criteria, document);
  return {
    id,
    criterion: criterion ?? lastScored(group?.children ?? criteria),
    row,
    isRoot: group === undefined,
    isGroup: criterion?.children !== undefined,
    isWeighed: group !== undefined && group.aggregate !== "points",
    type: model.method.type,
  };
}

/** What a new row begins with: an id of its own, and the kind and scale of the criterion before it. */
function newRow(
  parent: string,
  siblings: readonly Criterion[],
  { criteria }: EvaluationDocument,
): Row {
  const before = lastScored(siblings);
  const [like = {}] = before ? criterionRows([before]) : [];
  const copied = Object.entries(like).filter(([column]) => scaleColumns.includes(column));
  return {
    id: parent === "" ? freeRootId(criteria) : freeChildId(criteria, parent),
    kind: siblings.at(-1)?.kind ?? "added-value",
    ...Object.fromEntries(copied),
  };
}

function lastScored(siblings: readonly Criterion[]): Criterion | undefined {
  return leaves(siblings).at(-1);
}

/** One more than the last root that has a number, as it is written. */
function freeRootId(criteria: readonly Criterion[]): string {
  const stems = criteria.flatMap(({ id }) => /^(\D+)\d+$/.exec(id)?.[1] ?? []);
  return freeChildId(criteria, stems.at(-1) ?? "M");
}

/**
 * What the criterion is worth: an amount at the root by the method, a weight among siblings. The ways
 * to say it that the method has besides, and the criterion does not use, come by themselves.
 */
function worthColumns({ isRoot, isGroup, isWeighed, type, row, id, criterion }: Standing): {
  readonly common: readonly string[];
  readonly others: readonly string[];
} {
  const allowed: readonly string[] = isRoot
    ? worthsRead(methodOf(type))
    : isWeighed
      ? ["weight"]
      : [];
  const columns: string[] = worthNumberKeys.filter(
    (column) => allowed.includes(column) || row[column] !== undefined,
  );
  const used = columns.filter((column) => row[column] !== undefined);
  // Beside intervals an amount would be a second worth.
  const isBanded = id !== "" && allowed.includes("bands") && criterion?.bands !== undefined;
  const common = used.length > 0 || isBanded ? used : columns.slice(0, 1);
  return {
    common: isGroup ? [...common, "aggregate"] : common,
    others: columns.filter((column) => !common.includes(column)),
  };
}

function minimumColumns({ isGroup }: Standing): string[] {
  return [...(isGroup ? [] : ["minimum"]), "minimumShare", ...(isGroup ? ["minimumPoints"] : [])];
}

function describingColumns({ isGroup }: Standing, id: string): string[] {
  return [
    "description",
    ...(id === "" ? [] : ["kind"]),
    ...(isGroup ? [] : ["examined", "story", "script", "minutes"]),
  ];
}

function field(column: string, { id, row }: Standing, setting: Setting): RowField {
  const place = id === "" ? "" : `${criterionAt(id)}.${column}`;
  const made = columnField({ table: "criteria", column, value: row[column], place }, setting);
  const { kept } = setting;
  return { ...made, value: made.value === "" ? (kept?.columns[column] ?? "") : made.value };
}

/** The scale, and the fields that each kind of scale has. */
function scaleFields(at: Standing, setting: Setting): RowField[] {
  const { words } = setting;
  const shownFor = (scale: keyof Words["scaleTypes"]) => ({
    column: "scale.type",
    values: [words.scaleTypes[scale]],
  });
  return [
    field("scale.type", at, setting),
    ...levelFields(at, setting).map((each) => ({ ...each, shownFor: shownFor("levels") })),
    ...(["points", "measure"] as const).flatMap((scale) =>
      ofScales[scale].map((column) => ({
        ...field(column, at, setting),
        shownFor: shownFor(scale),
      })),
    ),
  ];
}

/** Value and text of each level, and of some more. */
function levelFields({ id, criterion }: Standing, { words, kept }: Setting): RowField[] {
  const levels =
    criterion?.scale?.type === "levels" ? criterion.scale.levels : (kept?.levels ?? []);
  const { levelValue, levelText } = words.rowForms;
  return Array.from({ length: Math.max(levels.length + 2, leastLevels) }, (_, n): RowField[] => [
    {
      column: `levels.${n}.value`,
      label: levelValue(n + 1),
      hint: "",
      value: cellValueText(levels[n]?.value, "decimal", words),
      kind: "number",
      options: [],
      place: id === "" ? "" : levelAt(id, n, "value"),
    },
    {
      column: `levels.${n}.label`,
      label: levelText(n + 1),
      hint: "",
      value: levels[n]?.label ?? "",
      kind: "long",
      options: [],
      place: id === "" ? "" : levelAt(id, n, "label"),
    },
  ]).flat();
}

/** The deduction of each interval of points, and of one more; at the root, where the method has them. */
function bandFields(
  { id, criterion, isRoot, type }: Standing,
  { words, document }: Setting,
): RowField[] {
  const { bandOf, inCurrency } = words.rowForms;
  const bands = id === "" ? [] : (criterion?.bands ?? []);
  if (bands.length === 0 && !(isRoot && worthsRead(methodOf(type)).includes("bands"))) return [];
  return Array.from({ length: bands.length + 1 }, (_, n) =>
    (["from", "to", "deduction"] as const).map((key): RowField => ({
      column: `bands.${n}.${key}`,
      label: bandOf(inCurrency(words.headers.bands[key], document.procurement.currency), n + 1),
      hint: "",
      value: cellValueText(bands[n]?.[key], "decimal", words),
      kind: "number",
      options: [],
      place: id === "" ? "" : bandAt(id, n, key),
    })),
  ).flat();
}
