/** A reading arrives in the worker as the page read it, however little of it is sent. */
import { array, assert, constantFrom, nat, property, record } from "fast-check";
import { ReceivedReadings, SentReadings } from "../../src/taskpane/sent-reading";
import type { CellReading, WorkbookReading } from "../../src/sheet/workbook";

type Row = readonly CellReading[];

const row = (text: string): Row => [{ kind: "text", value: text }];
const reading = (rows: readonly Row[], name = "Mervarde_bids"): WorkbookReading => ({
  tables: [{ name, sheet: "Anbud", top: 3, left: 0, headers: ["Id"], rows, mergedHeader: false }],
  sheets: ["Anbud"],
  calculated: true,
});
const [a, b, c] = [row("A"), row("B"), row("C")];

test("a row that is the same object is not sent again", () => {
  const page = new SentReadings();
  const { number } = page.sent(reading([a, b]), 0);
  expect(page.sent(reading([a, c]), number).tables[0]?.rows).toEqual([null, c]);
});

test("a worker that has another reading gets every row", () => {
  const page = new SentReadings();
  const { number } = page.sent(reading([a, b]), 0);
  page.sent(reading([a, c]), number);
  expect(page.sent(reading([a, b]), number).tables[0]?.rows).toEqual([a, b]);
});

test("whatever is read, in whatever order it is asked for, arrives as it was read", () => {
  const rows = array(constantFrom(a, b, c), { maxLength: 4 });
  const name = constantFrom("Mervarde_bids", "Mervarde_prices");
  assert(
    property(array(record({ rows, name, asked: nat(2) }), { maxLength: 12 }), (readings) => {
      const [page, worker] = [new SentReadings(), new ReceivedReadings()];
      // As many readings as are asked for before the first of them is answered.
      for (let n = 0; n < readings.length;) {
        const together = readings.slice(n, n + 1 + (readings[n]?.asked ?? 0));
        const known = worker.number;
        const sent = together.map((each) => page.sent(reading(each.rows, each.name), known));
        for (const [at, each] of together.entries()) {
          const message = sent[at];
          if (!message) throw new Error("nothing was sent");
          expect(worker.received(structuredClone(message))).toEqual(reading(each.rows, each.name));
        }
        n += together.length;
      }
    }),
  );
});
