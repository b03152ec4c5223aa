/**
 * The history of what decides an award as tables: since when each part stands, what has changed since
 * with its effect, outcomes that were replaced, and reviews that were signed. It finds nothing itself.
 */
import type { Section } from "../content/table";
import type { Clarification } from "../core/document/schema";
import { clarifiedPlace } from "../core/document/corrections";
import { partOf } from "../core/document/deciding-values";
import { Exact } from "../core/number";
import type { Place } from "../core/place";
import type { HistoryChange, HistoryPart, Standing } from "../journal/history-walk";
import { historyParts } from "../journal/history-walk";
import type { Unknown } from "../journal/value-history";
import type { TriedOutcome } from "../journal/tried-outcomes";
import type { JournalReader } from "../procedure/event-text";
import { recordedOutcome } from "../procedure/event-text";
import { shown } from "../procedure/table-cells";
import { shortAmountText } from "../words/sentences";
import { recordedText } from "../words/recorded-text";
import { namedId } from "../words/named-id";
import type { Words } from "../words/sv/words";
import type { Effect } from "./compare-versions";
import { bidListText, bidText, standingWord } from "../words/outcome-text";
import { eventLine, someOf } from "./event-lines";
import type { EffectiveChange, RecordHistory } from "./record-history";
import { signOffSection } from "./sign-off-text";

export function recordSections(history: RecordHistory, reader: JournalReader): Section[] {
  return [
    standingSection(history, reader.words),
    changesSection(history.changes, reader),
    triedSection(history.tried, reader),
    signOffSection(history.signed, reader),
  ];
}

/** One line for each part that was recorded at once, however many values it has. */
export function standingSection(
  { standings, unknown }: Pick<RecordHistory, "standings" | "unknown">,
  words: Words,
): Section {
  const { title, note, columns } = words.history.standing;
  const order = (part: HistoryPart) => historyParts.indexOf(part);
  const rows = [
    ...standings.map((each) => ({ part: each.part, row: standingRow(each, words) })),
    ...unknown.map((each) => ({ part: each.part, row: unknownRow(each, words) })),
  ].sort((a, b) => order(a.part) - order(b.part));
  return { title, note, columns, rows: rows.map(({ row }) => row) };
}

function standingRow(
  { part, at, until, by, values, bids, changed }: Standing,
  words: Words,
): string[] {
  const { parts, standing } = words.history;
  const event = words.eventTypes[at.type];
  return [
    parts[part],
    standing.extent(values, bids),
    until === undefined
      ? standing.since(at.time, by.join(", "), event)
      : standing.through(at.time, until.time, by.join(", "), event),
    standing.changes(changed),
  ];
}

function unknownRow({ part, count }: Unknown, words: Words): string[] {
  const { parts, standing } = words.history;
  const extent = part === "model" ? "" : standing.extent(count, 0);
  return [parts[part], extent, standing.unrecorded, standing.remedy[part]];
}

function changesSection(changes: readonly EffectiveChange[], reader: JournalReader): Section {
  const { title, note, none, columns } = reader.words.history.changes;
  return {
    title,
    note: changes.length === 0 ? none : note,
    columns,
    rows: changes.map((change) => changeRow(change, reader)),
  };
}

function changeRow(change: EffectiveChange, reader: JournalReader): string[] {
  const { words, placeText } = reader;
  const text = words.history.changes;
  const { kind, part, at, values } = change;
  const decision = decisionOf(change, reader);
  const isUnrecorded = kind === "unrecorded";
  return [
    isUnrecorded
      ? text.nobody
      : words.cli.group.signed(decision?.time ?? at.time, decision?.by ?? at.by),
    decision?.kind ?? (isUnrecorded && part === "model" ? text.unpublished : text.kinds[kind]),
    decision?.what ??
      someOf(
        values.map(({ key }) => placeText(key)),
        words,
      ),
    decision?.change ??
      someOf(
        values.map((value) =>
          reader.isUnread({ ...at, place: value.key })
            ? words.cli.group.unread
            : valueChange(value, change, words),
        ),
        words,
      ),
    isUnrecorded ? "" : (decision?.why ?? at.reason ?? at.rationale ?? ""),
    effectOf(change, reader),
  ];
}

/** What a change does to the outcome: who comes first, then the result and rank of each bid. */
export function effectOf(
  { kind, part, values, effects, first }: EffectiveChange,
  reader: JournalReader,
): string {
  const { words, names } = reader;
  const text = words.history.changes;
  if (values.length === 0) return "";
  if (effects === undefined) return text.cannotTell;
  const named = (ids: readonly string[] = []) =>
    ids.map((id) => bidText(id, names.bids)).join(", ") || text.noFirst;
  const leading = effects.length === 0 ? "" : text.first(named(first?.before), named(first?.after));
  const effect = [leading, effectOrNone(effects, reader)].filter(Boolean).join(". ");
  if (kind !== "unrecorded") return effect;
  return part === "model" ? text.counted(effect) : text.ifCounted(effect);
}

function valueChange(
  { key, from, to }: HistoryChange["values"][number],
  { part }: HistoryChange,
  words: Words,
): string {
  const value = (text: string | undefined) => {
    if (text === undefined) return words.cli.group.blank;
    return part === "scores" || part === "model"
      ? shown(text, words)
      : recordedText(text, partOf(key), words);
  };
  return `${value(from)} → ${value(to)}`;
}

type Decision = {
  readonly kind?: string;
  readonly what: string;
  readonly change: string;
  readonly why: string;
  readonly time?: string | undefined;
  readonly by?: string | undefined;
};

type Naming = Pick<JournalReader, "words" | "names" | "placeText">;

/** A decision of the group as its own record tells it; nothing for a change of a recorded value. */
function decisionOf(
  { kind, values }: HistoryChange,
  { words, names, placeText }: Naming,
): Decision | undefined {
  const field = (name: string) => values.find(({ key }) => key.endsWith(`].${name}`))?.to;
  const common = { time: field("decidedAt"), by: field("decidedBy"), why: field("reason") ?? "" };
  const value = (name: string) => shown(field(name), words);
  switch (kind) {
    case "clarifications":
      return {
        ...common,
        ...clarified(field, { words, names, placeText }),
        change:
          value("new") === ""
            ? words.history.changes.answered(field("answer") ?? "")
            : `${value("original") || words.cli.group.blank} → ${value("new")}`,
      };
    case "exclusions":
    case "lowBids":
      return {
        ...common,
        what: namedId(field("bid") ?? "", names.bids),
        change: recordedText(field("decision") ?? "", "records", words),
      };
    case "lotteries":
      return {
        ...common,
        time: field("time"),
        by: listText(field("witnesses")),
        what: "",
        change: bidListText(listText(field("order")), names.bids),
      };
    case "adjustments":
      return {
        ...common,
        time: field("date"),
        by: field("by"),
        what: field("requirement") ?? "",
        change: field("dropped") === "true" ? words.history.changes.dropped : value("text"),
      };
    default:
      return undefined;
  }
}

/** Which rule a correction or clarification was made under, and what it is about. */
function clarified(
  field: (name: string) => string | undefined,
  { words, names, placeText }: Naming,
): Pick<Decision, "what"> & { readonly kind?: string } {
  const rules: { readonly [rule: string]: string } = words.clarificationRules;
  const kind = rules[field("rule") ?? ""];
  const record = { bid: field("bid") ?? "", subject: field("subject"), of: field("of") };
  const place: Place | undefined = clarifiedPlace(record as Clarification);
  const what =
    place === undefined
      ? [
          namedId(record.bid, names.bids),
          ...(record.of === undefined ? [] : [namedId(record.of, names.rows)]),
        ].join(" · ")
      : placeText(place);
  return { what, ...(kind === undefined ? {} : { kind }) };
}

/** A list that was recorded as JSON, as names with commas between. */
function listText(json: string | undefined): string {
  return (json ?? "").replace(/^\[|\]$|"/g, "").replaceAll(",", ", ");
}

function triedSection(tried: RecordHistory["tried"], reader: JournalReader): Section {
  const { title, note, none, unevaluated, columns } = reader.words.history.tried;
  return {
    title,
    note: tried === undefined ? unevaluated : tried.length === 0 ? none : note,
    columns,
    rows: (tried ?? []).map((each) => triedRow(each, reader)),
  };
}

function triedRow(
  { event, changes, isInputChanged }: TriedOutcome,
  reader: JournalReader,
): string[] {
  const { words } = reader;
  const text = words.history.tried;
  const known = event.priceKnown;
  return [
    words.cli.group.signed(event.time, event.by),
    known === undefined ? text.unsaid : known ? text.known : text.unknown,
    recordedOutcome(event, reader),
    changes.length > 0
      ? someOf(
          changes.map((change) => eventLine(change, reader)),
          words,
        )
      : isInputChanged
        ? text.unseen
        : text.same,
  ];
}

/**
 * What a difference does to results and ranks.
 * @param effects undefined where the difference has not been tried by itself
 */
export function effectOrNone(
  effects: readonly Effect[] | undefined,
  reader: Pick<JournalReader, "words" | "names">,
): string {
  const text = reader.words.cli.exchange;
  if (effects === undefined) return text.unasked;
  return effects.length === 0 ? text.none : effectText(effects, reader);
}

/**
 * Two results as the ranking shows them, rounded with "≈" where they have many decimals; with all of them
 * where they would otherwise look the same. What is no figure stands as it is.
 */
function shortened(before: string, after: string, words: Words): readonly [string, string] {
  const shown = (text: string) => {
    const [, whole, decimals] = /^(-?\d+)\.(\d+)$/.exec(text) ?? [];
    if (whole === undefined || decimals === undefined) return words.number(text);
    const ratio = `${BigInt(`${whole}${decimals}`)}/1${"0".repeat(decimals.length)}`;
    return shortAmountText(Exact.of(ratio), words);
  };
  const [then, now] = [shown(before), shown(after)];
  return then === now ? [words.number(before), words.number(after)] : [then, now];
}

/** Results and ranks before and after; a bid without a rank is shown by its standing. */
function effectText(
  effects: readonly Effect[],
  { words, names }: Pick<JournalReader, "words" | "names">,
): string {
  return effects
    .map(({ bid, before, after, rankBefore, rankAfter }) =>
      words.cli.exchange.effectOf(
        bidText(bid, names.bids),
        ...shortened(before, after, words),
        standingWord(rankBefore, bid, words, names),
        standingWord(rankAfter, bid, words, names),
      ),
    )
    .join("; ");
}
