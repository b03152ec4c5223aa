/**
 * The tables of a simulation: a tally of 200 draws with figures that can be checked in the head.
 */
import { modelNames, simulationSections } from "../../src/lab/simulation-tables";
import type { Setup, Slot } from "../../src/lab/random-draws";
import type { Tally } from "../../src/lab/tally";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const model = document({ criteria: [monetary("K"), monetary("L")], bids: [] });
const other = document({ criteria: [monetary("L")], bids: [] });

const slot = (id: string, from: string, step: string, count: number): Slot => ({
  id,
  price: { from, step, count },
  figures: [],
});

const setup: Setup = {
  seed: 7,
  draws: 200,
  models: [model, other],
  leaves: [],
  slots: [
    { ...slot("A", "900", "0", 0), bidder: "Bolaget A" },
    slot("X1", "800", "50", 8),
    slot("X2", "800", "50", 8),
  ],
};

const tally: Tally = {
  draws: 200,
  wins: [100, 50, 24],
  rejected: [2, 4, 6],
  ties: 16,
  nobody: 10,
  lowestPriceWins: 90,
  qualityBeatsPrice: 84,
  decides: [60, 20],
  confirmed: 3,
};
const second: Tally = { ...tally, wins: [200, 0, 0], rejected: [0, 0, 0], decides: [40] };

const columnsOf = (given: Setup, tallies: readonly Tally[], names: readonly string[]) =>
  tallies.map((counted, n) => ({
    name: names[n] ?? "",
    setup: given,
    model: given.models[n] ?? model,
    tally: counted,
  }));
const shown = (given: Setup, tallies: readonly Tally[], names: readonly string[]) =>
  simulationSections(columnsOf(given, tallies, names), sv).map(({ rows }) =>
    rows.map((row) =>
      row.map((entry) => (typeof entry === "string" ? entry : entry.exact.toFixed(entry.decimals))),
    ),
  );

const text = sv.lab.simulation;

test("where bids are priced in rows, the table says that totals are drawn", () => {
  const drawn = (given: Setup) =>
    shown(given, [tally, second], ["Modell", "Annan"])[0]?.filter(([name]) => name === text.drawn);
  expect(drawn(setup)).toEqual([]);
  expect(drawn({ ...setup, hasPriceRows: true })).toEqual([
    ["Pris som dras", text.drawnTotals, text.drawnTotals],
  ]);
});

test("what happened, in counts and per cent of the draws", () => {
  const [measures] = shown(setup, [tally], ["Modell"]);
  // prettier-ignore
  expect(measures).toEqual([
    [text.draws,            "200"],
    [text.seed,             "7"],
    [text.bids,             "3"],
    [text.prices,           `800–${sv.number("1200")}; 900`],
    [`${text.lowest} %`,    "45.00"],
    [`${text.quality} %`,   "42.00"],
    [`${text.ties} %`,      "8.00"],
    [`${text.nobody} %`,    "5.00"],
    [text.confirmed,        "3"],
  ]);
});

test("wins of both models, then rejections of both", () => {
  const [, wins] = shown(setup, [tally, second], ["Ett", "Två"]);
  // prettier-ignore
  expect(wins).toEqual([
    ["Bolaget A (A)",  "50.00", "100.00", "1.00", "0.00"],
    ["Tänkt anbud (X1)", "25.00", "0.00",   "2.00", "0.00"],
    ["Tänkt anbud (X2)", "12.00", "0.00",   "3.00", "0.00"],
  ]);
});

test("of separate contracts, a bid that takes no part in one has an empty cell there", () => {
  const [first] = columnsOf(setup, [tally], ["Norrvik"]);
  if (!first) throw new Error("no column");
  const without = { ...setup, slots: setup.slots.slice(1) };
  const counted = { ...second, wins: [150, 50], rejected: [10, 0] };
  const other = { ...first, name: "Söderby", setup: without, tally: counted };
  const [, wins] = simulationSections([first, other], sv);
  // prettier-ignore
  expect(
    wins?.rows.map((row) =>
      row.map((entry) => (typeof entry === "string" ? entry : entry.exact.toFixed(entry.decimals))),
    ),
  ).toEqual([
    ["Bolaget A (A)",  "50.00", "",      "1.00", ""],
    ["Tänkt anbud (X1)", "25.00", "75.00", "2.00", "5.00"],
    ["Tänkt anbud (X2)", "12.00", "25.00", "3.00", "0.00"],
  ]);
});

test("a criterion that a model lacks has an empty cell", () => {
  const [, , decides] = shown(setup, [tally, second], ["Ett", "Två"]);
  // prettier-ignore
  expect(decides).toEqual([
    ["K", "30.00", ""],
    ["L", "10.00", "20.00"],
  ]);
});

test.each(
  // prettier-ignore
  [
  [["1", "2", "3"],      "3; 1; 2"],
  [["1", "2", "3", "4"], "4; 1; 2 …"],
  [["1", "1", "1", "1"], "1"],
  ],
)("prices %j are listed as %s", (prices, expected) => {
  const slots = prices.map((price, n) => slot(`B${n}`, price, "0", 0));
  const [measures] = shown({ ...setup, slots }, [tally], ["Modell"]);
  expect(measures?.[3]).toEqual([text.prices, expected]);
});

test("the column of one model has no name, those of two have theirs", () => {
  const columns = (names: readonly string[]) =>
    simulationSections(columnsOf(setup, [tally, second].slice(0, names.length), names), sv)[2]
      ?.columns;
  const { criterion } = sv.lab.worth;
  expect(columns(["Ett"])).toEqual([criterion, "%"]);
  expect(columns(["Ett", "Två"])).toEqual([criterion, "Ett %", "Två %"]);
});

test("models of one method are numbered, others are not", () => {
  const points = document({ model: { method: { type: "lowest-price" } }, bids: [] });
  const { monetary: kronor, "lowest-price": lowest } = sv.methodTypes;
  expect(modelNames([model, points, other], sv)).toEqual([`${kronor} 1`, lowest, `${kronor} 3`]);
});
