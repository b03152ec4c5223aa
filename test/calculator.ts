/**
 * IronCalc for the tests, and the circumstances of an evaluation with a clock that stands still.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Circumstances } from "../src/app/evaluate-workbook";
import { en } from "../src/words/en/words";
import { ironCalc } from "../src/host/ironcalc";
import { sv } from "../src/words/sv/words";

export const calculator = ironCalc(() =>
  readFile(join(__dirname, "..", "node_modules", "@ironcalc", "wasm", "wasm_bg.wasm")),
);

export const circumstances: Circumstances = {
  version: "mervarde test",
  time: "2026-11-22T12:00:00Z",
  words: sv,
  all: [sv, en],
  calculator,
  who: () => "EA",
  hasInputSheets: true,
  getsResultSheets: true,
};
