/**
 * What Excel tells of changes, as the rows that must be read in full: of some changes it does not tell
 * enough, and then anything may have changed.
 */
import type { Session } from "../../../src/host/excel/session";
import { TouchedRows } from "../../../src/host/excel/touched-rows";

/** What has been touched after each is told, where nothing had been. */
function touchedBy(told: (touched: TouchedRows) => void) {
  const touched = new TouchedRows();
  touched.taken();
  told(touched);
  const sheets = touched.taken();
  return sheets && Object.fromEntries(sheets);
}

test.each([
  ["E6", 5, 5],
  ["$E$6", 5, 5],
  ["B3:F9", 2, 8],
  ["B9,D3:D4", 2, 8],
])("%s is on the rows %d to %d, counted from 0", (address, first, last) =>
  expect(touchedBy((touched) => touched.note("S", address))).toEqual({ S: { first, last } }),
);

test.each(["E:E", "6:9", "A1,C:C", ""])("of %s any row may be another", (address) =>
  expect(touchedBy((touched) => touched.note("S", address))).toBeUndefined(),
);

test("two edits of a sheet are one run of rows, and another sheet has its own", () =>
  expect(
    touchedBy((touched) => {
      touched.note("S", "A9");
      touched.note("S", "A4");
      touched.note("T", "A1");
    }),
  ).toEqual({ S: { first: 3, last: 8 }, T: { first: 0, last: 0 } }));

test("before the first reading, and after this program has written, it may be anything", () => {
  expect(new TouchedRows().taken()).toBeUndefined();
  expect(touchedBy((touched) => touched.noteAnything())).toBeUndefined();
  expect(
    touchedBy((touched) => {
      touched.noteAnything();
      touched.note("S", "A1");
    }),
  ).toBeUndefined();
});

test.each([
  ["RangeEdited", { S: { first: 5, last: 5 } }],
  ["RowInserted", undefined],
  ["RowDeleted", undefined],
  ["ColumnInserted", undefined],
  ["CellDeleted", undefined],
  ["Unknown", undefined],
] as const)("what Excel tells as %s", (changeType, rows) => {
  const handlers: ((change: unknown) => unknown)[] = [];
  const event = { add: (handler: (change: unknown) => unknown) => handlers.push(handler) };
  const worksheets = { onChanged: event, onFormatChanged: { add: () => undefined } };
  const found = touchedBy((touched) => {
    touched.listen({ context: { workbook: { worksheets } } } as unknown as Session);
    for (const tell of handlers) tell({ worksheetId: "S", address: "E6", changeType });
  });
  expect(found).toEqual(rows);
});
