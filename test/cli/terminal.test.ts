/**
 * What the command line prints of its findings: at most two hundred, with the number of the others,
 * and instead of a result the reason why there is none.
 */
import { printFindingGroups, printFindings, refuse } from "../../src/cli/terminal";
import type { Finding } from "../../src/core/finding";
import { finding } from "../../src/core/finding";
import { nowhere } from "../../src/sheet/locate";
import { sv } from "../../src/words/sv/words";

const many = (count: number): Finding[] =>
  Array.from({ length: count }, (_, n) =>
    finding("price-missing", "open", `bids[A${n + 1}].price`, {
      bidder: `Bolaget A${n + 1}`,
      bid: `A${n + 1}`,
    }),
  );
const printed = (count: number): string[] => {
  const lines: string[] = [];
  printFindings(many(count), nowhere, sv, (line) => lines.push(line));
  return lines;
};

// prettier-ignore
test.each([
  [0,   0,   undefined],
  [1,   1,   /^bids\[A1\]\.price .*Bolaget A1/],
  [200, 200, /^bids\[A200\]\.price /],
  [201, 201, /\b1\b/],
  [450, 201, /\b250\b/],
])("%i findings: %i lines, the last one %s", (count, length, last) => {
  const lines = printed(count);
  expect(lines).toHaveLength(length);
  if (last) expect(lines.at(-1)).toMatch(last);
});

test("findings of one kind are one line with the first few places, and all on demand", () => {
  const shown = (isWhole: boolean): string[] => {
    const lines: string[] = [];
    printFindingGroups(many(9), { places: nowhere, isWhole }, sv, (line) => lines.push(line));
    return lines;
  };
  expect(shown(false)).toEqual([
    "bids[A1].price (Anbud, rad A1, Totalpris)  Återstår: Bolaget A1 (A1) har inget pris. Skriv priset; 0 om det verkligen är noll.",
    `    8 till av samma slag: ${["A2", "A3", "A4", "A5"].map((id) => `bids[${id}].price (Anbud, rad ${id}, Totalpris)`).join(", ")} … och 4 till`,
    "Kommandot check med --all visar var och en.",
  ]);
  expect(shown(true)).toHaveLength(9);
});

describe("a file that holds no document", () => {
  const written = { out: "", err: "" };
  beforeEach(() => {
    Object.assign(written, { out: "", err: "" });
    jest.spyOn(process.stdout, "write").mockImplementation((text) => {
      written.out += String(text);
      return true;
    });
    jest.spyOn(process.stderr, "write").mockImplementation((text) => {
      written.err += String(text);
      return true;
    });
  });
  afterEach(() => jest.restoreAllMocks());
  const unreadable = { findings: many(1), places: nowhere };

  test("is refused with 2, and says why on standard error", () => {
    expect(refuse("anbud.xlsx", unreadable, {}, sv)).toBe(2);
    expect(written.out).toBe("");
    expect(written.err).toContain("anbud.xlsx");
    expect(written.err).toContain("Bolaget A1 (A1) har inget pris.");
  });

  test("with --json the same findings stand as JSON on standard output", () => {
    expect(refuse("anbud.xlsx", unreadable, { json: true }, sv)).toBe(2);
    const { error } = JSON.parse(written.out) as { error: { findings: { where: string }[] } };
    expect(error.findings.map(({ where }) => where)).toEqual(["bids[A1].price"]);
  });
});
