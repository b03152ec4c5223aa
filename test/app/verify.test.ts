/** Verification: a case that holds, and every way in which it may not, each with its place. */
import { createHash } from "node:crypto";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import type { EvaluationDocument, JournalEvent } from "../../src/core/document/schema";
import { registerAward } from "../../src/procedure/acts/award";
import { comment } from "../../src/procedure/acts/comment";
import { finalise } from "../../src/procedure/acts/finalise";
import { reopen } from "../../src/procedure/acts/reopen";
import { signOff } from "../../src/procedure/acts/sign-off";
import { recordFigures } from "../../src/scoring/record-scores";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { prepareWrite } from "../../src/app/prepare-write";
import { recordableOutcome } from "../../src/report/result";
import type { CellContent, Page } from "../../src/sheet/workbook";
import { addressText } from "../../src/sheet/cell-address";
import { Places } from "../../src/sheet/locate";
import { writeWorkbook } from "../../src/sheet/write";
import { findingText } from "../../src/words/sentences";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { shortCode } from "../../src/journal/short-code";
import { headOf } from "../../src/journal/hash-chain";
import { fingerprint } from "../../src/journal/fingerprint";
import type { Verification } from "../../src/app/verify";
import { verifyWorkbook } from "../../src/app/verify";
import { calculator } from "../calculator";
import { typed } from "../scoring/panel";
import { act, circumstances, done, evaluatedPages, worked } from "../sealed";

const verifying = { version: circumstances.version, words: sv, all: [sv, en], calculator };
const nowhere = new Places({});

type Seen = { readonly holds: boolean; readonly lines: readonly string[] };
const seen = async (pages: readonly Page[], more: object = {}): Promise<Seen> => {
  const found = await verifyWorkbook(new MemoryWorkbook(pages), { ...verifying, ...more });
  return "checks" in found
    ? { holds: found.holds, lines: linesOf(found) }
    : { holds: false, lines: ["unreadable"] };
};
/** Every finding as a reader gets it. */
const said = async (pages: readonly Page[]): Promise<string[]> => {
  const found = await verifyWorkbook(new MemoryWorkbook(pages), verifying);
  if (!("checks" in found)) throw new Error(JSON.stringify(found.findings));
  return found.checks.flatMap(({ findings }) => findings.map((each) => findingText(each, sv)));
};
const linesOf = ({ checks }: Verification) =>
  checks
    .filter(({ state }) => state !== "holds" && state !== "aside")
    .flatMap(({ name, state, findings }) => [
      `${name} ${state}`,
      ...findings.map(
        ({ code, where, details }) => `  ${code} ${String(details["cell"] ?? where)}`,
      ),
    ]);

/** The pages with one cell changed, as someone does who types over it. */
const withCell = (
  pages: readonly Page[],
  sheet: string,
  row: number,
  column: number,
  content: CellContent,
): Page[] =>
  pages.map((page) =>
    page.name !== sheet
      ? page
      : {
          ...page,
          rows: page.rows.map((cells, r) =>
            r === row
              ? Array.from({ length: Math.max(cells.length, column + 1) }, (_, c) =>
                  c === column ? { ...cells[c], ...content } : (cells[c] ?? null),
                )
              : cells,
          ),
        },
  );
const other = ({ value }: CellContent): CellContent => ({
  value:
    typeof value === "number"
      ? value + 1
      : typeof value === "boolean"
        ? !value
        : value === undefined || value === null || value === ""
          ? "x"
          : `${value}x`,
});
const rowOf = (pages: readonly Page[], sheet: string, text: string) =>
  pages
    .find(({ name }) => name === sheet)
    ?.rows.findIndex((row) => row.some((cell) => cell?.value === text)) ?? -1;

/** The workbook of a document whose journal has gone on after the results were written. */
const onward = async (
  ...steps: readonly ((document: EvaluationDocument) => EvaluationDocument)[]
): Promise<{ pages: Page[]; document: EvaluationDocument }> => {
  const pages = await evaluatedPages();
  const found = await evaluateWorkbook(
    new MemoryWorkbook(writeWorkbook(worked, sv)),
    circumstances,
  );
  if (!found.document) throw new Error("unreadable");
  let document = found.document;
  for (const step of steps) {
    const made = prepareWrite(document, step(document), nowhere, sv);
    if (!made.document) throw new Error(JSON.stringify(made.refused));
    document = made.document;
  }
  const inputs = writeWorkbook(document, sv);
  return { pages: [...inputs, ...pages.filter(({ mark }) => mark !== undefined)], document };
};
const outcome = async (document: EvaluationDocument) => {
  const found = await evaluateWorkbook(
    new MemoryWorkbook(writeWorkbook(document, sv)),
    circumstances,
  );
  if (!found.document) throw new Error("unreadable");
  return recordableOutcome(found.result, circumstances.version, fingerprint);
};

describe("a case that holds", () => {
  test("as it was evaluated: every question answered", async () =>
    expect(await seen(await evaluatedPages())).toEqual({ holds: true, lines: [] }));

  test("and when it has been finalised, commented, reviewed and decided on since", async () => {
    const its = await outcome(worked);
    const { pages } = await onward(
      (document) => done(finalise(document, act(10), its, [])),
      (document) =>
        done(comment(document, act(11, "Jurist"), "Är bilagan prövad?", "bids[A].scores[M1]")),
      (document) => done(signOff(document, act(12, "Jurist"), its, "Granskad")),
      (document) => done(registerAward(document, act(13), { decidedAt: "2026-03-24" }, ["A"])),
    );
    expect(await seen(pages)).toEqual({ holds: true, lines: [] });
  });

  test("its code is in it, and another is not", async () => {
    const { document, pages } = await onward();
    expect(await seen(pages, { head: shortCode(headOf(document) ?? "") })).toEqual({
      holds: true,
      lines: [],
    });
    expect(await seen(pages, { head: "0000-0000-0000-0000-0000-0000" })).toEqual({
      holds: false,
      lines: ["trail fails", "  trail-code-unknown events"],
    });
  });
});

test("saved by another program: quotes that a name needs not, numbers and spaces in its own way, fifteen digits", async () => {
  const rewritten = (formula: string) =>
    formula
      .split(/("(?:[^"]|"")*")/)
      .map((part, n) =>
        n % 2 === 1
          ? part
          : part
              .replace(/'(\p{L}+)'!/gu, "$1!")
              .replaceAll("1E+300", "1E300")
              .replaceAll(",", ", ")
              .replaceAll("0.000001", "1E-06"),
      )
      .join("");
  const pages = (await evaluatedPages()).map((page) =>
    page.role === "input"
      ? page
      : {
          ...page,
          rows: page.rows.map((row) =>
            row.map(
              (cell) =>
                cell && {
                  ...cell,
                  ...(cell.formula === undefined ? {} : { formula: rewritten(cell.formula) }),
                  ...(typeof cell.value === "number"
                    ? { value: Number(cell.value.toPrecision(15)) }
                    : {}),
                },
            ),
          ),
        },
  );
  expect(
    pages.flatMap(({ rows }) => rows.flat()).some((cell) => cell?.formula?.includes(", ")),
  ).toBe(true);
  expect(await seen(pages)).toEqual({ holds: true, lines: [] });
});

describe("any single changed cell is found", () => {
  // Lists that are filled in until the decision and after it; what they say is nobody's result.
  const living = ["Tilldelning", "Sekretess", "Begäranden", "Checklista"];
  const cellsOf = (page: Page, every: number) =>
    page.rows.flatMap((row, r) =>
      row.flatMap((cell, c) => ((r * 31 + c) % every === 0 && cell ? [{ page, r, c, cell }] : [])),
    );

  test("in every table of the input, what is read and what is only shown", async () => {
    const pages = await evaluatedPages();
    const inputs = pages.filter(
      ({ role, name, table }) => role === "input" && table && !living.includes(name),
    );
    const cells = inputs
      .flatMap((page) => cellsOf(page, 5))
      .filter(
        ({ page, r, c }) =>
          page.table &&
          r > page.table.area.top &&
          r <= page.table.area.bottom &&
          c <= page.table.area.right,
      );
    expect(cells.length).toBeGreaterThan(90);
    const missed: string[] = [];
    for (const { page, r, c, cell } of cells)
      if ((await seen(withCell(pages, page.name, r, c, other(cell)))).holds)
        missed.push(addressText({ sheet: page.name, row: r, column: c }));
    expect(missed).toEqual([]);
  });

  test("on every result sheet, figures and words, and at that very cell", async () => {
    const pages = await evaluatedPages();
    const cells = pages
      .filter(({ role }) => role === "result")
      .flatMap((page) => cellsOf(page, 17));
    expect(cells.length).toBeGreaterThan(40);
    const missed: string[] = [];
    for (const { page, r, c, cell } of cells) {
      const at = addressText({ sheet: page.name, row: r, column: c });
      const { holds, lines } = await seen(withCell(pages, page.name, r, c, other(cell)));
      const isReceipt = page.mark === "audit" && r <= 9;
      // What makes the rest unreadable by itself is reported as that.
      if (holds || (!isReceipt && !lines.some((line) => line.endsWith(` ${at}`)))) missed.push(at);
    }
    expect(missed).toEqual([]);
  });

  test("every formula on them", async () => {
    const pages = await evaluatedPages();
    const formulas = pages.flatMap((page) =>
      page.rows.flatMap((row, r) =>
        row.flatMap((cell, c) =>
          cell?.formula === undefined ? [] : [{ page, r, c, formula: cell.formula }],
        ),
      ),
    );
    expect(formulas.length).toBeGreaterThan(20);
    const missed: string[] = [];
    for (const { page, r, c, formula } of formulas.filter((_, n) => n % 3 === 0)) {
      const at = addressText({ sheet: page.name, row: r, column: c });
      const { lines } = await seen(withCell(pages, page.name, r, c, { formula: `${formula}+0` }));
      if (!lines.includes(`  verify-cell-differs ${at}`)) missed.push(at);
    }
    expect(missed).toEqual([]);
  });

  test.each(
    // prettier-ignore
    [
    ["a formula made a figure",             "Utvärdering", 6, 2],
    ["something written below the results", "Sammanställning", 60, 1],
  ],
  )("%s", async (_, sheet, row, column) => {
    const pages = await evaluatedPages();
    const long = pages.map((page) =>
      page.name === sheet
        ? {
            ...page,
            rows: [
              ...page.rows,
              ...Array.from(
                { length: Math.max(0, row + 1 - page.rows.length) },
                (): CellContent[] => [],
              ),
            ],
          }
        : page,
    );
    const changed = long.map((page) =>
      page.name !== sheet
        ? page
        : {
            ...page,
            rows: page.rows.map((cells, r) =>
              r === row
                ? Array.from({ length: Math.max(cells.length, column + 1) }, (__, c) =>
                    c === column ? { value: 10000 } : (cells[c] ?? null),
                  )
                : cells,
            ),
          },
    );
    expect((await seen(changed)).lines).toContain(
      `  verify-cell-differs ${addressText({ sheet, row, column })}`,
    );
  });
});

describe("what is reported, and where", () => {
  const noEvent = (pages: readonly Page[], at: number) =>
    pages.map((page) => {
      if (page.name !== "Händelser" || !page.table) return page;
      const { area } = page.table;
      return {
        ...page,
        rows: page.rows.filter((_, r) => r !== area.top + at),
        table: { ...page.table, area: { ...area, bottom: area.bottom - 1 } },
      };
    });

  test.each<[string, (pages: Page[]) => readonly Page[], string[]]>([
    [
      "an event taken out",
      (pages) => noEvent(pages, 3),
      ["trail fails", "  trail-gap events[2].type"],
    ],
    [
      "the last event taken off: the results still name it",
      (pages) =>
        noEvent(
          pages,
          (pages.find(({ name }) => name === "Händelser")?.table?.area.bottom ?? 0) - 3,
        ),
      ["trail fails", "  trail-end-missing events[9].number"],
    ],
    [
      "a result sheet taken away",
      (pages) => pages.filter(({ mark }) => mark !== "work"),
      ["sheets fails", "  verify-sheet-missing "],
    ],
    [
      "the sheet that says what the results were computed from",
      (pages) => pages.filter(({ mark }) => mark !== "audit"),
      ["inputs fails", "  verify-sheet-missing ", "sheets unknown"],
    ],
    [
      "no results at all",
      (pages) => pages.filter(({ mark }) => mark === undefined),
      ["inputs unknown", "  verify-never-evaluated ", "sheets unknown"],
    ],
  ])("%s", async (_, change, expected) =>
    expect((await seen(change(await evaluatedPages()))).lines).toEqual(
      expect.arrayContaining(expected),
    ),
  );

  test("the sheet that is missing is named, with the way to get it back", async () => {
    const pages = (await evaluatedPages()).filter(({ mark }) => mark !== "audit");
    expect(await said(pages)).toContain(
      "Resultatbladet ”Spår” finns inte i filen. Hämta det ur en kopia av filen, eller utvärdera igen så skrivs det.",
    );
  });

  // prettier-ignore
  test.each([
    ["a score",          typed(worked, "B", "4"),                                                             "Raden Bolaget B (B) · Scenario S1 (S1) är ändrad sedan utvärderingen."],
    ["a field",          { ...worked, procurement: { ...worked.procurement, caseNumber: "SN 2" } }, "Raden Diarienummer är ändrad sedan utvärderingen."],
  ])("what has changed since the evaluation is told by its name: %s", async (_, value, sentence) => {
    const results = (await evaluatedPages()).filter(({ mark }) => mark !== undefined);
    expect(await said([...writeWorkbook(value, sv), ...results])).toContain(sentence);
  });

  // The score of A was recorded by the second event, on row 6 of the sheet.
  test.each([
    ["who did it", "Vem", "Någon Annan", "by"],
    ["when", "Tid", "2026-01-01 10:00:00Z", "time"],
    ["what the score became", "Nu", "4", "new"],
    ["its own hash", "Kontrollsumma", "0".repeat(64), "hash"],
  ])("an event changed in one cell, %s: that cell, and no other of the row", async (...given) => {
    const [, header, value, key] = given;
    const pages = await evaluatedPages();
    const heads = pages.find(({ name }) => name === "Händelser")?.rows[3] ?? [];
    const column = heads.findIndex((cell) => cell?.value === header);
    const { lines } = await seen(withCell(pages, "Händelser", 5, column, { value }));
    expect(lines.filter((line) => line.startsWith("  trail-"))).toEqual([
      `  trail-cell-changed events[1].${key}`,
    ]);
  });

  test.each(["inget", "null", "{}"])(
    "a content that is no event, with a hash of its own: told, and the rest is read (%s)",
    async (content) => {
      const pages = await evaluatedPages();
      const heads = pages.find(({ name }) => name === "Händelser")?.rows[3] ?? [];
      const columnOf = (header: string) => heads.findIndex((cell) => cell?.value === header);
      const hash = createHash("sha256").update(content).digest("hex");
      const shown = withCell(pages, "Händelser", 5, columnOf("Innehåll (kanonisk JSON)"), {
        value: content,
      });
      const { lines } = await seen(
        withCell(shown, "Händelser", 5, columnOf("Kontrollsumma"), { value: hash }),
      );
      const cell = { sheet: "Händelser", row: 5, column: columnOf("Innehåll (kanonisk JSON)") };
      expect(lines.filter((line) => /trail/.test(line))).toEqual([
        "trail fails",
        "  trail-cell-changed events[1].hash",
        `  trail-shown-differs ${addressText(cell)}`,
      ]);
    },
  );

  test("a score changed behind the journal's back: the row, the record and the sheets", async () => {
    const pages = await evaluatedPages();
    const changed = typed((await onward()).document, "B", "4");
    const { holds, lines } = await seen([
      ...writeWorkbook(changed, sv),
      ...pages.filter(({ mark }) => mark !== undefined),
    ]);
    expect(holds).toBe(false);
    expect(lines).toEqual(
      expect.arrayContaining([
        "inputs fails",
        "  verify-row-changed Poäng!B6",
        "records fails",
        "  score-unrecorded bids[B].scores[S1].value",
      ]),
    );
  });

  test("a change after the evaluation was finalised, and that it was reopened with a reason", async () => {
    const its = await outcome(worked);
    const { document } = await onward((value) => done(finalise(value, act(10), its, [])));
    expect(
      prepareWrite(
        document,
        recordFigures(typed(document, "B", "4"), act(11), "ny syn").document,
        nowhere,
        sv,
      ).refused?.map(({ code }) => code),
    ).toEqual(["finalised-already"]);
    const again = await onward(
      (value) => done(finalise(value, act(10), its, [])),
      (value) => done(reopen(value, act(11), "Fel demonstration bedömd")),
    );
    const found = await verifyWorkbook(new MemoryWorkbook(again.pages), verifying);
    expect(
      "checks" in found && found.since.map(({ type, reason }: JournalEvent) => [type, reason]),
    ).toEqual([["reopened", "Fel demonstration bedömd"]]);
  });

  test("the model is not the published one, and exactly how", async () => {
    const pages = await evaluatedPages();
    const { document } = await onward();
    const changed = {
      ...document,
      criteria: document.criteria.map((each) =>
        each.id === "M1" ? { ...each, deduction: "600" } : each,
      ),
    };
    const found = await verifyWorkbook(
      new MemoryWorkbook([
        ...writeWorkbook(changed, sv),
        ...pages.filter(({ mark }) => mark !== undefined),
      ]),
      verifying,
    );
    const modelCheck =
      "checks" in found ? found.checks.find(({ name }) => name === "model") : undefined;
    expect([
      modelCheck?.state,
      ...(modelCheck?.findings.map((each) => [
        each.where,
        /Skillnaden: .*$/.exec(findingText(each, sv))?.[0],
        /The difference: .*$/.exec(findingText(each, en))?.[0],
      ]) ?? []),
    ]).toEqual([
      "fails",
      [
        "criteria[M1].deduction",
        "Skillnaden: Kriterier, rad Mervärde (M1), Avdrag kr: 500 → 600.",
        "The difference: Criteria, row Mervärde (M1), Deduction: 500 → 600.",
      ],
    ]);
  });

  test("what was published has been tampered with itself", async () => {
    const pages = await evaluatedPages();
    const row = rowOf(pages, "Publicerat", "Modell");
    const { lines } = await seen(withCell(pages, "Publicerat", row, 3, { value: '{"x":1}' }));
    expect(lines).toEqual(
      expect.arrayContaining(["model fails", "  verify-published-not-kept published"]),
    );
  });

  test.each([
    [
      "from a newer version",
      "mervarde 9.0.0",
      ["sheets unknown", "version fails", "  verify-version-newer "],
    ],
    ["from no version of ours", "okänd", ["version fails", "  verify-version-unknown "]],
  ])("results %s", async (_, version, expected) => {
    const lines = await seen(withCell(await evaluatedPages(), "Spår", 2, 2, { value: version }));
    expect(lines.holds).toBe(false);
    expect(lines.lines).toEqual(expect.arrayContaining(expected));
  });
});

describe("a check says yes only of what was looked at", () => {
  const stateOf = async (document: EvaluationDocument, name: string) => {
    const pages = await evaluatedPages(document);
    const found = await verifyWorkbook(new MemoryWorkbook(pages), verifying);
    const own = "checks" in found ? found.checks.find((each) => each.name === name) : undefined;
    return own && [own.state, sv.trail.said[own.name](own.counts)];
  };
  const { events: _events, published: _published, ...unrecorded } = worked;

  test("no bids: there is no figure to compute again", async () =>
    expect(await stateOf({ ...unrecorded, bids: [] }, "arithmetic")).toEqual([
      "aside",
      "inget anbud har något pris eller resultat att räkna om",
    ]));

  test("a model was published, and neither score nor outcome is recorded", async () => {
    const [published] = worked.events ?? [];
    const document = published && { ...worked, events: [published] };
    if (!document) throw new Error("nothing published");
    const { state, counts } = await recordsOf(document);
    expect([state, sv.trail.said.records(counts)]).toEqual([
      "aside",
      "varken utfall eller poäng är registrerade",
    ]);
  });

  const recordsOf = async (document: EvaluationDocument) => {
    const found = await verifyWorkbook(new MemoryWorkbook(writeWorkbook(document, sv)), verifying);
    const own = "checks" in found ? found.checks.find(({ name }) => name === "records") : undefined;
    if (!own) throw new Error("unreadable");
    return own;
  };

  test("the scores that are recorded, before any outcome is", async () => {
    const { state, counts } = await recordsOf(worked);
    expect([state, sv.trail.said.records(counts)]).toEqual([
      "holds",
      "0 av 0 registrerade utfall gäller det här underlaget och är omräknade, 8 registrerade poäng",
    ]);
  });

  test("a workbook without result sheets is called a workbook", async () => {
    const pages = writeWorkbook(worked, sv);
    const found = await verifyWorkbook(new MemoryWorkbook(pages), verifying);
    const own = "checks" in found ? found.checks.find(({ name }) => name === "inputs") : undefined;
    const said = own && [sv, en].map((words) => words.trail.said.inputs(own.counts));
    expect([own?.state, said]).toEqual([
      "unknown",
      ["en arbetsbok utan resultatblad", "a workbook without result sheets"],
    ]);
  });

  test("a price in euro is reported as that, and the bid without a price is not treated as the others", async () => {
    const pages = await evaluatedPages();
    const row = rowOf(pages, "Anbud", "B");
    const { lines } = await seen(
      withCell(pages, "Anbud", row, 5, { value: 9500, format: "0.00\\ [$€-1]" }),
    );
    expect(lines).toContain("treatment unknown");
  });

  test("a program that the journal names and nobody knows", async () => {
    const { pages } = await onward((document) => ({
      ...document,
      events: (document.events ?? []).map((each) => ({ ...each, version: "okänd" })),
    }));
    expect((await seen(pages)).lines).toContain("version fails");
  });
});
