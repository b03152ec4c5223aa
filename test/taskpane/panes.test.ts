/**
 * Two panes on one workbook: the one that was opened first writes, the other says that it does not,
 * until it is alone. The channel is a browser's as a list of messages.
 */
import { Panes } from "../../src/taskpane/panes";

const book = "https://kommunen.sharepoint.com/Anbud.xlsx";
let open: Panes[] = [];
afterEach(() => {
  for (const panes of open) panes.close();
  open = [];
  waiting = [];
  jest.restoreAllMocks();
});

/** @param at when it is opened, in milliseconds */
function openPane(at: number, workbook = book): Panes {
  jest.spyOn(Date, "now").mockReturnValue(at);
  const panes = new Panes(workbook, () => undefined);
  open.push(panes);
  return panes;
}

/** Messages are heard later, in the order they were sent, by every other end of the same name. */
let waiting: (() => void)[] = [];
const ends = new Set<Channel>();
class Channel {
  onmessage: ((event: { data: unknown }) => void) | undefined;
  constructor(readonly name: string) {
    ends.add(this);
  }
  postMessage(data: unknown): void {
    for (const end of ends)
      if (end !== this && end.name === this.name)
        waiting.push(() => void (ends.has(end) && end.onmessage?.({ data })));
  }
  close(): void {
    ends.delete(this);
  }
}
const own = globalThis.BroadcastChannel;
beforeAll(() => void Object.assign(globalThis, { BroadcastChannel: Channel }));
afterAll(() => void Object.assign(globalThis, { BroadcastChannel: own }));

function settle(): void {
  for (let next = waiting.shift(); next; next = waiting.shift()) next();
}

const seconds = () => open.map(({ isSecond }) => isSecond);

test("alone, a pane writes", () => {
  openPane(1);
  settle();
  expect(seconds()).toEqual([false]);
});

test("of several, only the first writes; when it is closed the next does", () => {
  const first = openPane(1);
  settle();
  openPane(2);
  openPane(3);
  settle();
  expect(seconds()).toEqual([false, true, true]);
  first.close();
  settle();
  expect(seconds().slice(1)).toEqual([false, true]);
});

test("opened at the same moment, by a double click: one of the two writes", () => {
  openPane(1);
  openPane(1);
  settle();
  expect(seconds().sort()).toEqual([false, true]);
});

test("panes on other workbooks are others, and unsaved workbooks cannot be told apart", () => {
  openPane(1);
  openPane(2, "https://kommunen.sharepoint.com/Annat.xlsx");
  openPane(3, "");
  openPane(4, "");
  settle();
  expect(seconds()).toEqual([false, false, false, false]);
});
