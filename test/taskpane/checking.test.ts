/** Which requirement comes next, and what is shown while a verdict is on its way to the workbook. */
import type { CheckAnswer } from "../../src/case/check-list";
import { Checking, listed, nextUnchecked, waysOn } from "../../src/taskpane/checking";

const item = (id: string, more: Partial<CheckAnswer> = {}): CheckAnswer => ({
  id,
  kind: "",
  area: "Drift",
  text: id,
  verification: "",
  answer: "",
  answerField: {
    key: "answer",
    label: "",
    hint: "",
    value: "",
    kind: "choice",
    options: [],
    place: "",
    fixed: "",
    canCorrect: false,
  },
  reference: "",
  note: "",
  verdict: "",
  checkedBy: "",
  isReadTwice: false,
  secondVerdict: "",
  secondReader: "",
  ...more,
});
const list = [
  item("K1", { verdict: "met" }),
  item("K2"),
  item("K3", { area: "Säkerhet", isReadTwice: true, verdict: "not-met" }),
  item("K4", { area: "Säkerhet" }),
];
const all = { area: "", reader: "first", filter: "all" } as const;
const ids = (answers: readonly CheckAnswer[]) => answers.map(({ id }) => id).join(" ");

// prettier-ignore
test.each<[string, Partial<Parameters<typeof listed>[1]>, string]>([
  ["everything",                  {},                                              "K1 K2 K3 K4"],
  ["what is not checked",         { filter: "unchecked" },                         "K2 K4"],
  ["one area",                    { area: "Säkerhet" },                            "K3 K4"],
  ["what is not met",             { filter: "not-met" },                           "K3"],
  ["the second reader's own",     { reader: "second", filter: "unchecked" },       "K3"],
])("listed: %s", (_, more, expected) => {
  expect(ids(listed(list, { ...all, ...more }))).toBe(expected);
});

test("the next one is after it, then from the start, then none", () => {
  expect(nextUnchecked(list, "K2", "first")).toBe("K4");
  expect(nextUnchecked(list, "K4", "first")).toBe("K2");
  expect(nextUnchecked([item("K1", { verdict: "met" })], "K1", "first")).toBeUndefined();
});

test("what is sent is shown until a reading that has it; what is refused is shown no longer", () => {
  const checking = new Checking();
  checking.keep("A", list);
  const shown = () => checking.list("A")?.find(({ id }) => id === "K2")?.verdict;
  const first = checking.send("A", item("K2", { verdict: "met" }));
  // A reading that began before it was written does not have it.
  checking.noteReading();
  expect(shown()).toBe("met");
  first.written();
  checking.noteReading();
  expect(shown()).toBe("");
  checking.send("A", item("K2", { verdict: "not-met" })).refused();
  expect(shown()).toBe("");
});

describe("where a reader goes on when nothing is left here", () => {
  const here = [
    item("K1", { verdict: "met", isReadTwice: true, secondVerdict: "met" }),
    item("K2", { area: "Säkerhet" }),
    item("K3", { area: "Säkerhet" }),
  ];
  const done = here.map((each) => ({ ...each, verdict: "met" as const }));
  const left = (...counts: readonly [area: string, count: number][]) =>
    counts.map(([area, count]) => ({ area, count }));
  const none = left();
  const bids = [
    { bid: "A", left: { first: left(["Drift", 2]), second: none } },
    { bid: "B", left: { first: left(["Säkerhet", 2]), second: none } },
    { bid: "C", left: { first: left(["Säkerhet", 1]), second: left(["Drift", 3]) } },
    { bid: "D", out: "Förkastat", left: { first: left(["Drift", 9]), second: none } },
  ];
  // prettier-ignore
  test.each<[string, readonly CheckAnswer[], "first" | "second", string, readonly string[]]>([
    ["the bid's next area, and the same area of another", here, "first",  "Drift",    ["B Säkerhet 2", "A Drift 2"]],
    ["the bid is done: the same area of the next bid",    done, "first",  "Säkerhet", ["C Säkerhet 1"]],
    ["nobody else has anything in the area",              done, "first",  "Miljö",    ["C  1"]],
    ["no area chosen: all of the next bid",               done, "first",  "",         ["C  1"]],
    ["the second reader, to what she is to read",         done, "second", "",         ["C  3"]],
  ])("%s", (_, list, reader, area, ways) => {
    expect(
      waysOn(bids, list, { bid: "B", area, reader }).map((way) => `${way.bid} ${way.area} ${way.count}`),
    ).toEqual(ways);
  });

  test("nothing is left of a bid that is out, unless its reason is still to be written", () => {
    const [out] = bids.slice(3);
    if (!out) throw new Error("no bid that is out");
    const from = (other: typeof out & { readonly isProvisional?: true }) =>
      waysOn([other], done, { bid: "B", area: "", reader: "first" }).map(({ bid }) => bid);
    expect([from(out), from({ ...out, isProvisional: true })]).toEqual([[], ["D"]]);
  });
});
