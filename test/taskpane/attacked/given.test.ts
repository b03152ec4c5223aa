/** What is taken from given files, and made of the case in the workbook, attacked in its middle. */
import { readFileSync } from "node:fs";
import { attackedInTurn } from "./attacked";
import { givenActs } from "./given";

// What the build puts into the script as text.
jest.mock("../../../src/taskpane/worker/engine-bytes", () => ({
  engineBytes: () => new Uint8Array(readFileSync(require.resolve("@ironcalc/wasm/wasm_bg.wasm"))),
}));

attackedInTurn(givenActs);
