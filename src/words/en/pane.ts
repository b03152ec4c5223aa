/** The pane's words in English. */
import { sheetMention } from "./sheet";
import type { PaneWords } from "../sv/pane";
import { modelChanges } from "./model-changes";
import { library, template, templates } from "./templates";

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

export const pane: PaneWords = {
  title: (step) => `Mervärde – ${step}`,
  sheetMention,
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
  chooseFile: "Choose a file …",
  chooseFiles: "Choose files …",
  help: {
    menu: "Help",
    about: (label) => `Help about ${label}`,
    example: "Example:",
    titles: {
      glossary: "Glossary",
      keys: "Keys",
      handbook: "User's handbook (in Swedish)",
      troubles: "If something does not work",
    },
    back: (step) => `Back to ${step}`,
    seek: "Search the glossary",
    terms: (count) => plural(count, "term", "terms"),
    tour: {
      title: "Tour",
      at: (at, of, title) => `${at} of ${of}: ${title}`,
      leave: "Leave the tour",
      done: "Done",
      stops: [
        [
          "Where the procurement stands",
          "At the top: the name of the procurement, what is done (published, opened, quality, prices, finalised, decided) and how much remains.",
        ],
        [
          "The steps",
          "The work goes from Start to Review. A tick means done, a number how much remains, and an exclamation mark that something is wrong.",
        ],
        [
          "The step",
          "Here the work is done. What you enter in the workbook shows here by itself, and every issue has a link to its cell.",
        ],
        [
          "The question mark",
          "Press ? to read what a step or a field is, with an example. Esc closes it.",
        ],
        [
          "Help",
          "Here are the glossary, the handbook and the tour again. All of it is read without a network.",
        ],
      ],
    },
  },
  marks: {
    done: "done",
    remaining: (count) => `${count.toLocaleString("en-GB")} left`,
    wrong: (count) => plural(count, "error", "errors"),
  },
  outdated: "outdated",
  working: "Working …",
  cancel: "Cancel",
  keep: "No, leave it",
  confirm: (what) => `Yes, ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  reading: "Reading the workbook …",
  readAgain: "Read the workbook again",
  secondPane:
    "Mervärde is already open in another pane for this workbook, so this pane only shows and does not write. Close one of them.",
  askAgain:
    "The workbook has been read again since then. Press again for an answer about it as it is now.",
  goToPart: "Go to a part of the step",
  goTo: (cell) => `Go to ${cell}`,
  toForm: "To the entry",
  inFile: (cell) => `In the file: ${cell}`,
  noFindings: "No issues.",
  ofTotal: (done, total) => `${done.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")}`,
  sameKind: (count: number, places: string): string =>
    `${count.toLocaleString("en-GB")} more of the same kind${places === "" ? "" : `: ${places}`}`,
  more: (count) => `… and ${count.toLocaleString("en-GB")} more`,
  showMore: (count) => `Show ${count.toLocaleString("en-GB")} more`,
  bug: (why) =>
    `An error in the program. Nothing in the workbook has been removed. Read the workbook again; if the error recurs, send this text to whoever maintains Mervärde: ${why}`,

  standing: {
    label: "Status of the procurement",
    stale: (time) => `The workbook has changed. What is shown was read at ${time}.`,
    readingAgain: "The workbook has changed. Recalculating …",
    short: {
      published: "Published",
      "bids-opened": "Opened",
      "quality-fixed": "Quality",
      "prices-opened": "Prices",
      finalised: "Finalised",
      decided: "Decision",
    },
    left: {
      model: (count) => `${plural(count, "question", "questions")} about the model`,
      requirements: (count) => `${plural(count, "requirement", "requirements")} to check`,
      scores: (count) => `${plural(count, "score", "scores")} to set`,
      result: (count) => `${plural(count, "thing", "things")} before the award`,
    },
    remaining: "Left:",
    wrong: (step, count) => `${plural(count, "error", "errors")} in ${step}`,
    changed: (step: string, count: number): string =>
      `${step}: ${plural(count, "changed value does not count yet", "changed values do not count yet")}`,
  },
  changes: {
    title: (count: number): string =>
      plural(count, "value differs from the record", "values differ from the record"),
    hints: {
      requirements:
        "They do not count until the change is recorded with a reason. A bid that is withdrawn or rejected is recorded as that, under Questions and decisions. If a cell was changed by mistake, restore it.",
      scores:
        "They do not count until the change is recorded with a reason. If a cell was changed by mistake, restore it.",
      result:
        "They do not count until the change is recorded with a reason. A price that is corrected or clarified is entered on the sheet Clarifications, and the cell is restored to what the bid stated.",
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
      model: "Continue with the model",
      requirements: "Continue checking requirements",
      scores: "Continue scoring",
      result: "Go to the result",
    },
    noCaseNumber: "The case number is missing.",
    noBids: "No bids have been entered yet.",
    unreadable: "The workbook cannot be read yet",
    unreadableHelp: "This needs to be corrected in the workbook. Nothing has been changed.",
    create: "New evaluation",
    choose: "Evaluation model",
    templates,
    createSample: "Create with sample data",
    sampleHint: {
      excel:
        "The sheets are added at the end of the workbook, filled in with an example that can be removed again.",
      file: "A new workbook, filled in with an example that can be removed again. It is saved when you press Save.",
    },
    fromEarlier:
      "Or start from an earlier evaluation (model, criteria and requirements are included; its bids and case number are not)",
    sample: "Sample data",
    sampleUntouched: "This is the example. Try it freely, and then remove it.",
    sampleChanged: "This began as the example and has been changed.",
    emptySample: "Empty the example",
    emptyHint:
      "Make the example into a procurement of your own: every sheet stays, without bids, prices, scores and journal.",
    emptyFields: {
      title: "Name of the procurement",
      caseNumber: "Case number",
      authority: "Contracting authority",
      keeps: "What is kept",
    },
    emptyKeeps: {
      requirements: "Model, criteria, price rows and requirements",
      criteria: "Model, criteria and price rows",
    },
    emptyMissing:
      "Enter the name of the procurement, the case number and the authority. Nothing has been changed.",
    emptyWarning: (bids, events, sheets) =>
      `${plural(bids, "bid", "bids")} with answers, prices and scores${events === 0 ? "" : ` and ${plural(events, "recorded event", "recorded events")} in the journal`} will be removed. These sheets are written anew, with everything on them: ${sheets}. It cannot be undone.`,
    emptied: "The example is empty. Go on with the model.",
    removeSample: "Remove the example",
    removeWarning: (sheets) =>
      `These sheets are removed from the workbook, with everything on them: ${sheets}. This cannot be undone.`,
    openTitle: "Open an evaluation",
    noNetwork: "The file is read here in the browser and never leaves the computer.",
    drop: "Drop a workbook (.xlsx) or a document (.json) here, or choose:",
    file: "File",
    opened: (name) => `${name} is open.`,
    save: "Save",
    saveHint: "Evaluates and saves a copy with result sheets. The original is not changed.",
    saveButton: "Save evaluated workbook",
    saved: (name) => `${name} is saved.`,
    fileRefused: (names) =>
      `The browser did not save ${names}. Allow downloads from this page and try again.`,
    unsaved: "Your work so far is only on this page.",
    saveFirst:
      "Your work is only on this page. Save the workbook first, or reload the page if it should not be saved.",
    sendFirst:
      "There is text in the pane that has not been entered. Enter it or clear the field first, or reload the page if it should not be saved.",
  },
  details: {
    title: "About the procurement",
    hint: "What you type here is entered on the sheets Procurement and Award when you leave the field.",
    other: "Another currency …",
    listed: "Choose from the list",
    correct: "Correct a value",
    correcting: "Type the right value. It counts once the change is recorded with a reason, below.",
    stopCorrecting: "Correct nothing",
    findings: (count) => plural(count, "finding", "findings"),
  },
  model: {
    findings: "What needs attention",
    noFindings: "No issues with the model.",
    form: "The model",
    formFixed:
      "The model is published and fixed, since bidders rely on it. If it must be changed before bids have come in: start a new evaluation from this file (“from an earlier evaluation” on Start, in an empty workbook or on the page loaded anew) and publish that.",
    formChanged:
      "The model is published, and something has been changed since: the award is blocked until it is put back. What you type here is entered on the sheet Model when you leave the field.",
    formHint: "What you type here is entered on the sheet Model when you leave the field.",
    blank: "–",
    kept: (label) => `${label} has been entered on the sheet.`,
    notKept: (value) =>
      `Not entered yet; ${value === "" ? "the cell is blank" : `the sheet says “${value}”`}. Enter in the field enters it.`,
    trial: "Try the model",
    trialHint:
      "What the model does before it is published: properties, what one step is worth, and 10,000 drawn competitions. Nothing here affects the evaluation.",
    unitOf: (currency) => currency,
    expected: "Expected price",
    expectedHint:
      "Blank: the lowest bid price, otherwise the price ceiling, otherwise 1,000,000 or more. Prices are drawn up to 20% below and above, and never above the price ceiling.",
    imagined: {
      own: "Your own imagined bids",
      hint: "Type bids that you think may come: price, and quality in per cent of full marks. The model ranks them when it is tried. Blank rows are left out.",
      price: (bid, unit) => `Bid ${bid}: price, ${unit}`,
      title: "The imagined bids by the model",
      note: "Quality is the same part of full marks on each criterion; levels count without steps, points by the steps of their scale. Requirements, minimums and price ceilings are not tried.",
      quality: "Quality",
      moreThanTotal:
        "The model compares more than one total for each bid (years, authorities or a life cycle), or applications without a price. Imagined bids with one price cannot be ranked then.",
    },
    tryIt: "Try the model",
    inWords: "The model in plain words, with a worked example",
    codeLine: (code) => `The model’s code: ${code}`,
    copyWords: "Copy the text",
    wordsCopied: "The text has been copied. Paste it into the procurement documents.",
    wordsNotCopied: "The text could not be copied here. Select it below and press Ctrl+C.",
    requirementTexts: "Review the requirement texts",
  },
  criteria: {
    title: "Criteria",
    hint: "Unfold a criterion to change it. What is saved is entered on the sheets Criteria and Scales, and the rows on the sheet Scores follow.",
    add: "Add a criterion",
    addUnder: "Add a subcriterion",
    findings: (count) => plural(count, "finding", "findings"),
    arrange: (name) => `Move ${name}`,
    arrangements: {
      up: "Move up",
      down: "Move down",
      in: "Put into the group before",
      out: "Take out of the group",
      split: "Divide into subcriteria",
      remove: "Remove the criterion",
    },
    moved: "Move",
    cannot: (name, how) => `${name}: ${how} is not possible from here.`,
    placed: (position, count, group) =>
      `Place ${position} of ${count}${group === undefined ? "" : ` under ${group}`}.`,
    drag: (name) => `Drag to move ${name}`,
    arranged: (name, how) => `${name}: ${how}. Entered on the sheets.`,
    scored: "The criterion has been scored, so it can be neither divided nor removed.",
    keys: "Drag the criterion by its handle. Or on the line of the criterion: Alt and arrow up or down moves it, Alt and arrow right or left takes it into or out of a group.",
    removeWarning: (name) =>
      `${name} is removed from the sheets, with its levels, subcriteria and empty score rows. It can be undone until something has been recorded.`,
  },
  modelChanges,
  pasteLevels: {
    title: "Paste levels",
    label: "Levels, one a line",
    hint: "For example “3 – Read and write”, or two columns from Word or Excel.",
    skipped: (lines) =>
      `Without points, left out: line ${lines.join(", line ")}. Type the points first on the line.`,
    enter: (count) => `Replace the levels with ${plural(count, "level", "levels")}`,
    entered: (count, name, sheets) =>
      `${name} now has ${plural(count, "level", "levels")}${sheets === "" ? "" : ` (${sheets})`}.`,
  },
  undo: {
    label: (sheets, cells) => `Undo the last change (${sheets}: ${plural(cells, "cell", "cells")})`,
    labelVerdict: (said) => `Undo the last change (${said})`,
    verdict: (bidder, requirement, verdict, reader) =>
      `${bidder}, ${requirement}: ${verdict}${reader === "second" ? ", second reading" : ""}`,
    noVerdict: "no verdict",
    short: "Undo the last change",
    done: "The last change has been undone.",
    doneVerdict: (said) => `Undone: ${said}.`,
  },
  cell: {
    title: "Selected cell",
    show: (what) => `Selected cell: ${what}`,
    leave: "Back",
    follows: "Select another cell in Excel to see it here.",
    unread: "The cell is shown once the workbook has been read and holds an evaluation.",
    value: "In the cell",
    blank: "Blank. A blank never counts as zero.",
    record: "Record",
    why: "Why? What it does in the result",
    noEffect: "It is part of no result as it stands now.",
    history: "History",
    noHistory: "No event of the journal has touched it.",
    recorded: (signed) => `Recorded ${signed}.`,
    unrecorded: "Not recorded yet.",
    reasonsChanged: "The value is recorded, but its reason or reference has changed since.",
    changed: (recorded, signed) =>
      `Differs from what was recorded: ${recorded} (${signed}). It does not count until the change is recorded with a reason.`,
    published: (signed) => `Part of what was published ${signed}.`,
    unpublished: "Not published yet.",
    leads: {
      verdict: "Check the requirement",
      score: "Open the score",
      changes: "Record the change",
      act: (title) => `Go to “${title}”`,
    },
    none: {
      outside: (cell) =>
        `${cell} is not in the evaluation's tables. Select a price, a verdict or a score, for instance.`,
      result: (cell) =>
        `${cell} is on a sheet that the pane writes. Its figures are explained under Result.`,
      other: (cell) =>
        `${cell} is no value: a heading, a column of your own, or a row about nothing.`,
      name: (cell, what) => `${cell} only says which row it is: ${what}.`,
    },
  },
  prices: {
    title: "Prices",
    hint: "What the bids price, and what decides how the price is calculated. Rows are entered on the sheet Prices when they are saved. A price row is removed in its form; what rows name is removed on its sheet.",
    more: "More",
    add: "Add",
    save: "Save",
    saved: "What you typed is entered on the sheet.",
    notSaved: (value: string): string =>
      value === ""
        ? "Not saved yet; the cell is blank."
        : `Not saved yet; the cell holds “${value}”.`,
    notEntered: "The row is not entered.",
    remove: "Remove the price row",
    removeWarning: (row) =>
      `The row ${row} is removed from the sheets, with the quantities of the authorities. It can be undone until something has been recorded.`,
    removed: (row) => `The row ${row} is removed from the sheets.`,
  },
  bids: {
    title: "Bids",
    add: "Add a bid",
    hint: "What you type here is entered on the sheets Bids and Prices when you leave the field.",
    left: (count) => `${count} left`,
    correcting: "Type the right value. It counts once the change is recorded with a reason.",
  },
  imports: {
    title: "Import bidder forms",
    hint: "Completed forms are read, compared with the published form and recalculated. All of them are imported, or none; what is in the workbook is never overwritten.",
    drop: "Drop completed forms (.xlsx) here, or choose:",
    files: "Forms",
    preview: "Preview again",
    previewAgain: "Preview again when the words have been decided.",
    leave: "Set the forms aside",
    take: (count) => `Import ${plural(count, "form", "forms")}`,
    notReady: "Nothing can be imported until the errors above are corrected.",
    words: "Words instead of prices",
    wordsHint:
      "Decide what each word means, with a reason. A word that is not decided leaves the price blank, and the evaluation reports it as missing.",
    undecided: "Not decided",
    isPrice: "A price",
    notOffered: "Not offered",
    asked: "The bidder is asked",
    price: "The price",
    reason: "Reason for what the words mean",
  },
  forms: {
    title: "Bidder forms",
    hint: "What bidders fill in: requirements, prices and totals, based on what is published. The formulas are calculated and tested before a file is saved.",
    one: "Create the bidder form",
    forEach: (count: number): string =>
      count === 1
        ? "Create a form for the bid"
        : `Create a form for each of ${count.toLocaleString("en-GB")} bids`,
    noFileCame: "No file? Save the workbook and open it on the standalone page.",
    elsewhere:
      "This version of Excel saves no files from the pane. Save the workbook and open it on the standalone page, where the forms can be saved.",
  },
  requirements: {
    none: "The procurement has no requirements on the sheet Requirements.",
    hint: "Verdicts are entered on the sheet Compliance. A blank never counts as yes or no.",
    checked: "Checked",
    notMet: (count) => plural(count, "requirement is not met", "requirements are not met"),
    clarifications: (count) =>
      plural(count, "clarification has been requested", "clarifications have been requested"),
    open: (count) =>
      plural(count, "requirement has not been checked", "requirements have not been checked"),
    byBid: "Bid by bid",
    allMet: "All requirements have been checked and are met.",
  },
  paste: {
    title: "Paste requirements",
    hint: "Copy from Word or Excel, with headings, numbering and columns as they are. The numbers become ids; requirements without a number get one of their own.",
    label: "Pasted text",
    kind: "Kind of requirements",
    kinds: {
      mandatory: "Mandatory requirement",
      qualification: "Qualification requirement",
      exclusion: "Ground for exclusion",
    },
    preview: "Preview",
    changed: "The text has been changed. Preview it again.",
    found: (rows, sections, skipped) =>
      `${plural(rows, "requirement", "requirements")}, ${plural(sections, "heading", "headings")}, ${plural(skipped, "skipped line", "skipped lines")}.`,
    made: (taken = "") => (taken === "" ? "new id" : `new id, ${taken} is taken`),
    verification: "Verified by",
    left: (count) =>
      `${plural(count, "cell is", "cells are")} left out, since the list of requirements has no column for them`,
    leftCell: (line) => `Line ${line}:`,
    skipped: (line, why, like = "") => `Line ${line}, ${why}${like === "" ? "" : ` ${like}`}:`,
    why: {
      header: "column heading",
      should: "“should” is no mandatory requirement; make it a criterion",
      known: "is there already as",
      twice: "the same text as",
    },
    enter: (count) => `Add ${plural(count, "requirement", "requirements")}`,
    entered: (count, ids, sheets) =>
      `${plural(count, "requirement has", "requirements have")} been added: ${ids}. ${sheets === "" ? "" : `Sheets: ${sheets}.`}`.trim(),
  },
  check: {
    title: "Check the requirements one at a time",
    area: "Area",
    allAreas: "All areas",
    left: (area, count) => `${area} (${count.toLocaleString("en-GB")} left)`,
    show: "Show",
    filters: {
      unchecked: "Not checked",
      clarification: "Clarification asked for",
      "not-met": "Not met",
      all: "All",
    },
    reader: "Reading",
    readers: { first: "First", second: "Second, independent" },
    nothing: (bidder, area) =>
      `Nothing left to check ${area === "" ? "" : `in ${area} `}for ${bidder}.`,
    nothingAtAll: "Nothing left to check in any bid.",
    none: {
      clarification: "No requirement here awaits a clarification.",
      "not-met": "No requirement here is not met.",
      all: "No requirements here.",
    },
    nextArea: (area, count) =>
      `Check ${area === "" ? "without an area" : area}, ${count.toLocaleString("en-GB")} left`,
    nextBid: (bidder, area, count) =>
      `Check ${[bidder, area].filter(Boolean).join(" – ")}, ${count.toLocaleString("en-GB")} left`,
    before: (count) => `${count.toLocaleString("en-GB")} before these …`,
    card: (id) => `Requirement ${id}`,
    verification: "Verified by",
    answer: "The bidder's answer",
    checkedBy: "Checked by",
    reference: "Where in the bid",
    note: "Note (for Not met: why)",
    verdicts: { met: "Met", "not-met": "Not met", clarification: "Ask" },
    keys: { met: ["m", "u"], "not-met": ["n", "e"], clarification: ["a", "f"] },
    keysHint:
      "The keys M, N and A (or U, E and F) judge while the card has the focus; the arrow keys turn the pages. Ctrl+Enter in a field enters what was typed and goes on. Your name and today's date are written by themselves.",
    firstHidden: "What the first reader found is shown when First is chosen under Reading.",
    secondHint:
      "The second reader does not see what the first found. The keys M and N (or U and E) judge; the arrow keys turn the pages.",
    request: "Request the clarification",
    found: (id, verdict) => `${id}: ${verdict}.`,
  },
  scores: {
    none: "The procurement has no criteria on the sheet Criteria.",
    hint: "Scores are set here or on the sheet Scores, a panel's own on the sheet Assessments or in the evaluators' sheets. A blank never counts as zero.",
    byBid: "What has been scored, bid by bid",
    scored: "Scored criteria",
    missing: (count) => plural(count, "score is missing", "scores are missing"),
    missingFrom: (name, count) =>
      `${plural(count, "score is missing", "scores are missing")} from ${name}`,
    all: "All scores have been entered.",
  },
  evaluators: {
    title: (count) => (count === 0 ? "Evaluators" : `Evaluators (${count})`),
    none: "No evaluator has been added.",
    hint: "Those who score, each with an id. An evaluator scores everything that a panel scores.",
    lacking:
      "No evaluator has been added, so nobody can score what the panel is to agree on or have computed.",
    add: "Add an evaluator",
  },
  moderate: {
    title: "Agreed scores",
    hint: (evaluators) =>
      `Each box shows ${evaluators === 1 ? "the evaluator's score" : `the scores of the ${evaluators} evaluators in order`} and then the agreed one. Open a box to read the reasons and set the level.`,
    agreedLevels: "Agreed levels",
    accept: (count) => `Accept ${plural(count, "score", "scores")} that all agree on`,
    withReasons: "Include the evaluators' reasons and references, without names",
    next: (count) => `Next disagreement (${count})`,
    nextUnset: (count) => `Next without a level (${count})`,
    allAgreed: "All levels have been agreed.",
    none: "missing",
    agreed: "set",
    unanimous: "agreed by all",
    apart: "not agreed",
    spread: (percent) => `${percent}% apart`,
    missing: (count) => `${count} missing`,
    unscored: "not set",
    unreadable: (cells) => `cannot be read: ${cells.join(", ")}`.replace(/: $/, ""),
    unreadableCell: (evaluator) =>
      `${evaluator === "" ? "The agreed score" : `The score from ${evaluator}`} cannot be read. Correct the cell:`,
    unread: "cannot be read",
    rejected: "rejected",
    withdrawn: "withdrawn",
    open: "Open the score",
    back: "To all scores",
    card: (criterion, bidder) => `${criterion}, ${bidder}`,
    others: "Set for the other bids:",
    computed: "The model makes the value of the evaluators' own scores. No level is agreed.",
    value: "Agreed level",
    noLevel: "No level set",
    levelMissing: "No level is given. Nothing has been entered; what you wrote is still here.",
    useOwn: "Start from the evaluators' reasons",
    rationale: "Reason",
    rationaleHint: "The bidder reads it in the notice.",
    reference: "Reference",
    enter: "Set the agreed level",
    entered: "Entered.",
    keysHint:
      "Ctrl+Enter sets the level and goes on to the next disagreement. Esc goes back; the arrow keys turn the pages when the card has the focus. What has been set is recorded in the journal with “Record”.",
  },
  group: {
    who: "Your name, as it should appear in the journal",
    whoMissing: "Enter your name first.",
    choose: "Choose …",
    fieldMissing: "Fill in this field.",
    choiceMissing: (label: string): string => `Choose something under “${label}” first.`,
    refused: "Nothing has been recorded. This stands in the way:",
    refusedBeside: "Nothing has been recorded. Correct what is said beside the fields.",
    byArea: "By area",
    questions: "Questions and decisions",
    priceFile: "Create a separate file for the prices",
    priceFileHint:
      "The prices in the workbook stay there. Then clear its price cells, before the group is given it.",
    bid: "Bid",
    flags: (count) =>
      count === 0
        ? "Nothing stands out in the scores"
        : plural(count, "item to go through in the group", "items to go through in the group"),
    formalities: (count) => plural(count, "remark on the reasons", "remarks on the reasons"),
    flagHint: "A flag means that something is unusual, not that it is wrong.",
    history: "History",
    noHistory: "Nothing is recorded.",
    priceKnown: "price known",
    journal: "Journal",
    nothingScored: "No scores have been set yet.",
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
      "One sheet for each evaluator, to be completed offline and merged in any order. Nothing is overwritten.",
    makeInWorkbook: "Add sheets to the workbook",
    makeFiles: "Create a file for each evaluator",
    mergeOwn: "Merge the sheets in the workbook",
    conflicts: (count) =>
      plural(
        count,
        "conflict; the existing value is kept",
        "conflicts; the existing values are kept",
      ),
    code: "The code of the model, to print in the procurement documents",
    publication: "Publication",
    notPublished: "Not published in this file.",
    filesSaved: (names) => `Saved: ${names}.`,
    sealed: "The prices are sealed until quality is fixed.",
  },
  result: {
    none: "There is no evaluation to show yet. Start with a workbook that can be read.",
    evaluate: "Evaluate",
    writes:
      "Evaluate writes the result sheets. That cannot be undone, but your own sheets are not changed.",
    done: (status) => `Evaluated. ${status}.`,
    freshness: {
      none: "The figures below are calculated here in the pane and are not on any result sheets yet. “Evaluate” calculates them twice and writes the sheets.",
      current: "The result sheets match the input.",
      changed: "The input has changed since the result sheets were written. Evaluate again.",
    },
    tied: "Bids that share a rank",
    ranking: "Ranking",
    place: "Rank",
    bidder: "Bidder",
    offered: "Bid price",
    madeOf: "What the result is made of",
    compared: (price) => `counted as ${price}`,
    adjusted: "Adjustments",
    difference: (unit) => (unit === "" ? "Difference" : `Difference ${unit}`),
    ahead: (amount, unit, next) =>
      `${[amount.replace(/^[-−]/, ""), unit === "" ? "points" : unit].join(" ")} ahead of ${next}.`,
    warnings: (count) =>
      plural(count, "warning to read before the award", "warnings to read before the award"),
    waterfall: (bidder) => `How the result of ${bidder} is made up`,
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
    exactly: (value) => `Exactly: ${value}`,
    show: "Show the sheet Summary",
    stops: "Outstanding before an award",
  },
  sensitivity: {
    hint: "What would change who comes first. It is never advice to change a score, and nothing here affects the evaluation.",
    none: "Nothing to show: at least two bids with results are needed.",
    dispute: {
      title: "Try a disputed score",
      hint: "Would the outcome stand if the score had been different? It is computed on a copy; nothing in the workbook changes.",
      criterion: "Criterion",
      bid: "Bid",
      kind: "Suppose the score were",
      choose: "Choose …",
      kinds: {
        strike: "struck out (the lowest on the scale)",
        lower: "one step lower",
        raise: "one step higher",
        any: "any score on the scale",
      },
    },
  },
  review: {
    check: "Check",
    checked: (count) => `Checked: ${plural(count, "issue", "issues")}.`,
    checks: "Checks",
    findings: (count) => `Issues (${count.toLocaleString("en-GB")})`,
    freshness: "The result sheets",
    freshnessText: {
      none: "No result sheets have been written yet.",
      current: "Match the input.",
      changed: "The input has changed since they were written.",
    },
    double: "Cross-check",
    doubleText: (equal, of) =>
      `${equal} of ${of} figures are the same in the program's calculation and in the sheets' formulas.`,
    doubleNotYet: "Done when you press “Evaluate”.",
    doubleBefore:
      "Done when the result sheets were written. Done again by “Verify the file” and by “Evaluate”.",
    nothingCompared: "There are no bids to compare yet.",
    fingerprint: "Fingerprint of the input",
  },

  walk: {
    title: "Go through the file",
    hint: "The model, the checks, the scores, the outcome and the changes, part by part as in the report. Nothing can be changed here.",
    start: "Begin the walk-through",
    leave: "Leave the walk-through",
    at: (at, of, title) => `${at} of ${of}: ${title}`,
    previous: "Previous",
    next: "Next",
    remark: "Comment on this part",
    stations: "The parts",
  },

  award: {
    verify: "Verification",
    verifyHint:
      "Recalculates everything and compares it with the sheets, the journal and what was published.",
    verifyNow: "Verify the file",
    since: "Changes recorded since quality was fixed",
    noneSince: "None.",
    causes: (count: number): string =>
      plural(count, "value has been changed", "values have been changed").replace(/^1 /, "One "),
    following: (count: number): string =>
      `${plural(count, "difference follows", "differences follow")} from what was changed, or cannot be told from it until that is restored`,
    why: "Reason:",
    effect: "Effect on the outcome:",
    compare: "Compare with an earlier version",
    compareHint:
      "What has changed since, by whom, and what each change by itself does to the outcome.",
    compareFile: "The earlier version",
    comments: "Comments and statements",
    noComments: "No comments.",
    comment: "Comment",
    addComment: "Add",
    decide: "Finalise and decide",
    anchor: "Anchor outside the file",
    anchorHint:
      "The end code covers everything in the journal. Have it signed or enter it in the case register at publication, opening, finalisation and decision: nothing else shows whether the journal has been rebuilt.",
    anchorFile: "Save the anchor file",
    papers: "Documents",
    pdf: "As PDF for the archive too (PDF/A)",
    lotHint: (lot: string): string =>
      `This workbook concerns ${lot}. Choose the workbooks of the procurement's other lots to save one report and one notice to each supplier about all lots.`,
    lotFiles: "The workbooks of the other lots",
    lotElsewhere: (lot: string): string =>
      `This workbook concerns ${lot}. Documents about all lots are made on the standalone page, or with “mervarde lots” and the file of each lot.`,
    withBlanks: "Drafts with visible gaps where reasons are missing",
    needed: "With what would have been needed for the bid to come first",
    redacted: "Without what bidders have asked to be kept confidential",
    sheet: "Add the report as a sheet",
    files: "Save report, notices, verification file and follow-up",
    filesElsewhere:
      "This version of Excel saves no files from the pane. Add the report as a sheet, copy it to Word, or save the workbook and open it on the standalone page, where every document can be saved.",
    noFileCame:
      "No file? Add the report as a sheet, copy it to Word, or save the workbook and open it on the standalone page.",
    filesRefused: (names) =>
      `Excel did not accept ${names}. Add the report as a sheet, copy it to Word, or save the workbook and open it on the standalone page.`,
    copyReport: "Copy the report",
    reportCopied: "The report has been copied. Paste it into Word.",
    noClipboard:
      "The report could not be copied in this version of Excel. Add the report as a sheet.",
    openPage: "Open the standalone page in the browser",
    copyAddress: "Copy the address of the page",
    copied: "The address has been copied.",
    pageAt: (address) => `Open the page in a browser: ${address}`,
  },

  template,
  library,
};
