/**
 * Tests run from TypeScript through swc; some libraries ship only as ES modules and go through it
 * too.
 */
const { availableParallelism } = require("node:os");

const swc = (syntax) => [
  "@swc/jest",
  { jsc: { parser: { syntax }, target: "es2022" }, module: { type: "commonjs" } },
];

/** Libraries that are ES modules only, and one of fonts. */
const modules = [
  "@expo-google-fonts",
  "@ironcalc/wasm",
  "hucre",
  "@noble/hashes",
  "canonicalize",
  "pkijs",
  "asn1js",
  "@peculiar/utils",
  "bytestreamjs",
  "pdfjs-dist",
].join("|");

module.exports = {
  // More workers than cores: a test of the pane waits half its time for the browser.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // Tells what hangs, on however slow a machine; speed is measured by the bench.
  testTimeout: 600_000,
  testEnvironment: "node",
  // The real office.js lives in the global scope and outlasts a test file.
  testEnvironmentOptions: { globalsCleanup: "off" },
  globalSetup: "<rootDir>/test/excel-host/transports/unpack.ts",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  moduleFileExtensions: ["ts", "mjs", "cjs", "js", "json"],
  // What the builds turn into the name of a file beside the program.
  moduleNameMapper: { "^@ironcalc/wasm/wasm_bg\\.wasm$": "<rootDir>/test/wasm-file.ts" },
  transform: {
    "\\.ts$": swc("typescript"),
    "\\.ttf$": "<rootDir>/test/asset-path.cjs",
    [`node_modules/(${modules})/.+\\.m?js$`]: swc("ecmascript"),
  },
  // A library may have its own copy of another in a node_modules of its own.
  transformIgnorePatterns: [`/node_modules/(?!(?:.+/node_modules/)?(?:${modules})/)`],
};
