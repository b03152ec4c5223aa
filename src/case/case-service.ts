/**
 * The desk: one case at a time, and the questions that a pane asks about it. It holds what the last
 * reading gave and answers in plain data and the reader's words, so that it can sit in a thread of
 * its own. It knows no DOM and no host; the workbook and the calculator are put on it by a door.
 */
import type { Assessed, Evaluated, Unreadable } from "../app/evaluate-workbook";
import {
  assessWorkbook,
  evaluateWorkbook,
  judgeWorkbook,
  publishedIn,
  seconds,
} from "../app/evaluate-workbook";
import { walkThrough } from "../app/award-papers";
import type { ActSubject } from "../app/perform-act";
import { assessCase, conflictLines, performAct, withOutcome } from "../app/perform-act";
import { actNamed } from "../procedure/acts/registry";
import type { Bundle } from "../app/verification-bundle";
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import type { Place } from "../core/place";
import { setUpSimulation } from "../lab/simulation-setup";
import { modelTest, robustness } from "../lab/laboratory";
import { modelText } from "../lab/model-text";
import { requirementLint } from "../lab/requirement-lint";
import { modelSections } from "../lab/model-tables";
import { robustnessSections } from "../lab/robustness-tables";
import { simulationSections } from "../lab/simulation-tables";
import { added, blocksOf, Simulator } from "../lab/simulate";
import { workedExample } from "../lab/worked-example";
import { isCaptionSeen } from "../content/paper";
import { dateFindings } from "../report/standstill-dates";
import type { Result } from "../report/result";
import type { Entry as Cell, Section } from "../content/table";
import type { Places } from "../sheet/locate";
import type {
  Amendment,
  Calculator,
  CellAddress,
  EvaluatedWorkbook,
  Page,
  Workbook,
  WorkbookReading,
} from "../sheet/workbook";
import { addressIn, addressText } from "../sheet/cell-address";
import { readWorkbook } from "../sheet/read";
import { writeWorkbook } from "../sheet/write";
import type { Words } from "../words/sv/words";
import { acceptedText, capital } from "../words/sentences";
import { fingerprint } from "../journal/fingerprint";
import { verifyAssessed } from "../app/verify";
import type {
  ActRequest,
  CaseAnswer,
  Check,
  EntryAnswer,
  FindingAnswer,
  Freshness,
  HandoutRequest,
  HistoryLine,
  Pointer,
  SectionAnswer,
  StationAnswer,
  StepAnswer,
  VerificationAnswer,
} from "./answers";
import { compareVersions } from "../app/compare-versions";
import { awardAnswer, comparisonSection, verificationAnswer } from "./award";
import type { EnteredField } from "./model-form";
import { enterField, fieldAnswers } from "./model-form";
import { actForms } from "./act-forms";
import type { FileReader, UnreadableFile } from "./act-files";
import { givenTo } from "./act-files";
import { groupAnswer, historyLines } from "./group-work";
import type { Handout } from "./handouts";
import {
  awardPapersHandout,
  priceFileHandout,
  reportSheetHandout,
  scoreSheetHandout,
} from "./handouts";
import type { Sheet } from "./received-files";
import { outcomeAnswer, Steps } from "./outcome";
import { requirementProgress, scoreProgress } from "./progress";
import type { TemplateName } from "../app/templates";
import { templateDocument, templateNames, withoutBids } from "../app/templates";
import { isAboutModel } from "../core/place";

/** Draws enough to tell one model from another by a per cent or so, in a fraction of a second. */
const draws = 10_000;

/** So many findings are shown one by one. */
const mostFindings = 200;

/** What an act came to: cells to write, and what to tell; or the file that could not be read. */
export type ActOutcome = {
  readonly amendment?: Amendment;
  readonly told: string;
  readonly conflicts: readonly string[];
  readonly findings: readonly Finding[];
  readonly unreadable?: UnreadableFile;
};

const nothingDone: ActOutcome = { told: "", conflicts: [], findings: [] };

type Held = {
  readonly reading: WorkbookReading;
  readonly found: Assessed | Unreadable;
  readonly steps: Steps;
  readonly checked?: Pick<Result, "doubleCheck" | "selfChecks">;
};

export class CaseService {
  private held: Held | undefined;

  /** @param words the reader's; @param all every language a workbook may be in */
  constructor(
    private readonly words: Words,
    private readonly all: readonly Words[],
    private readonly version: string,
  ) {}

  /** Reads the workbook and says how the case stands; nothing is written. */
  async take(workbook: Workbook): Promise<CaseAnswer> {
    const reading = await workbook.read();
    return this.hold(reading, assessWorkbook(reading, this.words, this.all));
  }

  /** Evaluates, twice, and writes the result sheets. */
  async evaluate(
    workbook: Workbook,
    calculator: Calculator,
    time: string,
    by: string,
  ): Promise<CaseAnswer> {
    const { words, all, version } = this;
    const before = await workbook.read();
    const found = await evaluateWorkbook(alreadyRead(workbook, before), {
      version,
      time,
      words,
      all,
      calculator,
      who: () => by,
      hasInputSheets: true,
      getsResultSheets: true,
    });
    if (!found.document) return this.hold(before, found);
    await workbook.writeResults(found.pages, found.amendment);
    return this.hold(
      { ...before, evaluated: found.basis, results: found.pages.map(({ name }) => name) },
      found,
      found.result,
    );
  }

  private hold(
    reading: WorkbookReading,
    found: Held["found"],
    checked?: Held["checked"],
  ): CaseAnswer {
    this.held = {
      reading,
      found,
      steps: new Steps(found.places, this.words),
      ...(checked ? { checked } : {}),
    };
    return this.answer(this.held);
  }

  /** The operands of a step that has been shown. */
  why(step: number): StepAnswer[] {
    return this.held?.steps.operands(step) ?? [];
  }

  /** What would change the outcome. */
  sensitivity(): SectionAnswer[] {
    const found = this.read();
    return robustnessSections(found.evaluation, robustness(found.evaluation), this.words).map(
      (each) => this.section(each),
    );
  }

  /** What the model does, before any bid and on drawn ones. */
  modelTest(): SectionAnswer[] {
    const { evaluation, document } = this.read();
    const test = modelTest(evaluation);
    const sections = modelSections(test.properties, test, this.words);
    const setup = setUpSimulation(evaluation, [], { draws, bids: 5, seed: 1, scores: {} });
    if (!("slots" in setup)) return sections.map((each) => this.section(each));
    const simulator = new Simulator(setup);
    const tallies = Array.from({ length: blocksOf(setup) }, (_, block) =>
      simulator.block(block),
    ).reduce((sum, each) => sum.map((tally, n) => added(tally, each[n] ?? tally)));
    return [
      ...sections,
      ...simulationSections(setup, tallies, [document.model.label], this.words),
    ].map((each) => this.section(each));
  }

  /** The file part by part, for whoever reviews it. */
  walk(): StationAnswer[] {
    const found = this.read();
    return walkThrough(found, found.seal && publishedIn(found.seal), this.words).map(
      ({ title, blocks }) => ({
        title,
        blocks: blocks.map((block, n) => ({ ...block, isCaptionSeen: isCaptionSeen(blocks, n) })),
      }),
    );
  }

  /** The linter's findings about the requirement texts. */
  requirementTexts(): FindingAnswer[] {
    return this.findings(requirementLint(this.read().document), this.read().places);
  }

  /** Where a place stands now, in a reading newer than the one on the desk. */
  locate(place: Place, reading: WorkbookReading): CellAddress | undefined {
    // A place is by ids, since people sort; a result sheet has none, and nobody sorts it.
    return addressIn(place) ?? readWorkbook(reading, this.all).places.nearest(place);
  }

  /** What an entry in the model's form becomes, in a reading newer than the one on the desk. */
  entering(key: string, text: string, reading: WorkbookReading): EnteredField {
    const { places, words = this.words } = readWorkbook(reading, this.all);
    return enterField(key, text, places, words, this.words);
  }

  /** What the journal says of one criterion of one bid. */
  history(bid: string, criterion: string): HistoryLine[] {
    return historyLines(this.read().document, bid, criterion, this.words);
  }

  /**
   * An act on the workbook as it is now, which may be later than what the pane shows.
   * @param files that were given with it
   * @param host the second engine of the workbook, what reads the files, and the time
   */
  async perform(
    request: ActRequest,
    files: readonly Sheet[],
    workbook: Workbook,
    host: {
      readonly calculator: Calculator;
      readonly files: Omit<FileReader, "words" | "all">;
      readonly time: string;
    },
  ): Promise<ActOutcome> {
    const { calculator, time } = host;
    const { words, all } = this;
    const act = actNamed(request.act);
    const reading = await workbook.read();
    const subject = act.restsOnOutcome
      ? await this.outcome(alreadyRead(workbook, reading), calculator, time)
      : assessCase(readWorkbook(reading, all), words);
    if (!subject.document) return { ...nothingDone, findings: subject.findings };
    const { content: given, unreadable } = await givenTo(act, request.given, files, {
      own: { document: subject.document, reading },
      reader: { ...host.files, words, all },
    });
    if (unreadable) return { ...nothingDone, unreadable };
    const by = { time: seconds(time), by: request.by };
    const performed = performAct(act, subject, given, by);
    if (performed.refused) return { ...nothingDone, findings: performed.refused };
    const { done, write } = performed;
    return {
      amendment: write.amendment,
      told: act.tell(done, words),
      conflicts: conflictLines(done, words),
      findings: done.findings ?? [],
    };
  }

  /** What is made of the workbook as it is now, and recorded nowhere. */
  async handOut(
    request: HandoutRequest,
    workbook: Workbook,
    calculator: Calculator,
    time: string,
  ): Promise<Handout> {
    const { words, all, version } = this;
    if (request.handout === "report-sheet" || request.handout === "award-papers") {
      const evaluated = await this.evaluated(workbook, calculator, time);
      if (!evaluated.document) return { findings: evaluated.findings };
      return request.handout === "report-sheet"
        ? reportSheetHandout(evaluated, request.isRedacted)
        : awardPapersHandout(
            evaluated,
            request.isRedacted,
            { madeWith: version, made: seconds(time) },
            words,
          );
    }
    const assessed = assessCase(readWorkbook(await workbook.read(), all), words);
    if (!assessed.document) return { findings: assessed.findings };
    return request.handout === "score-sheets"
      ? scoreSheetHandout(assessed, request.where)
      : priceFileHandout(assessed.document, assessed.written);
  }

  private async outcome(
    workbook: Workbook,
    calculator: Calculator,
    time: string,
  ): Promise<ActSubject | Unreadable> {
    const evaluated = await this.evaluated(workbook, calculator, time);
    return evaluated.document ? withOutcome(evaluated, this.version) : evaluated;
  }

  /** The workbook evaluated anew, twice, for what rests on its outcome. */
  private evaluated(
    workbook: Workbook,
    calculator: Calculator,
    time: string,
  ): Promise<Evaluated | Unreadable> {
    const { words, all, version } = this;
    return evaluateWorkbook(workbook, {
      version,
      time,
      words,
      all,
      calculator,
      who: () => "",
      hasInputSheets: true,
      getsResultSheets: false,
    });
  }

  /**
   * What differs between an earlier version and the case on the desk, and what each difference does
   * by itself.
   */
  compare(earlier: EvaluationDocument): SectionAnswer {
    return this.section(
      comparisonSection(compareVersions(earlier, this.read().document), this.words),
    );
  }

  /**
   * Whether the file holds: everything computed anew and held against its sheets, journal and
   * seals.
   */
  async verify(
    workbook: EvaluatedWorkbook,
    calculator: Calculator,
    bundle?: Bundle,
  ): Promise<VerificationAnswer> {
    const { words, all, version } = this;
    const verifying = { version, words, all, calculator };
    const assessed = judgeWorkbook(await workbook.read(), words, all);
    if (!assessed.document)
      return { holds: false, verdict: words.trail.fails, checks: [], since: [], proves: "" };
    const found = await verifyAssessed(
      assessed,
      bundle ? undefined : workbook,
      bundle ? { ...verifying, bundle } : verifying,
    );
    return verificationAnswer(
      found,
      (own) =>
        this.findings(own, found.places).map((each, n) => {
          const cell = own[n]?.details["cell"];
          return typeof cell === "string" ? { ...each, cell, place: cell } : each;
        }),
      words,
    );
  }

  /** Findings of an act, with the cells of the case as it is on the desk now. */
  told(findings: readonly Finding[]): FindingAnswer[] {
    return this.findings(findings, this.need().found.places);
  }

  /** The sheets of a template, or of an earlier procurement without its bids. */
  sheetsOf(from: TemplateName | EvaluationDocument): Page[] {
    return writeWorkbook(
      typeof from === "string" ? templateDocument(from, this.words) : withoutBids(from),
      this.words,
    );
  }

  /** The sheet with the outcome, in the workbook's language. */
  overviewSheet(): string {
    return this.read().written.sheets.overview;
  }

  /** The sheets that are the case's own: those that hold our tables, and our results. */
  sheets(): string[] {
    const { reading } = this.need();
    return [...new Set([...reading.tables.map(({ sheet }) => sheet), ...(reading.results ?? [])])];
  }

  private need(): Held {
    if (!this.held) throw new Error("nothing has been read yet");
    return this.held;
  }

  private read(): Assessed {
    const { found } = this.need();
    if (!found.document) throw new Error("the workbook holds no document");
    return found;
  }

  private answer({ reading, found, steps, checked }: Held): CaseAnswer {
    const { words, all } = this;
    const { places } = found;
    const point = (text: string, place: string): Pointer => ({
      text,
      place,
      ...cellOf(places, place),
    });
    const common = {
      fields: fieldAnswers(places, found.document, all, found.document ? found.written : words),
    };
    if (!found.document) {
      const isEmpty = Object.keys(places.tables).length === 0;
      return {
        ...nothing,
        ...common,
        state: isEmpty ? "empty" : "unreadable",
        findings: isEmpty ? [] : this.findings(found.findings, places),
      };
    }
    const {
      evaluation,
      document: { procurement, bids, requirements, criteria, model },
    } = found;
    const freshness: Freshness =
      reading.evaluated === undefined
        ? "none"
        : reading.evaluated === found.basis
          ? "current"
          : "changed";
    return {
      ...common,
      state: "read",
      title: procurement.title,
      caseNumber: procurement.caseNumber,
      authority: procurement.authority,
      counts: { bids: bids.length, requirements: requirements.length, criteria: criteria.length },
      freshness,
      sample: this.sampleState(found),
      sheets: this.sheets(),
      findings: this.findings([...evaluation.findings, ...dateFindings(found.document)], places),
      formula: words.formulas[model.method.type](capital(model.label)),
      requirements: requirementProgress(found.document, point, words),
      scores: scoreProgress(found.document, point),
      acts: actForms({ document: found.document, evaluation }, words),
      group: groupAnswer(evaluation, point, (each) => this.section(each), words),
      award: awardAnswer(found, checked, (each) => this.section(each), words),
      outcome: outcomeAnswer(evaluation, steps, point, words),
      checks: this.checks(found, freshness, checked),
      modelText: `${modelText(found.document, words)}\n${workedExample(found.document, words)}`,
    };
  }

  /**
   * A template is known again by its title and case number; by its fingerprint if nobody has
   * changed it.
   */
  private sampleState({ document, fingerprint: own }: Assessed): CaseAnswer["sample"] {
    const { title, caseNumber } = document.procurement;
    const words = this.all.find(
      ({ pane: { template } }) => template.title === title && template.caseNumber === caseNumber,
    );
    if (!words) return "no";
    return templateNames.some((name) => fingerprint(templateDocument(name, words)) === own)
      ? "untouched"
      : "changed";
  }

  private checks(
    { checks, fingerprint: own }: Assessed,
    freshness: Freshness,
    checked: Held["checked"],
  ): Check[] {
    const { words } = this;
    const text = words.pane.review;
    const failed = checks.filter(({ holds }) => !holds);
    const doubled = checked?.doubleCheck;
    return [
      {
        title: text.freshness,
        text: text.freshnessText[freshness],
        state: freshness === "current" ? "good" : freshness === "changed" ? "bad" : "open",
      },
      {
        title: text.double,
        text: doubled ? text.doubleText(doubled.equal, doubled.of) : text.doubleNotYet,
        state: doubled ? (doubled.equal === doubled.of ? "good" : "bad") : "open",
        ...(doubled ? { count: `${doubled.equal} ${words.of} ${doubled.of}` } : {}),
      },
      {
        title: words.selfCheck,
        count: `${checks.length - failed.length} ${words.of} ${checks.length}`,
        text: `${checks.length - failed.length} ${words.of} ${checks.length}: ${(failed.length > 0 ? failed : checks).map(({ name }) => words.selfChecks[name]).join("; ")}`,
        state: failed.length === 0 ? "good" : "bad",
      },
      { title: text.fingerprint, text: own, state: "open" },
    ];
  }

  private findings(findings: readonly Finding[], places: Places): FindingAnswer[] {
    return findings.slice(0, mostFindings).map((each) => ({
      code: each.code,
      severity: each.accepted ? "note" : each.severity,
      word: this.words.severities[each.severity],
      text: acceptedText(each, this.words),
      place: each.where,
      isAboutModel: isAboutModel(each.where),
      ...cellOf(places, each.where),
    }));
  }

  private section({ title, note, columns, rows, chart }: Section): SectionAnswer {
    return {
      title,
      columns,
      rows: rows.map((row) => row.map((entry) => this.entry(entry))),
      ...(note === undefined ? {} : { note }),
      ...(chart
        ? { chart: { kind: chart.kind, category: chart.category, series: chart.series } }
        : {}),
    };
  }

  private entry(entry: Cell): EntryAnswer {
    if (typeof entry === "string") return { text: entry };
    return {
      text: this.words.number(entry.exact.toFixed(entry.decimals)),
      size: Number(entry.exact.toDecimal(6)),
    };
  }
}

const nothing: CaseAnswer = {
  state: "empty",
  title: "",
  caseNumber: "",
  authority: "",
  counts: { bids: 0, requirements: 0, criteria: 0 },
  freshness: "none",
  sample: "no",
  sheets: [],
  findings: [],
  fields: [],
  acts: [],
  formula: "",
  requirements: [],
  scores: [],
  checks: [],
  modelText: "",
};

/** A workbook that has been read: what is worked out of it is of this reading. */
function alreadyRead(workbook: Workbook, reading: WorkbookReading): Workbook {
  return {
    read: () => Promise.resolve(reading),
    writeResults: (pages) => workbook.writeResults(pages),
  };
}

function cellOf(places: Places, place: Place): { readonly cell?: string } {
  const address = places.nearest(place);
  return address ? { cell: addressText(address) } : {};
}
