/**
 * The house rules on who may import whom, each with its reason. Run by `npm run house`; the test
 * `test/house.test.ts` breaks one of each to see that they bite.
 */
const room = (name) => `^src/${name}/`;
const rooms = ["sheet", "report", "exchange", "lab", "trail", "group"];

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
      name: "core-knows-two-libraries",
      comment: "so that the engine can be read, and run anywhere: decimal.js and zod, nothing else",
      severity: "error",
      from: { path: room("core") },
      to: {
        path: "node_modules|^[^.]",
        pathNot: ["node_modules/(decimal\\.js|zod)/", "^src/", "^decimal\\.js$", "^zod$"],
      },
    },
    {
      name: "decimals-live-in-number",
      comment: "so that no other file can round or divide by its own habits",
      severity: "error",
      from: { path: "^(src|bench)/", pathNot: "^src/core/number\\.ts$" },
      to: { path: "node_modules/decimal\\.js/" },
    },
    ...rooms.map((name) => ({
      name: `${name}-keeps-to-itself`,
      comment:
        "so that a room can be changed without reading the others: what two rooms share belongs in core or app",
      severity: "error",
      from: { path: room(name) },
      to: { path: rooms.filter((other) => other !== name).map(room) },
    })),
    {
      name: "rooms-know-no-host",
      comment: "so that the same sheets can be written by Excel, by a file and in memory",
      severity: "error",
      from: {
        path: `^src/(core|desk|${rooms.join("|")})/|^src/(app|verify|kept|joining|award-file|bundle|comparison)\\.ts$`,
      },
      to: { path: room("host") },
    },
    {
      name: "hosts-know-the-port",
      comment:
        "so that meaning stays on our side: a host imports the port's types and its own library",
      severity: "error",
      from: { path: room("host") },
      to: { path: "^src/", pathNot: [room("host"), "^src/sheet/port\\.ts$"] },
    },
    {
      name: "nothing-imports-a-door",
      comment:
        "so that every door can be taken away: cli and taskpane are used by people, not by code",
      severity: "error",
      from: { path: "^(src|test|examples|bench)/", pathNot: "^src/(cli[a-z-]*\\.ts|taskpane/)" },
      to: { path: "^src/(cli[a-z-]*\\.ts|simulation-thread\\.ts|taskpane/)" },
    },
    {
      name: "only-doors-know-the-journey",
      comment:
        "so that imports point inwards: app and what stands beside it are used by the doors and use the rooms",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: [
          "^src/cli[a-z-]*\\.ts$",
          room("taskpane"),
          room("desk"),
          "^src/(app|verify|kept|joining|award-file|bundle|comparison)\\.ts$",
        ],
      },
      to: { path: "^src/((app|verify|kept|joining|award-file|bundle|comparison)\\.ts$|desk/)" },
    },
    {
      name: "the-pane-shows-answers",
      comment:
        "so that the first script stays small and no calculation can hold up the page: the pane knows the rooms by their types, and the clerk's thread has them",
      severity: "error",
      from: { path: room("taskpane"), pathNot: "^src/taskpane/(clerk|worker|engine-bytes)\\.ts$" },
      to: {
        path: `^src/(core|desk|${rooms.join("|")})/|^src/(app|tell|sv|en)\\.ts$`,
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
      to: { path: "node_modules/(hucre|fflate|@ironcalc)/", pathNot: "\\.wasm$" },
    },
    {
      name: "draws-come-from-one-place",
      comment:
        "so that chance enters the product in one file, from a seed, and never an evaluation",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/lab/draw\\.ts$" },
      to: { path: "node_modules/pure-rand/" },
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
