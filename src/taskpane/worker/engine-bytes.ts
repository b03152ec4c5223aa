/**
 * IronCalc's WebAssembly as bytes inside a script. A page that may connect to nothing cannot fetch
 * it, so it comes as text in a piece of its own, which is loaded when a workbook is evaluated
 * outside Excel and never otherwise.
 */
import { inlineBytes } from "./inline-bytes";
import wasm from "@ironcalc/wasm/wasm_bg.wasm";

export function engineBytes(): Uint8Array {
  return inlineBytes(wasm);
}
