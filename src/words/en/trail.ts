/** The trail in English: chain, seals, review. Part of the English word list. */
import { plural } from "../plural";
import type { FindingSentences } from "../finding-sentences";
import type { Finding } from "../../core/finding";
import { momentText } from "../time";
import { anchorSaid } from "./anchor";
import { list } from "./lab";

type Details = Finding["details"];

const d = (details: Details, key: string): string => String(details[key] ?? "");
const when = (details: Details): string =>
  `${momentText(d(details, "time"))} by ${d(details, "by")}`;
const event = (details: Details): string =>
  `event ${d(details, "number") || `on line ${d(details, "line")}`} (${when(details)})`;

export const trailFindings = {
  "finalised-changed": (x) =>
    `Something the outcome rests on has changed since the evaluation was finalised ${when(x)}. Put it back, or reopen the evaluation with a reason and finalise it anew.`,
  "finalised-already": (x) =>
    `The evaluation was finalised ${when(x)}. Reopen it with a reason if something is to be changed.`,
  "not-finalised": () => "The evaluation is not finalised. Finalise it first.",
  "reopen-without-reason": () => "A finalised evaluation is only reopened with a reason.",
  "award-without-date": () =>
    "The award decision has no date. Enter it on the sheet Decisions or with --decided.",
  "award-entered-otherwise": (x) =>
    `“${x.seen}” stands here already, not “${x.given}”. Nothing was written over; decide which one holds.`,
  "question-missing": () => "The question is empty. Write what the bidder is to answer.",
  "comment-empty": () => "The comment is empty.",
  "copy-other-case": (x) =>
    `The copy belongs to “${x.seen}”, but this is “${x.wanted}”. Nothing was joined.`,
  "copy-unbound": () =>
    "The journal in one of the files has no chain, so what they share cannot be seen. Record something in both, and try again. Nothing was joined.",
  "copy-unrelated": () =>
    "The journals of the files share no beginning; they are not copies of one file. Nothing was joined.",
  "copy-broken": () =>
    "The chain in one of the files is broken. Verify it with “mervarde verify” before anything is joined.",
  "verify-unpublished": () =>
    "No model is published in the file, so it cannot be said whether it is the published one.",
  "verify-published-not-kept": () =>
    "The sheet Published is no longer what the fingerprint of the publication is about. What was published cannot be shown from here; compare with the procurement documents.",
  "verify-never-evaluated": () => "The file has no result sheets to verify. Evaluate it first.",
  "verify-input-changed": (x) =>
    `The input has changed since the evaluation of ${momentText(x.time)}${x.rows === 0 ? "" : `, in ${plural(x.rows, "place", "places")}`}. The results on the sheets are of another input.`,
  "verify-row-changed": (x) => `${x.id} has changed since the evaluation.`,
  "verify-concealed": (x) =>
    ({
      sheet: `The sheet ${x.sheet} is hidden, but counts. Right-click a sheet tab and choose Unhide.`,
      rows: `${x.count === 1 ? `Row ${x.first} on the sheet ${x.sheet} is hidden` : `Rows on the sheet ${x.sheet} are hidden, from ${x.first} to ${x.last}`}, but they count. Clear the filter, or select the rows around them and choose Unhide.`,
      columns: `${x.count === 1 ? `Column ${x.first} on the sheet ${x.sheet} is hidden` : `Columns on the sheet ${x.sheet} are hidden, from ${x.first} to ${x.last}`}, but they count. Select the columns around them and choose Unhide.`,
    })[x.kind] ?? "",
  "verify-unseen-cells": (x) => {
    const cells = `${x.area} on the sheet ${x.sheet}`;
    return (
      {
        "tiny-text": `The text in ${cells} is at most 2 points high and cannot be seen, but counts. Give it an ordinary size.`,
        "same-colour": `The text in ${cells} has the colour of its background and cannot be seen, but counts. Give it another colour.`,
        "blank-format": `The number format in ${cells} shows nothing, but what stands there counts. Choose the format General.`,
        merge: `What stands in ${cells} cannot be seen, since the cell is merged into another, but counts. Unmerge the cells.`,
        drawing: `A picture, a shape or a box lies over ${cells}, which counts. Move it.`,
      }[x.how] ?? ""
    );
  },
  "verify-sheet-missing": (x) => `The result sheet “${x.sheet}” is not in the file.`,
  "verify-cell-differs": (x) =>
    ({
      formula: `Another formula: here stands “${x.seen || "nothing"}”, it should be “${x.wanted}”.`,
      value: `Here stands “${x.seen || "nothing"}”, it should be “${x.wanted}”.`,
      extra: `Here stands “${x.seen}”, it should be blank.`,
    })[x.kind] ?? "",
  "verify-outcome-differs": (x) =>
    `Of the same input, ${event(x)} recorded another outcome: “${x.then}”. Now it is “${x.now}”.`,
  "verify-award-changed": (x) =>
    `What is entered about the award decision has changed since it was registered ${when(x)}.`,
  "verify-version-newer": (x) =>
    `The file was made with ${x.seen}, which is newer than ${x.own}. It may mean something that this program does not know; verify with that version.`,
  "verify-version-older": (x) =>
    `The results were made with ${x.seen} and verified with ${x.own}. The layout of the sheets may differ; the figures must not.`,
  "verify-version-unknown": (x) =>
    `${{ event: `Event ${x.number} of the journal`, bundle: "The bundle" }[x.in] ?? "The sheet Audit"} names “${x.seen}” as the program. It is none of our version names.`,
  "bundle-newer": (x) =>
    `The bundle is of the format ${x.seen}, but this program knows only ${x.known}. Verify it with a newer version.`,
  "bundle-incomplete": (x) =>
    `The bundle is not whole: ${list(x.where, 8)} is missing or of the wrong kind. Fetch it anew.`,
  "bundle-hash-differs": (x) =>
    `The hash ${x.where} in the bundle does not agree with the content: it says ${x.seen}…, the content gives ${x.wanted}….`,
  "bundle-result-differs": (x) => `The bundle says “${x.seen}”, but its input gives “${x.now}”.`,
  "bundle-computation-differs": () =>
    "The steps of the bundle's computation are others than those that its input gives.",
  "bundle-redacted": (x) =>
    `The bundle is redacted in ${plural(x.count, "respect", "respects")}, and ${plural(x.events, "event is", "events are")} shown without their content. What was removed cannot be verified; ask the authority for the whole bundle.`,
  "paper-rationale-missing": (x) =>
    `The papers are not written: the score on ${x.criterion} ${x.name} lacks a rationale for ${list(x.who, 8)}. Write it, or choose drafts with blanks.`,
  "paper-verdict-unreasoned": (x) =>
    `The papers are not written: requirement ${x.id} is not met by ${x.bidder}, but the ${x.missing === "note" ? "reason" : "reference"} is missing. Write it, or choose drafts with blanks.`,
  "paper-rejection-unreasoned": (x) =>
    `The papers are not written: nothing says why the bid from ${x.bidder} is rejected. Write the reason, or choose drafts with blanks.`,
  "secret-price-given-away": (x) =>
    `The price of the bid from ${x.bid} is to be kept secret but can be worked out${x.by.length > 0 ? `, since the bid has the same result as ${list(x.by, 8)}` : " from what the papers show"}. No paper that is to be redacted is written. Reconsider the request on the sheet Sekretess.`,
  "secret-row-given-away": (x) =>
    `Price row ${x.row} of the bid from ${x.bid} is to be kept secret but can be worked out${x.by.length > 0 ? `, since the bid has the same result as ${list(x.by, 8)}` : " from what the papers show"}. No paper that is to be redacted is written. Reconsider the request on the sheet Sekretess.`,
  "trail-none": () => "The file has no journal. Nothing of its history can be verified.",
  "trail-unbound": () =>
    "The journal has no chain. Changes in it cannot be found; the chain begins when something is recorded next.",
  "trail-event-changed": (x) =>
    `The content of ${event(x)} is not what was recorded, or its hash has been changed.`,
  "trail-event-unbound": (x) =>
    `Line ${x.line} of the journal (${when(x)}) has no hash: it was written in by hand.`,
  "trail-gap": (x) =>
    `Before ${event(x)}, ${x.missing ? plural(x.missing, "event is", "events are") : "one or more events are"} missing.`,
  "trail-fork": (x) =>
    `At ${event(x)} the journal forks: it comes from a copy that was worked on by itself and never joined with this one.`,
  "trail-event-foreign": (x) =>
    `With ${event(x)} another journal begins: the event does not belong to this file.`,
  "trail-event-twice": (x) => `${event(x)} is there twice.`.replace(/^e/, "E"),
  "trail-misnumbered": (x) => `${event(x)} has the wrong number.`.replace(/^e/, "E"),
  "trail-disordered": (x) =>
    `${event(x)} stands before an event that it came after.`.replace(/^e/, "E"),
  "trail-end-missing": (x) =>
    `The result sheets were made when the journal ended with the code ${x.code}. That event is no longer there: the end has been taken off or replaced.`,
  "trail-code-unknown": (x) =>
    `No event in the file has the code ${x.code}. The journal is not the one that the code was registered for.`,
  "trail-shown-differs": (x) =>
    `The cell shows something else than event ${x.number}: its canonical content, or the hidden place that keeps the order, was changed.`,
} satisfies Partial<FindingSentences>;

/** What a difference from the published model is told with, at most so many. */
export const publishedChanges = (x: Details): string =>
  Array.isArray(x["changes"]) && x["changes"].length > 0
    ? ` The difference: ${list(x["changes"], 8)}.`
    : "";

type Counts = { readonly [name: string]: string | number };

/** What is not finished of the work on the bids. */
function openText(x: Counts): string {
  const points = x["open"] === 1 ? "1 point is open" : `${x["open"]} points are open`;
  return [
    ...(x["undecided"] === 0
      ? []
      : [`${x["undecided"]} of ${x["bids"]} bids are not fully examined`]),
    ...(x["open"] === 0 ? [] : [`${points}, see below`]),
  ].join("; ");
}

/** What the check of equal treatment compared, what is not finished, and what to judge. */
function treatmentText(x: Counts): string {
  const isFinished = x["open"] === 0 && x["undecided"] === 0;
  if (isFinished && x["compared"] === 0)
    return x["bids"] === 0
      ? "nothing was compared: the file has no bids"
      : x["bids"] === 1
        ? "nothing was compared: the file has only one bid"
        : "nothing was compared: checked requirements, scores or prices are not in more than one bid";
  const compared = `checked requirements in ${x["checked"]} of ${x["bids"]} bids, scores in ${x["scored"]}, prices in ${x["priced"]}; clarifications and corrections: ${x["clarifications"]}`;
  return [
    ...(isFinished ? [] : [`not finished: ${openText(x)}`]),
    compared,
    ...(x["remarks"] === 0 ? [] : ["judge what is listed below"]),
  ].join("; ");
}

export const trailWords = {
  trail: {
    imprint: {
      guide:
        "A short imprint of every row of the input, as it was when the results were computed. Verification points out with them what has changed. Leave them alone.",
      sheet: "Sheet",
      table: "Table",
      rows: "Row = imprint",
    },
    title: "Verification",
    holds: "HOLDS: everything that was verified agrees.",
    fails: "DOES NOT HOLD: see below.",
    unknown: "CANNOT BE VERIFIED WHOLE: something is missing or not finished; see below.",
    states: { holds: "Holds", fails: "Does not hold", unknown: "Cannot be verified", aside: "–" },
    unfinished: "Not finished",
    questions: {
      model: "The published model",
      treatment: "Every bid treated alike",
      arithmetic: "The arithmetic",
      inputs: "The input since the evaluation",
      seen: "All that counts can be seen",
      sheets: "The result sheets",
      trail: "The chain of the journal",
      anchor: "The anchor outside the file",
      records: "What was recorded of the outcome",
      chronology: "The order of steps",
      version: "The program",
      bundle: "The bundle",
    },
    said: {
      model: (x: { readonly [name: string]: string | number }) =>
        x["code"] === undefined
          ? "no model is published in the file"
          : `code ${x["code"]}, published ${momentText(String(x["time"]))} by ${x["by"]}`,
      treatment: treatmentText,
      arithmetic: (x: { readonly [name: string]: string | number }) =>
        x["figures"] === 0
          ? "no bid has a price or a result to compute again"
          : `double computation ${x["equal"]} of ${x["of"]}, self-checks ${x["passed"]} of ${x["checks"]}`,
      seen: (x: { readonly [name: string]: string | number }) =>
        x["sheets"] === undefined
          ? "a document without sheets"
          : `${x["sheets"]} sheets searched for hidden sheets, rows, columns and cells`,
      inputs: (x: { readonly [name: string]: string | number }) =>
        x["fingerprint"] === undefined
          ? "a document without result sheets"
          : `fingerprint ${String(x["fingerprint"]).slice(0, 16)}…`,
      sheets: (x: { readonly [name: string]: string | number }) =>
        x["cells"] === undefined
          ? "no result sheets to compare with"
          : `${x["cells"]} cells on ${x["sheets"]} sheets, formulas and values`,
      trail: (x: { readonly [name: string]: string | number }) =>
        x["code"] === undefined
          ? `${x["count"]} events`
          : `${x["count"]} events, end code ${x["code"]}`,
      anchor: anchorSaid,
      records: (x: { readonly [name: string]: string | number }) =>
        x["count"] === 0 && x["scores"] === 0
          ? "neither outcomes nor scores are recorded"
          : `${x["compared"]} of ${x["count"]} recorded outcomes are of this input and were computed again, ${x["scores"]} recorded scores`,
      chronology: (x: { readonly [name: string]: string | number }) =>
        x["count"] === 0
          ? "no times are given"
          : `${x["count"]} steps with a time, from publication to contract`,
      version: (x: { readonly [name: string]: string | number }) => `verified with ${x["version"]}`,
      bundle: (x: { readonly [name: string]: string | number }) =>
        `${x["steps"]} steps, made ${momentText(String(x["made"]))} with ${x["madeWith"]}`,
    },
    printCode: (code: string): string =>
      `The code of the model, to print in the procurement documents: ${code}`,
    since: "Changed since quality was fixed, and reopened",
    noneSince: "nothing",
    proves:
      "The chain shows whether anything inside the history was changed or removed. That nothing was taken off the end is shown only by an end code registered elsewhere: print it in the report and enter it in the case diary.",
    joined: (count: number) =>
      `${plural(count, "event from the copy was", "events from the copy were")} added. Scores that differ do not count until they are recorded with a reason.`,
    nothingToJoin: "The copy has nothing that is not here already.",
    copyFields: (count: number) =>
      `${plural(count, "entry differs", "entries differ")} between the files and ${count === 1 ? "was" : "were"} not changed here:`,
  },
};

/** The commands around the award, for a terminal. */
export const cliTrail = {
  verify: "verify: recompute everything and compare with sheets, journal and seals",
  anchor:
    "anchor file, or the reply to it (.p7s, .tsr), that lay outside the file and should be about its journal",
  head: "end code from a printed report, which must be in the journal",
};
