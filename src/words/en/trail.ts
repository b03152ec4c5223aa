/** The trail in English: chain, seals, review. Part of the English word list. */
import { list, plural } from "./numbers";
import type { FindingSentences } from "../finding-sentences";
import type { Finding } from "../../core/finding";
import { momentText } from "../time";
import type { Publication } from "../publication";
import { countedPublication } from "../publication";
import { anchorSaid } from "./anchor";

type Details = Finding["details"];

const d = (details: Details, key: string): string => String(details[key] ?? "");
const when = (details: Details): string =>
  `${momentText(d(details, "time"))} by ${d(details, "by")}`;
const event = (details: Details): string =>
  `event ${d(details, "number") || `on line ${d(details, "line")}`} (${when(details)})`;

/** What a cell of the journal holds. */
const quoted = (text: string): string => (text === "" ? "nothing" : `“${text}”`);

/** When a model was published and by whom; where that was registered on a later day, both days. */
export const publishedText = ({ time, by, at }: Publication): string =>
  at === undefined
    ? `${momentText(time)} by ${by}`
    : `${momentText(at)}, registered ${momentText(time)} by ${by}`;

export const trailFindings = {
  "finalised-changed": (x) =>
    `Something that the outcome is based on has changed since the evaluation was finalised ${when(x)}. Restore it, or reopen the evaluation with a reason and finalise it again.`,
  "finalised-already": (x) =>
    `The evaluation was finalised ${when(x)}. Reopen it with a reason if something is to be changed.`,
  "award-without-winner": () =>
    "The evaluation proposes no bid for the award. Resolve what is in the way and finalise again, or enter on the sheet Decisions which bids are awarded, if the decision is another.",
  "not-finalised": () => "The evaluation has not been finalised. Finalise it first.",
  "reopen-without-reason": () => "A finalised evaluation can be reopened only with a reason.",
  "award-without-date": () =>
    "The award decision has no date. Give the day of the decision, or enter it on the sheet Decisions.",
  "award-entered-otherwise": (x) =>
    `“${x.seen}” is already entered here, not “${x.given}”. Nothing was overwritten; decide which applies.`,
  "given-not-moment": (x) =>
    `${x.field}: “${x.seen}” is not a date. Write, for example, 2026-03-02, or 2026-03-02 10:00.`,
  "given-moment-ambiguous": (x) =>
    `${x.field}: “${x.seen}” can be read as different dates. Write the year, month and day, for example 2026-10-14.`,
  "question-missing": () => "The question is empty. Write what the bidder is to answer.",
  "comment-empty": () => "The comment is empty.",
  "copy-other-case": (x) =>
    `The copy belongs to “${x.seen}”, but this is “${x.wanted}”. Nothing was merged.`,
  "copy-unbound": () =>
    "The journal in one of the files has no chain, so it cannot be seen what they have in common. Record something in both, and try again. Nothing was merged.",
  "copy-unrelated": () =>
    "The journals of the files have no common start; they are not copies of the same file. Nothing was merged.",
  "copy-prices-unread": (x) =>
    `The prices of ${list(x.ids, 12)} stand in the copy and not here. They are sealed, so they were neither read nor taken in. Open them from the copy, or from a file with the prices alone, with open-prices once quality is fixed.`,
  "copy-broken": () =>
    "The chain in one of the files is broken. Verify it with “mervarde verify” before anything is merged.",
  "verify-unpublished": () =>
    "No model is published in the file, so it cannot be determined whether the model is the published one.",
  "verify-published-not-kept": () =>
    "The sheet Published no longer matches the fingerprint of the publication. What was published cannot be shown from the file; compare with the procurement documents.",
  "verify-never-evaluated": () => "The file has no result sheets to verify. Evaluate it first.",
  "verify-input-changed": (x) =>
    `The input has changed since the evaluation of ${momentText(x.time)}${x.rows === 0 ? "" : `, in ${plural(x.rows, "place", "places")}`}. The results on the sheets were calculated from a different input.`,
  "verify-row-changed": (x) => `The row ${x.id} has changed since the evaluation.`,
  "verify-concealed": (x) =>
    ({
      sheet: `The sheet ${x.sheet} is hidden, but counts. The result is the same as if everything could be seen. Right-click a sheet tab and choose Unhide.`,
      rows: `${x.count === 1 ? `Row ${x.first} on the sheet ${x.sheet} is hidden` : `Rows on the sheet ${x.sheet} are hidden, from ${x.first} to ${x.last}`}, but they count. The result is the same as if everything could be seen. Clear the filter, or select the rows around them and choose Unhide.`,
      columns: `${x.count === 1 ? `Column ${x.first} on the sheet ${x.sheet} is hidden` : `Columns on the sheet ${x.sheet} are hidden, from ${x.first} to ${x.last}`}, but they count. The result is the same as if everything could be seen. Select the columns around them and choose Unhide.`,
    })[x.kind] ?? "",
  "verify-unseen-cells": (x) => {
    const cells = `${x.area} on the sheet ${x.sheet}`;
    return (
      {
        "tiny-text": `The text in ${cells} is at most 2 points high and cannot be seen, but counts. The result is the same as if everything could be seen. Give it an ordinary size.`,
        "same-colour": `The text in ${cells} has the colour of its background and cannot be seen, but counts. The result is the same as if everything could be seen. Give it another colour.`,
        "blank-format": `The number format in ${cells} shows nothing, but what stands there counts. The result is the same as if everything could be seen. Choose the format General.`,
        merge: `What stands in ${cells} cannot be seen because the cell is merged with another, but counts. The result is the same as if everything could be seen. Unmerge the cells.`,
        drawing: `A picture, a shape or a box lies over ${cells}, which counts. The result is the same as if everything could be seen. Move it.`,
      }[x.how] ?? ""
    );
  },
  "verify-sheet-missing": (x) =>
    `The result sheet “${x.sheet}” is not in the file. Take it from a copy of the file, or evaluate again and it will be written.`,
  "verify-results-unread": (x) =>
    `On ${x.sheets.join(", ")}, ${plural(x.count, "cell is", "cells are")} not what the input gives now. What stands there is not shown, since prices are sealed. Evaluate again: the sheets are then written without prices, and the journal gets a line about it.`,
  "verify-cell-differs": (x) =>
    ({
      formula: `The formula differs: the cell has ${x.seen === "" ? "no formula" : `“${x.seen}”`}, but should have “${x.wanted}”.`,
      value: `The cell has ${x.seen === "" ? "no value" : `“${x.seen}”`}, but should have “${x.wanted}”.`,
      extra: `The cell has “${x.seen}”, but should be blank.`,
    })[x.kind] ?? "",
  "verify-outcome-differs": (x) =>
    `For the same input, ${event(x)} recorded a different outcome: “${x.then}”. The outcome is now “${x.now}”.`,
  "verify-award-changed": (x) =>
    `What is entered about the award decision has changed since it was registered ${when(x)}.`,
  "verify-version-newer": (x) =>
    `The file was made with ${x.seen}, which is newer than ${x.own}. It may contain something that this program does not know; verify with that version.`,
  "verify-version-older": (x) =>
    `The results were made with ${x.seen} and verified with ${x.own}. The layout of the sheets may differ; the figures must not.`,
  "verify-version-unknown": (x) =>
    `${{ event: `Event ${x.number} of the journal`, bundle: "The verification file" }[x.in] ?? "The sheet Trail"} names “${x.seen}” as the program. That is not a version name from Mervärde.`,
  "bundle-newer": (x) =>
    `The verification file has the format ${x.seen}, but this program reads only ${x.known}. Verify it with a newer version.`,
  "bundle-incomplete": (x) =>
    `The verification file is incomplete: ${list(x.where, 8)} is missing or of the wrong kind. Obtain it again.`,
  "bundle-hash-differs": (x) =>
    `The hash ${x.where} in the verification file does not match the content: it says ${x.seen}…, the content gives ${x.wanted}….`,
  "bundle-result-differs": (x) =>
    `The verification file says “${x.seen}”, but its input gives “${x.now}”.`,
  "bundle-computation-differs": () =>
    "The calculation steps in the verification file differ from those that its input gives.",
  "bundle-redacted": (x) =>
    `The verification file is redacted in ${plural(x.count, "respect", "respects")}, and ${plural(x.events, "event is", "events are")} shown without their content. What was removed cannot be verified; ask the authority for the complete file.`,
  "paper-rationale-missing": (x) =>
    `The documents have not been written: the score on ${x.name} (${x.criterion}) lacks a rationale for ${list(x.who, 8)}. Write it, or choose drafts with gaps.`,
  "paper-verdict-unreasoned": (x) =>
    `The documents have not been written: requirement ${x.id} is not met by ${x.bidder}, but the ${x.missing === "note" ? "reason" : "reference"} is missing. Write it, or choose drafts with gaps.`,
  "paper-exclusion-undecided": (x) =>
    `The documents have not been written: ${x.bidder} is excluded or may be excluded, but the sheet Exclusion lacks the decision or its reasons. Write them, or choose drafts with gaps.`,
  "paper-rejection-unreasoned": (x) =>
    `The documents have not been written: nothing states why the bid from ${x.bidder} is rejected. Write the reason, or choose drafts with gaps.`,
  "notices-under-seal": () =>
    "No notices have been made: the prices are sealed, so that there is no outcome and no decision to give notice of. Fix the quality, open the prices and register the decision first.",
  "notices-while-blocked": () =>
    "No notices have been made: the decision is registered, but the award is blocked, so that the outcome is not the one that was decided. Mend what blocks it (under Review) first.",
  "secret-price-given-away": (x) =>
    `The price of the bid from ${x.bid} is to be kept confidential but can be worked out${x.by.length > 0 ? `, since the bid has the same result as ${list(x.by, 8)}` : " from what the documents show"}. No document that is to be redacted has therefore been written. Reconsider the request on the sheet Secrecy.`,
  "secret-row-given-away": (x) =>
    `Price row ${x.row} of the bid from ${x.bid} is to be kept confidential but can be worked out${x.by.length > 0 ? `, since the bid has the same result as ${list(x.by, 8)}` : " from what the documents show"}. No document that is to be redacted has therefore been written. Reconsider the request on the sheet Secrecy.`,
  "secret-of-unknown": (x) =>
    `The request for secrecy for the bid from ${x.bid} concerns “${x.of}”, which is not among ${{ "price-item": "the price rows", requirement: "the requirements", criterion: "the criteria", clarification: "the clarifications" }[x.subject] ?? x.subject}. No document that is to be redacted has therefore been written. Correct the column Id or name on the sheet Secrecy, or leave it blank if the request concerns all of them.`,
  "trail-none": () => "The file has no journal. Nothing in its history can be verified.",
  "trail-unbound": () =>
    "The journal has no chain. Changes to it cannot be detected; the chain begins the next time something is recorded.",
  "trail-event-changed": (x) =>
    `The content of ${event(x)} is not what was recorded, or its hash has been changed. What it was cannot be shown from the file: compare with a copy from before the change, and restore the line.`,
  "trail-cell-changed": (x) =>
    `${event(x)}, ${x.key}: ${quoted(x.seen)} is here. Recorded is ${quoted(x.recorded)}. Restore it: the journal is not corrected afterwards. What is to change is recorded as a new event.`.replace(
      /^e/,
      "E",
    ),
  "trail-event-unbound": (x) =>
    `Line ${x.line} of the journal (${when(x)}) has no hash: it was entered by hand. Remove the line, and record what it should say with the program.`,
  "trail-gap": (x) =>
    `Before ${event(x)}, ${x.missing ? plural(x.missing, "event is", "events are") : "one or more events are"} missing. Take the journal back from a copy of the file where they still are.`,
  "trail-fork": (x) =>
    `At ${event(x)} the journal forks: it comes from a copy that was changed separately and never merged with this file.`,
  "trail-event-foreign": (x) =>
    `With ${event(x)} another journal begins: the event does not belong to this file.`,
  "trail-event-twice": (x) => `${event(x)} appears twice.`.replace(/^e/, "E"),
  "trail-misnumbered": (x) => `${event(x)} has the wrong number.`.replace(/^e/, "E"),
  "trail-disordered": (x) =>
    `${event(x)} stands before an event that it came after.`.replace(/^e/, "E"),
  "trail-end-missing": (x) =>
    `The result sheets were made when the journal ended with the code ${x.code}. That event is no longer there: the end has been removed or replaced.`,
  "trail-code-unknown": (x) =>
    `No event in the file has the code ${x.code}. The journal is not the one that the code was registered for.`,
  "trail-shown-differs": (x) =>
    `The cell shows something other than event ${x.number}: its canonical content, or the hidden place that keeps the order, was changed.`,
} satisfies Partial<FindingSentences>;

/** What a difference from the published model is told with, at most so many. */
export const publishedChanges = (x: Details): string =>
  Array.isArray(x["changes"]) && x["changes"].length > 0
    ? ` The difference: ${list(x["changes"], 8)}.`
    : "";

type Counts = { readonly [name: string]: string | number };

/** What is not finished of the work on the bids. */
function openText(x: Counts): string {
  const points = x["open"] === 1 ? "1 point is outstanding" : `${x["open"]} points are outstanding`;
  return [
    ...(x["undecided"] === 0
      ? []
      : [`${x["undecided"]} of ${x["bids"]} bids have not been fully examined`]),
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
    ...(x["remarks"] === 0 ? [] : ["assess what is listed below"]),
  ].join("; ");
}

export const trailWords = {
  trail: {
    imprint: {
      guide:
        "A short imprint of every row of the input, as it was when the results were computed. The verification uses them to point out what has changed. Do not change this sheet.",
      sheet: "Sheet",
      table: "Table",
      rows: "Row = imprint",
    },
    title: "Verification",
    holds: "No discrepancies were found in what was verified.",
    fails: "Discrepancies were found: see below.",
    unknown: "CANNOT BE FULLY VERIFIED: something is missing or not finished; see below.",
    states: {
      holds: "No discrepancy",
      fails: "Discrepancy",
      unknown: "Cannot be verified",
      aside: "–",
    },
    unfinished: "Not finished",
    questions: {
      model: "The published model",
      treatment: "Equal treatment of all bids",
      arithmetic: "The calculation",
      inputs: "The input since the evaluation",
      seen: "Nothing that counts is hidden",
      sheets: "The result sheets",
      trail: "The chain of the journal",
      anchor: "The anchor outside the file",
      records: "What was recorded about the outcome",
      chronology: "The order of steps",
      version: "The program",
      bundle: "The verification file",
    },
    whenPublished: publishedText,
    said: {
      model: (x: { readonly [name: string]: string | number }) =>
        x["code"] === undefined
          ? "no model is published in the file"
          : `code ${x["code"]}, published ${publishedText(countedPublication(x))}`,
      treatment: treatmentText,
      arithmetic: (x: { readonly [name: string]: string | number }) =>
        x["figures"] === 0
          ? "no bid has a price or a result to recalculate"
          : `cross-check ${x["equal"]} of ${x["of"]}, self-checks ${x["passed"]} of ${x["checks"]}`,
      seen: (x: { readonly [name: string]: string | number }) =>
        x["sheets"] === undefined
          ? "a document without sheets"
          : `${x["sheets"]} sheets searched for hidden sheets, rows, columns and cells`,
      inputs: (x: { readonly [name: string]: string | number }) =>
        x["fingerprint"] === undefined
          ? x["sheets"] === undefined
            ? "a document without result sheets"
            : "a workbook without result sheets"
          : `fingerprint ${String(x["fingerprint"]).slice(0, 16)}…`,
      sheets: (x: { readonly [name: string]: string | number }) =>
        x["cells"] === undefined
          ? "no result sheets to compare with"
          : `${x["cells"]} cells on ${x["sheets"]} sheets, formulas and values`,
      trail: (x: { readonly [name: string]: string | number }) =>
        x["code"] === undefined
          ? plural(x["count"] ?? 0, "event", "events")
          : `${plural(x["count"] ?? 0, "event", "events")}, end code ${x["code"]}`,
      anchor: anchorSaid,
      records: (x: { readonly [name: string]: string | number }) =>
        x["count"] === 0 && x["scores"] === 0
          ? "neither outcomes nor scores are recorded"
          : `${x["compared"]} of ${x["count"]} recorded outcomes belong to this input and were recalculated, ${x["scores"]} recorded scores`,
      chronology: (x: { readonly [name: string]: string | number }) =>
        x["count"] === 0
          ? "no times are stated"
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
      "The chain shows whether anything inside the journal has been changed or removed. That nothing has been removed at the end is shown only by an end code registered elsewhere: print it in the report and enter it in the case register.",
    joined: (count: number) =>
      `${plural(count, "event from the copy was", "events from the copy were")} added. Scores that differ do not count until they are recorded with a reason.`,
    nothingToJoin: "The copy has nothing that is not already here.",
    copyFields: (count: number) =>
      `${plural(count, "entry differs", "entries differ")} between the files and ${count === 1 ? "was" : "were"} not changed here:`,
  },
};

/** The commands around the award, for a terminal. */
export const cliTrail = {
  verify: "verify: recalculate everything and compare with sheets, journal and what was published",
  anchor:
    "anchor file, or the reply to it (.p7s, .tsr), that was kept outside the file and should concern its journal",
  head: "end code from a printed report, which must be in the journal",
};
