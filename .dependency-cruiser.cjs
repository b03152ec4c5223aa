/**
 * The house rules on who may import whom, each with its reason. Run by `npm run house`; the test
 * `test/house.test.ts` breaks one of each to see that they bite.
 */
const room = (...names) => `^src/(${names.join("|")})/`;
/** Rooms on one floor: each does one kind of work on the engine's answers and knows none of the others. */
const rooms = ["sheet", "report", "exchange", "lab", "scoring", "procedure", "render"];
/** What rooms may use of each other all the same, each with its reason. */
const neighbours = {
  // Acts record scores, and the work's tables show flags and merged sheets.
  procedure: room("scoring"),
  // The terminal prints the public result, and knows it by its type.
  render: "^src/report/result\\.ts$",
};
const doors = ["cli", "taskpane"];

module.exports = {
  forbidden: [
    {
      name: "core-imports-nothing-outside",
      comment:
        "so that a result depends on the document alone: core sees no sheet, file, clock, language or host",
      severity: "error",
      from: { path: room("core") },
      to: { path: "^src/", pathNot: room("core") },
    },
    {
      name: "core-knows-one-library",
      comment: "so that the engine can be read, and run anywhere: zod, nothing else",
      severity: "error",
      from: { path: room("core") },
      to: {
        path: "node_modules|^[^.]",
        pathNot: ["node_modules/zod/", "^src/", "^zod$"],
      },
    },
    {
      name: "numbers-are-exact",
      comment:
        "so that no file can round or divide by its own habits; the bench holds the engine against bare decimal.js in one",
      severity: "error",
      from: {
        path: "^(src|bench)/",
        pathNot: ["^bench/beside/plain-loops\\.ts$"],
      },
      to: { path: "node_modules/decimal\\.js/" },
    },
    {
      name: "journal-knows-core-only",
      comment: "so that every room can use the journal's fingerprints without reading another room",
      severity: "error",
      from: { path: room("journal") },
      to: { path: "^src/", pathNot: room("journal", "core") },
    },
    {
      name: "words-and-content-know-core-only",
      comment: "so that a language can be added, or a paper laid out, without knowing who asks",
      severity: "error",
      from: { path: room("words", "content") },
      to: { path: "^src/", pathNot: room("words", "content", "core") },
    },
    ...rooms.map((name) => ({
      name: `${name}-keeps-to-itself`,
      comment:
        "so that a room can be changed without reading the others: what two rooms share belongs in core or app",
      severity: "error",
      from: { path: room(name) },
      to: {
        path: rooms.filter((other) => other !== name).map((other) => room(other)),
        ...(neighbours[name] ? { pathNot: neighbours[name] } : {}),
      },
    })),
    {
      name: "rooms-know-no-host",
      comment: "so that the same sheets can be written by Excel, by a file and in memory",
      severity: "error",
      from: { path: room("core", "journal", "content", "words", "app", "case", ...rooms) },
      to: { path: room("host") },
    },
    {
      name: "hosts-know-the-port",
      comment:
        "so that meaning stays on our side: a host imports the port's types and limits, and its own library",
      severity: "error",
      from: { path: room("host") },
      to: {
        path: "^src/",
        pathNot: [room("host"), "^src/sheet/(workbook|cell-address|excel-limits)\\.ts$"],
      },
    },
    {
      name: "nothing-imports-a-door",
      comment:
        "so that every door can be taken away, with its own tests: cli and taskpane are used by people, not by code",
      severity: "error",
      from: { path: "^(src|test|examples|bench)/", pathNot: `^(src|test)/(${doors.join("|")})/` },
      to: { path: room(...doors) },
    },
    {
      name: "doors-do-not-meet",
      comment: "so that the command line and the pane can each be read without the other",
      severity: "error",
      from: { path: room("cli") },
      to: { path: room("taskpane") },
    },
    {
      name: "only-doors-know-the-journey",
      comment:
        "so that imports point inwards: app and case are used by the doors and use the rooms",
      severity: "error",
      from: { path: "^src/", pathNot: room("app", "case", ...doors) },
      to: { path: room("app", "case") },
    },
    {
      name: "app-knows-no-case",
      comment: "so that the command line, which has no case open, does the same work as the pane",
      severity: "error",
      from: { path: room("app") },
      to: { path: room("case") },
    },
    {
      name: "the-pane-shows-answers",
      comment:
        "so that the first script stays small and no calculation can hold up the page: the pane knows the rooms by their types, and its worker has them",
      severity: "error",
      from: { path: room("taskpane"), pathNot: room("taskpane/worker") },
      to: {
        path: room("core", "app", "case", "journal", ...rooms),
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "views-keep-to-the-pane",
      comment:
        "so that a view can be read by itself: it asks the session and draws with the controls",
      severity: "error",
      from: { path: "^src/taskpane/views/" },
      to: { path: room("host") },
    },
    {
      name: "hucre-and-ironcalc-behind-the-port",
      comment: "so that a young library can be replaced in one folder",
      severity: "error",
      from: { path: "^src/", pathNot: room("host") },
      to: { path: "node_modules/(hucre|fflate|@ironcalc|@xmldom)/", pathNot: "\\.wasm$" },
    },
    {
      name: "signatures-are-read-in-one-folder",
      comment:
        "so that what a signature is worth is decided in one place, and its large library is loaded with a reply",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: "^src/journal/reply/(certificates|signature|signed-data)\\.ts$",
      },
      to: { path: "node_modules/(pkijs|asn1js)/" },
    },
    {
      name: "draws-come-from-one-place",
      comment:
        "so that chance enters the product in one file, from a seed, and never an evaluation",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/lab/random-draws\\.ts$" },
      to: { path: "(^src/lab/random-words|node_modules/pure-rand/)" },
    },
    {
      name: "no-circles",
      comment: "so that every file can be understood after those it imports",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-barrels",
      comment: "so that an import says where a thing lives",
      severity: "error",
      from: {},
      to: { path: "^src/.*index\\.ts$" },
    },
    {
      name: "no-test-in-the-product",
      comment: "so that a fixture never ships",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|examples|bench)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
