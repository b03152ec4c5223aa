/** The pane's words in English. */
import type { PaneWords } from "../sv/pane";
import { library, template, templates } from "./templates";

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

export const pane: PaneWords = {
  title: (step) => `Mervärde – ${step}`,
  language: "Language",
  steps: {
    begin: "Start",
    model: "Model",
    requirements: "Requirements",
    scores: "Scores",
    result: "Result",
    sensitivity: "Sensitivity",
    review: "Review",
  },
  product: "Mervärde",
  stepsLabel: "Steps of the work",
  marks: {
    done: "done",
    remaining: (count) => `${count.toLocaleString("en-GB")} left`,
    wrong: (count) => plural(count, "error", "errors"),
  },
  working: "Working …",
  cancel: "Cancel",
  keep: "Keep",
  confirm: (what) => `Yes, ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  reading: "Reading the workbook …",
  readAgain: "Read the workbook again",
  secondPane:
    "Mervärde is already open in another pane for this workbook, so that this pane shows but does not write. Close one of them.",
  askAgain:
    "The workbook has been read again since then. Press again for an answer about it as it is now.",
  goTo: (cell) => `Go to ${cell}`,
  noFindings: "No findings.",
  ofTotal: (done, total) => `${done.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")}`,
  more: (count) => `… and ${count.toLocaleString("en-GB")} more`,
  showMore: (count) => `Show ${count.toLocaleString("en-GB")} more`,
  bug: (why) =>
    `An error in the program. Nothing in the workbook has been removed. Read the workbook again; if the error comes back, send this text to whoever maintains Mervärde: ${why}`,

  standing: {
    label: "Where the procurement stands",
    stale: (time) => `The workbook has changed. What is shown was read at ${time}.`,
    readingAgain: "The workbook has changed. Computing again …",
    short: {
      published: "Published",
      "bids-opened": "Opened",
      "quality-fixed": "Quality",
      "prices-opened": "Prices",
      finalised: "Finalised",
      decided: "Decision",
    },
    remaining: (count: number): string => plural(count, "issue remains", "issues remain"),
    changed: (step: string, count: number): string =>
      `${step}: ${plural(count, "changed value does not count yet", "changed values do not count yet")}`,
  },
  changes: {
    title: (count: number): string =>
      plural(count, "value differs from its record", "values differ from their record"),
    hints: {
      requirements:
        "They do not count until the change is recorded with a reason. A bid that is withdrawn or rejected is recorded as that, under Questions and decisions. If a cell was changed by mistake, put it back.",
      scores:
        "They do not count until the change is recorded with a reason. If a cell was changed by mistake, put it back.",
      result:
        "They do not count until the change is recorded with a reason. A price that is corrected or clarified is written on the sheet Clarifications, and the cell is put back to what the bid said.",
    },
    recorded: "Recorded",
    now: "Now",
    nothing: "nothing",
    others: (count: number): string =>
      `and ${plural(count, "other value of the same bid", "other values of the same bid")}`,
    markAll: "Mark all",
    markFirst: "Mark what is to be recorded first.",
    reason: "Why it was changed",
    record: (count: number): string =>
      count === 1 ? "Record the change" : `Record ${count.toLocaleString("en-GB")} changes`,
  },
  begin: {
    noTables: "This workbook has no evaluation yet.",
    counts: (bids, requirements, criteria) =>
      `${plural(bids, "bid", "bids")}, ${plural(requirements, "requirement", "requirements")}, ${plural(criteria, "main criterion", "main criteria")}.`,
    next: {
      model: "Go on with the model",
      requirements: "Go on checking requirements",
      scores: "Go on scoring",
      result: "To the result",
    },
    unreadable: "The workbook cannot be read yet",
    unreadableHelp: "This needs to be put right in the workbook. Nothing has been changed.",
    create: "New evaluation",
    choose: "Evaluation model",
    templates,
    createSample: "Create with sample data",
    sampleHint:
      "The sheets are added last in the workbook, filled with an example that can be removed again.",
    fromEarlier:
      "Or begin from an earlier evaluation (model, criteria and requirements come along; the contents of its bids do not)",
    sample: "Sample data",
    sampleUntouched: "This is the example. Try whatever you like, then remove it.",
    sampleChanged: "This began as the example and has been changed.",
    removeSample: "Remove the example",
    removeWarning: (sheets) =>
      `These sheets are removed from the workbook, with everything on them: ${sheets}. This cannot be undone.`,
    openTitle: "Open an evaluation",
    noNetwork: "The file is read here in the browser and never leaves the computer.",
    drop: "Drop a workbook (.xlsx) or a document (.json) here, or choose:",
    file: "File",
    opened: (name) => `${name} is open.`,
    save: "Save",
    saveHint: "Evaluates and saves a copy with result sheets. The original is untouched.",
    saveButton: "Save evaluated workbook",
    saved: (name) => `${name} is saved.`,
    fileRefused: (names) =>
      `The browser did not save ${names}. Allow downloads from this page and try again.`,
    unsaved: "What has been done is on this page only so far.",
    saveFirst:
      "What has been done is on this page only. Save the workbook first, or reload the page to let it go.",
    sendFirst:
      "There is text in the pane that has not been entered. Enter it or empty its field first, or reload the page to let it go.",
  },
  model: {
    findings: "What needs looking at",
    noFindings: "No findings about the model.",
    form: "The model",
    formHint:
      "What is written here goes to the sheet with the model when the field is left. Criteria and what they are worth are written on the sheet with the criteria.",
    blank: "–",
    kept: (label) => `${label} has been entered on the sheet.`,
    notKept: (value) => `Not entered yet; the sheet says “${value}”. Enter in the field enters it.`,
    trial: "Try the model",
    trialHint:
      "What the model does before it is published: properties, what one step is worth, and 10,000 drawn competitions. Nothing here affects the evaluation.",
    tryIt: "Try the model",
    inWords: "The model in plain words, with a worked example",
    requirementTexts: "Look over the requirement texts",
  },
  prices: {
    title: "Prices",
    hint: "What bids price, and what decides how the price is computed. Rows land on the sheet Prices when they are saved. Rows are removed on the sheet.",
    published: "The price form is published and stands.",
    more: "More",
    add: "Add",
    save: "Save the row",
    saved: "The row is entered on the sheet.",
    notSaved: (value: string): string =>
      value === ""
        ? "Not saved yet; the cell is blank."
        : `Not saved yet; the cell holds “${value}”.`,
    notEntered: "The row is not entered.",
  },
  bids: { title: "Bids", add: "Add a bid" },
  imports: {
    title: "Import bidder forms",
    hint: "Filled-in forms are read, compared with what is published and computed again. All of them are imported, or none; what stands in the workbook is never overwritten.",
    drop: "Drop filled-in forms (.xlsx) here, or choose:",
    files: "Forms",
    preview: "Preview again",
    previewAgain: "Preview again when the words are decided.",
    leave: "Put the forms aside",
    take: (count) => `Import ${plural(count, "form", "forms")}`,
    notReady: "Nothing can be imported until what is wrong above is corrected.",
    words: "Words instead of prices",
    wordsHint:
      "Decide what each word means, with a reason. A word that is not decided leaves the price blank, and the evaluation says that it is missing.",
    undecided: "Not decided",
    isPrice: "A price",
    notOffered: "Not offered",
    asked: "The bidder is asked",
    price: "The price",
    reason: "Reason for what the words mean",
  },
  forms: {
    title: "Bidder forms",
    hint: "What bidders fill in: requirements, prices and sums, made of what is published. The formulas are computed and tested before a file is saved.",
    one: "Make the bidder form",
    forEach: (count: number): string =>
      count === 1
        ? "Make a form for the bid"
        : `Make a form for each of ${count.toLocaleString("en-GB")} bids`,
    noFileCame: "Did no file come? Save the workbook and open it on the page without Excel.",
    elsewhere:
      "This version of Excel saves no files from the pane. Save the workbook and open it on the page without Excel, where the forms can be saved.",
  },
  requirements: {
    none: "The procurement has no requirements on its sheet.",
    hint: "Verdicts are written on the sheet with the requirement checks. Blank is never taken for yes or no.",
    checked: "Checked",
    notMet: (count) => plural(count, "requirement is not met", "requirements are not met"),
    clarifications: (count) =>
      plural(count, "clarification is requested", "clarifications are requested"),
    open: (count) => plural(count, "requirement is not checked", "requirements are not checked"),
    allMet: "All requirements are checked and met.",
  },
  scores: {
    none: "The procurement has no criteria on its sheet.",
    hint: "Scores are written on the sheet with the scores, a panel's own on the sheet with the assessments. Blank is never taken for zero.",
    scored: "Scored criteria",
    missing: (count) => plural(count, "score is missing", "scores are missing"),
    missingFrom: (name, count) =>
      `${plural(count, "score is missing", "scores are missing")} from ${name}`,
    all: "All scores are there.",
  },
  group: {
    who: "Your name, as it is to stand in the journal",
    whoMissing: "Type your name first.",
    byArea: "By area",
    questions: "Questions and decisions",
    priceFile: "Make a file of its own for the prices",
    bid: "Bid",
    flags: (count) =>
      plural(count, "thing for the moderator to look at", "things for the moderator to look at"),
    flagHint: "A flag says that something is unusual, never that it is wrong.",
    panel: "The panel's scores",
    agreed: "Agreed",
    history: "History",
    noHistory: "Nothing is recorded.",
    priceKnown: "price known",
    journal: "Journal",
    toRecord: (first, changed) =>
      first + changed === 0
        ? "Everything is recorded."
        : [
            first > 0 && plural(first, "score is not recorded", "scores are not recorded"),
            changed > 0 &&
              plural(
                changed,
                "recorded value has been changed and does not count yet",
                "recorded values have been changed and do not count yet",
              ),
          ]
            .filter(Boolean)
            .join("; ") + ".",
    sheets: "Scoring sheets",
    sheetsHint:
      "One sheet for each evaluator: to be filled in without a network and merged in any order. Nothing is written over.",
    makeInWorkbook: "Add sheets to the workbook",
    makeFiles: "Make files",
    mergeOwn: "Merge the sheets in the workbook",
    conflicts: (count) =>
      plural(count, "conflict; what stood there stays", "conflicts; what stood there stays"),
    code: "The code of the model, to print in the procurement documents",
    publication: "Publication",
    notPublished: "Not published in this file.",
    sealed: "The prices are sealed until quality is fixed.",
  },
  result: {
    none: "There is no evaluation to show yet. Begin with a workbook that can be read.",
    evaluate: "Evaluate",
    writes:
      "Evaluate writes the result sheets. That cannot be undone, but your own sheets are left alone.",
    done: (status) => `Evaluated. ${status}.`,
    freshness: {
      none: "The figures below are computed here in the pane and stand on no result sheets yet. “Evaluate” computes them twice and writes the sheets.",
      current: "The result sheets agree with the input.",
      changed: "The input has changed since the result sheets were written. Evaluate again.",
    },
    ranking: "Ranking",
    place: "Place",
    bidder: "Bidder",
    offered: "Offered price",
    adjusted: "Adjustments",
    difference: (unit) => (unit === "" ? "Difference" : `Difference ${unit}`),
    ahead: (amount, unit, next) =>
      `${[amount.replace(/^[-−]/, ""), unit === "" ? "points" : unit].join(" ")} ahead of ${next}.`,
    warnings: (count) =>
      plural(count, "warning to read before the award", "warnings to read before the award"),
    waterfall: (bidder) => `What the result of ${bidder} is made of`,
    looks: {
      price: "price and result",
      deduction: "deduction",
      surcharge: "surcharge",
      gain: "points",
    },
    brokenAxis: (start) => `The axis is broken and begins at ${start}.`,
    against: (bidder) => `Compared with ${bidder}`,
    againstHint: (other, own) => `To the left ${other} is ahead, to the right ${own}.`,
    why: "Why?",
    show: "Show the sheet with the summary",
    stops: "Left before an award",
  },
  sensitivity: {
    hint: "What would change who is first. It is never advice to change a score, and nothing here affects the evaluation.",
    none: "Nothing to show: it takes at least two bids with results.",
  },
  review: {
    check: "Check",
    checked: (count) => `Checked: ${plural(count, "finding", "findings")}.`,
    checks: "Checks",
    findings: (count) => `Findings (${count.toLocaleString("en-GB")})`,
    freshness: "The result sheets",
    freshnessText: {
      none: "No result sheets have been written yet.",
      current: "Agree with the input.",
      changed: "The input has changed since they were written.",
    },
    double: "Double computation",
    doubleText: (equal, of) =>
      `${equal} of ${of} figures are the same in the engine and in the sheets' formulas.`,
    doubleNotYet: "Done when “Evaluate” is pressed.",
    nothingCompared: "There are no bids to compare yet.",
    fingerprint: "Fingerprint of the input",
  },

  walk: {
    title: "Walk through the file",
    hint: "The model, the checks, the scores, the outcome and the changes, part by part as in the report. Nothing can be changed here.",
    start: "Begin the walk",
    leave: "End the walk",
    at: (at, of, title) => `${at} of ${of}: ${title}`,
    previous: "Previous",
    next: "Next",
    remark: "Comment on this part",
  },

  award: {
    verify: "Does the file hold?",
    verifyHint:
      "Computes everything anew and compares with the sheets, the journal and what was published.",
    verifyNow: "Verify the file",
    since: "Changed since quality was fixed",
    noneSince: "Nothing.",
    compare: "Compare with an earlier version",
    compareHint:
      "What has changed since, by whom, and what each change does to the outcome by itself.",
    compareFile: "The earlier version",
    comments: "Comments and reviews",
    noComments: "No comments.",
    comment: "Comment",
    addComment: "Add",
    decide: "Finalise and decide",
    anchor: "Anchor outside the file",
    anchorHint:
      "The end code binds everything in the journal. Have it signed or enter it in the diary at publication, opening, finalisation and decision: nothing else shows whether the journal was made anew.",
    anchorFile: "Get the anchor file",
    papers: "Papers",
    withBlanks: "Drafts with visible blanks where reasons are missing",
    needed: "With what would have taken the bid to the first place",
    redacted: "Without what bidders have asked to be kept secret",
    sheet: "Add the report as a sheet",
    files: "Save report, notices, bundle and follow-up",
    filesElsewhere:
      "This version of Excel saves no files from the pane. Add the report as a sheet, copy it to Word, or save the workbook and open it on the page without Excel, where every paper can be saved.",
    noFileCame:
      "No file? Add the report as a sheet, copy it to Word, or save the workbook and open it on the page without Excel.",
    filesRefused: (names) =>
      `Excel did not take ${names}. Add the report as a sheet, copy it to Word, or save the workbook and open it on the page without Excel.`,
    copyReport: "Copy the report",
    reportCopied: "The report is copied. Paste it into Word.",
    noClipboard:
      "This version of Excel did not let the report be copied. Add the report as a sheet.",
    openPage: "Open the page without Excel in the browser",
    copyAddress: "Copy the address of the page",
    copied: "The address is copied.",
    pageAt: (address) => `Open the page in a browser: ${address}`,
  },

  template,
  library,
};
