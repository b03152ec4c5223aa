/**
 * Every call by which the pane writes in the workbook is attacked in its middle: a call, an act, a change
 * or a sheet that is new here is in one of the tables of test/taskpane/attacked, or this test fails.
 */
import { acts } from "../../src/procedure/acts/registry";
import type { CaseCalls } from "../../src/taskpane/rpc-contract";
import { decidedActs } from "./attacked/decided";
import { enteredActs } from "./attacked/entered";
import { givenActs } from "./attacked/given";

/** What each call does to the workbook in Excel; the compiler lists the calls that are missing. */
const does: { readonly [call in keyof CaseCalls]: "writes" | "nothing" } = {
  arrange: "writes",
  begin: "nothing",
  bidForm: "nothing",
  cell: "nothing",
  cellName: "nothing",
  changeModel: "writes",
  checkList: "nothing",
  compare: "nothing",
  create: "writes",
  createFrom: "writes",
  discussion: "nothing",
  emptySample: "writes",
  enter: "writes",
  enterAgreed: "writes",
  enterBid: "writes",
  enterProcurement: "writes",
  enterRequirements: "writes",
  enterRow: "writes",
  enterUnanimous: "writes",
  enterVerdict: "writes",
  evaluate: "writes",
  fingerprint: "nothing",
  goTo: "nothing",
  handOut: "writes",
  modelTest: "nothing",
  models: "nothing",
  open: "nothing",
  perform: "writes",
  previewChange: "nothing",
  previewForms: "nothing",
  previewLevels: "nothing",
  previewRequirements: "nothing",
  previewTyped: "nothing",
  removePriceRow: "writes",
  removeSample: "writes",
  replaceLevels: "writes",
  requirementTexts: "nothing",
  rowForm: "nothing",
  save: "nothing",
  sensitivity: "nothing",
  showResults: "nothing",
  take: "nothing",
  takeEdited: "nothing",
  takeForms: "writes",
  tell: "nothing",
  typedWorth: "nothing",
  undo: "writes",
  verify: "nothing",
  walk: "nothing",
  whatIf: "nothing",
  why: "nothing",
};

/** What a call is about, where it writes in different ways. */
const kinds: { readonly [call: string]: readonly string[] } = {
  perform: acts.map(({ name }) => name),
  handOut: ["score-sheets workbook", "report-sheet"],
  changeModel: ["way", "scale", "remedy"],
  enterRow: ["criteria new", "criteria own", "prices new", "prices own"],
  arrange: ["remove", "down"],
};

test("every call that writes is attacked", () => {
  const wanted = Object.entries(does)
    .filter(([, what]) => what === "writes")
    .flatMap(([call]) => kinds[call]?.map((kind) => `${call} ${kind}`) ?? [call]);
  const attacked = Object.values({ ...enteredActs, ...decidedActs, ...givenActs });
  const asks = new Set(attacked.map((each) => each.asks));
  expect(wanted.filter((each) => !asks.has(each))).toEqual([]);
});
