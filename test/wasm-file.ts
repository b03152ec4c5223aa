/** Where the second engine's WebAssembly is while tests run; the builds have it beside them. */
import { join } from "node:path";

export default join(__dirname, "..", "node_modules", "@ironcalc", "wasm", "wasm_bg.wasm");
