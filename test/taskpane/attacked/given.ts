/**
 * What the pane takes from files that are given to it, and what it makes of the case in the workbook, to be
 * attacked in the middle.
 */
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { writeWorkbookBytes } from "../../../src/host/xlsx/write-workbook";
import { appendToChain } from "../../../src/journal/hash-chain";
import { comment } from "../../../src/procedure/acts/comment";
import { pricesApart } from "../../../src/procedure/price-file";
import { scoreSheetsOf } from "../../../src/scoring/score-sheet";
import { priceTables } from "../../../src/sheet/table-keys";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { handedIn, licences, well } from "../../filled-forms";
import { panel } from "../../scoring/panel";
import { act as at2, done } from "../../sealed";
import { at } from "./decided";
import { apart, bids } from "./entered";
import type { AttackedActs, Edit } from "./pressed";
import { begins, documentFile, does, makes, takesForms } from "./pressed";

const unscored = panel({ A: {}, B: {} });
/** Both evaluators give A 3 and B 1. */
const scoreSheets = scoreSheetsOf(unscored, new Set()).map((sheet) =>
  documentFile(`${sheet.evaluator}.json`, {
    ...sheet,
    scores: sheet.scores.map((score) => ({
      ...score,
      value: score.bid === "A" ? "3" : "1",
      rationale: "Uppgiften blev klar.",
    })),
  }),
);
const withoutPrices = (value: EvaluationDocument): EvaluationDocument => ({
  ...value,
  bids: value.bids.map(({ prices: _, price: _price, ...bid }) => bid),
});
/** Quality is fixed, and the prices are in a file of their own. */
const sealed = withoutPrices(at("fixed"));
const prices = async () => ({
  name: "priser.xlsx",
  bytes: await writeWorkbookBytes(writeWorkbook(pricesApart(at("fixed")), sv, priceTables)),
});
const scored = at("scored");
const copy = appendToChain(scored, done(comment(scored, at2(30), "Läst på annat håll", "")));
const second: EvaluationDocument = {
  ...bids,
  procurement: { ...bids.procurement, procedure: "selective" },
};

const K2: Edit = [["requirements", "K2", "Krav"], "Kollegans krav"];
const R1: Edit = [["requirements", "R1", "Krav"], "Kollegans krav"];
const bidder: Edit = [["bids", "A", "Anbudsgivare"], "Kollegans AB"];
const evaluator: Edit = [["evaluators", "E2", "Namn"], "Per Palm"];

const form = () =>
  handedIn(
    "Beta.xlsx",
    well("Beta AB", "556000-0002", { value: 900 }, { value: 12 }),
    undefined,
    licences,
  );

// prettier-ignore
export const givenActs: AttackedActs = {
  "score sheets that are taken in": { on: unscored, edits: { own: [...evaluator, "whole"], other: [...bidder, "whole"], row: "whole" }, ...does("merge", {}, scoreSheets) },
  "the opening of prices": { on: sealed, edits: { own: [...bidder, "nothing"], other: [...R1, "nothing"], row: "whole" }, ...does("open-prices", {}, [prices]) },
  "candidates that are invited": { on: second, edits: { own: [...bidder, "whole"], other: [...K2, "whole"], row: "whole" }, ...does("invite", {}, [documentFile("urval.json", at("entered"))]) },
  "a copy that is joined": { on: scored, edits: { own: [...bidder, "whole"], other: [...R1, "whole"], row: "whole" }, ...does("join", {}, [documentFile("kopia.json", copy)]) },
  "a code in the diary": { on: at("awarded"), edits: { own: [...bidder, "whole"], other: [...R1, "whole"], row: "whole" }, ...does("anchor", { registered: "KS 2026/12", date: "2026-03-12" }) },
  "bidders' forms": { on: licences, edits: { own: [["bids", "A", "Anbudsgivare"], "Beta AB", "nothing"], other: [...bidder, "whole"], row: "whole" },
    ...takesForms(form) },
  "a new evaluation": { on: undefined, ...begins("create", "monetary") },
  "a new evaluation from an earlier one": { on: undefined, ...begins("createFrom", "forra.json", new TextEncoder().encode(JSON.stringify(bids))) },
  "score sheets on sheets of their own": { on: apart, edits: { own: [...evaluator, "anew"], other: [["scores", "A", "Motivering"], "Kollegans", "whole"], row: "whole" },
    ...makes({ handout: "score-sheets", where: "workbook" }) },
  "the report as a sheet": { on: at("finalised"), edits: { own: [...bidder, "anew"], other: [...R1, "anew"], row: "whole" },
    ...makes({ handout: "report-sheet", isRedacted: false, withBlanks: true }) },
};
