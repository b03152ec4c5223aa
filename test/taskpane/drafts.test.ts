/**
 * What is written in the pane and not sent, without a page: kept over a reload for the same workbook
 * alone, and gone once it is sent or written back to what stood there.
 */
import { Drafts } from "../../src/taskpane/drafts";

let stored: Map<string, string>;
const before = Object.getOwnPropertyDescriptor(globalThis, "sessionStorage");
beforeEach(() => {
  stored = new Map();
  Object.defineProperty(globalThis, "sessionStorage", {
    configurable: true,
    value: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => void stored.set(key, text),
      removeItem: (key: string) => void stored.delete(key),
    },
  });
});
afterAll(() => {
  if (before) Object.defineProperty(globalThis, "sessionStorage", before);
  else Reflect.deleteProperty(globalThis, "sessionStorage");
});

const draftsOf = (workbook: string) => {
  const drafts = new Drafts();
  drafts.keepFor(workbook);
  return drafts;
};

test("written back to what stood there, it is no draft", () => {
  const drafts = new Drafts();
  drafts.enter("award.decidedBy", "Nämnden", "Kommunstyrelsen");
  expect([drafts.isUnsent, drafts.entry("award.decidedBy", "Kommunstyrelsen")]).toEqual([
    true,
    "Nämnden",
  ]);
  drafts.enter("award.decidedBy", "Kommunstyrelsen", "Kommunstyrelsen");
  expect(drafts.isUnsent).toBe(false);
});

test("blank is something written, where something stood", () => {
  const drafts = new Drafts();
  drafts.enter("award.decidedBy", "", "Kommunstyrelsen");
  expect(drafts.entry("award.decidedBy", "Kommunstyrelsen")).toBe("");
});

// prettier-ignore
test.each([
  ["the same workbook", "anbud.xlsx",  "Fråga om pris"],
  ["another workbook",  "annat.xlsx",  ""],
])("after a reload in %s", (_, workbook, kept) => {
  draftsOf("anbud.xlsx").enter("clarify.question", "Fråga om pris", "");
  expect(draftsOf(workbook).entry("clarify.question", "")).toBe(kept);
  expect(stored.size).toBe(kept === "" ? 0 : 1);
});

test("a form that is done is blank, and the others are left alone", () => {
  const drafts = draftsOf("anbud.xlsx");
  drafts.enter("record.reason", "Rättat", "");
  drafts.enter("reopen.reason", "Ny uppgift", "");
  drafts.done("record");
  expect([drafts.entry("record.reason", ""), drafts.entry("reopen.reason", "")]).toEqual([
    "",
    "Ny uppgift",
  ]);
  drafts.done("reopen");
  expect(stored.size).toBe(0);
});

test("what was typed after a field was sent is still a draft", () => {
  const drafts = new Drafts();
  drafts.enter("model.winners", "3", "1");
  drafts.sent("model.winners", "2");
  expect(drafts.entry("model.winners", "1")).toBe("3");
  drafts.sent("model.winners", "3");
  expect(drafts.isUnsent).toBe(false);
});
