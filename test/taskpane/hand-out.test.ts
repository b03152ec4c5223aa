/**
 * What an officer is offered for the papers in each Excel: files where a pane may save them, and
 * always another way, since a host can refuse a file in silence. The views and their buttons are
 * real, in jsdom; Excel is its platform and what it refuses.
 */
import { JSDOM } from "jsdom";
import type { ActAnswer } from "../../src/case/answers";
import type { Rpc } from "../../src/taskpane/rpc";
import { Session } from "../../src/taskpane/session";
import { outcomeView } from "../../src/taskpane/views/acts";
import { awardParts } from "../../src/taskpane/views/award";
import { modelWordsView } from "../../src/taskpane/views/model-words";
import { h } from "../../src/taskpane/element";
import { pane as sv } from "../../src/words/sv/pane";

const before = new Map(Object.entries(Object.getOwnPropertyDescriptors(globalThis)));
const replaced = new Set<string>();
const put = (name: string, value: unknown) => {
  replaced.add(name);
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
};

const waiting = setTimeout;

/** The names of the files that reached the user. */
let saved: string[];

/** @param office the platform as office.js names it; undefined in a browser without Excel */
function sitDown(office: string | undefined): void {
  const { window } = new JSDOM("<div id=status></div>", { url: "https://localhost:3000/" });
  saved = [];
  for (const name of ["document", "Node", "HTMLAnchorElement", "location"])
    put(name, window[name as "document"]);
  put("navigator", { userAgent: "test" });
  // A narrow pane, in which every form stands folded below the one before it.
  put("matchMedia", () => ({ matches: false }));
  // The bytes of a file are kept for a while after it was saved; the test does not wait for that.
  jest
    .spyOn(globalThis, "setTimeout")
    .mockImplementation(((work: () => void, delay = 0) =>
      delay < 10_000 ? waiting(work, delay) : undefined) as never);
  window.HTMLAnchorElement.prototype.click = function () {
    saved.push(this.download);
  };
  if (office !== undefined)
    put("Office", {
      PlatformType: { PC: "PC", OfficeOnline: "OfficeOnline", Mac: "Mac", iOS: "iOS" },
      context: { platform: office, requirements: { isSetSupported: () => false } },
    });
}

afterEach(() => {
  for (const name of replaced) {
    const was = before.get(name);
    if (was) Object.defineProperty(globalThis, name, was);
    else Reflect.deleteProperty(globalThis, name);
  }
  jest.restoreAllMocks();
});

const papers: Pick<ActAnswer, "files" | "findings" | "message" | "conflicts" | "isWritten"> = {
  files: [
    { name: "Protokoll.docx", bytes: new Uint8Array([80]) },
    { name: "Protokoll.html", bytes: new TextEncoder().encode("<h1>Protokoll</h1>") },
  ],
  findings: [],
  message: "",
  conflicts: [],
  isWritten: false,
};

function open(where: "excel" | "file"): Session {
  const session = new Session(where, "sv", () => undefined);
  session.line = { call: () => Promise.resolve(papers) } as unknown as Rpc;
  session.who = "Eva Ek";
  return session;
}

const award = {
  comments: [],
  sections: [],
  finalised: "",
  awarded: "",
  decision: { decidedAt: "", decidedBy: "", decision: "" },
};
const modelText = "Lägst utvärderingspris vinner.\n\nRäkneexempel: 100 − 20 = 80";
const draw = (session: Session) =>
  h(
    "main",
    {},
    outcomeView(session),
    modelWordsView(session, modelText),
    awardParts(session, award as never).map((part) => part && part.body()),
  );
const buttons = (session: Session) =>
  [...draw(session).querySelectorAll("button")].map(({ textContent }) => textContent);
const text = (session: Session) => draw(session).textContent;

async function press(session: Session, label: string): Promise<void> {
  [...draw(session).querySelectorAll("button")]
    .find(({ textContent }) => textContent === label)
    ?.click();
  while (session.tasks.isWorking) await new Promise((resolve) => setTimeout(resolve, 5));
}

const { award: words } = sv;
const ways = [words.copyReport, words.openPage, words.copyAddress];

test.each(
  // prettier-ignore
  [
  // Excel             saves files  the line beside
  ["PC",               true,        words.noFileCame],
  ["OfficeOnline",     true,        words.noFileCame],
  ["Mac",              false,       words.filesElsewhere],
  ["iOS",              false,       words.filesElsewhere],
] as const,
)("%s: files %s, and the sheet, the clipboard and the page always", (platform, saves, line) => {
  sitDown(platform);
  const session = open("excel");
  expect(buttons(session)).toEqual(expect.arrayContaining([words.sheet, ...ways]));
  expect(buttons(session).includes(words.files)).toBe(saves);
  expect(text(session)).toContain(line);
});

test("the page in a browser saves its files and needs no other way", () => {
  sitDown(undefined);
  const session = open("file");
  expect(buttons(session)).toContain(words.files);
  expect(buttons(session).filter((label) => ways.includes(label as never))).toEqual([]);
});

test("the web view of an old Excel, which knows no links that download, is offered no files", () => {
  sitDown("PC");
  put("HTMLAnchorElement", { prototype: {} });
  const session = open("excel");
  expect(buttons(session)).not.toContain(words.files);
  expect(text(session)).toContain(words.filesElsewhere);
});

test("ordinary Windows: every file reaches the user", async () => {
  sitDown("PC");
  const session = open("excel");
  await press(session, words.files);
  expect(saved).toEqual(["Protokoll.docx", "Protokoll.html"]);
  expect(text(session)).toContain("Protokoll.docx, Protokoll.html");
});

test.each([
  ["excel", "PC", words.filesRefused],
  ["file", undefined, sv.begin.fileRefused],
] as const)(
  "refused by the host (%s): reported with the files' names and what to do, and nothing is said to be saved",
  async (where, platform, refused) => {
    sitDown(platform);
    jest.spyOn(URL, "createObjectURL").mockImplementation(() => {
      throw new DOMException("", "SecurityError");
    });
    const session = open(where);
    await press(session, words.files);
    expect(saved).toEqual([]);
    expect(text(session)).toContain(refused("Protokoll.docx, Protokoll.html"));
    // In Excel the files are not offered again; a browser may be asked to allow them.
    expect(buttons(session).includes(words.files)).toBe(where === "file");
  },
);

test("the report goes to the clipboard as formatted text, also where no file can be saved", async () => {
  sitDown("Mac");
  const copied: string[] = [];
  put(
    "ClipboardItem",
    class {
      constructor(readonly items: { readonly [kind: string]: Promise<Blob> }) {}
    },
  );
  put("navigator", {
    clipboard: {
      write: async ([item]: [{ items: { "text/html": Promise<Blob> } }]) =>
        void copied.push(await (await item.items["text/html"]).text()),
    },
  });
  const session = open("excel");
  await press(session, words.copyReport);
  expect([copied, saved]).toEqual([["<h1>Protokoll</h1>"], []]);
  expect(text(session)).toContain(words.reportCopied);
});

test("a clipboard that is refused is reported, with the sheet as the way", async () => {
  sitDown("iOS");
  put("navigator", {});
  const session = open("excel");
  await press(session, words.copyReport);
  expect(text(session)).toContain(words.noClipboard);
  await press(session, words.openPage);
  expect(text(session)).toContain(words.pageAt("https://localhost:3000/index.html"));
});

test.each([
  [
    "taken",
    (copied: string[]) => ({
      clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    }),
    sv.model.wordsCopied,
    [modelText],
  ],
  ["refused", () => ({}), sv.model.wordsNotCopied, []],
] as const)(
  "the model's text for the procurement documents, with a clipboard that is %s",
  async (_, clipboard, told, expected) => {
    sitDown(undefined);
    const copied: string[] = [];
    put("navigator", clipboard(copied));
    const session = open("file");
    await press(session, sv.model.copyWords);
    expect(copied).toEqual(expected);
    expect(text(session)).toContain(told);
  },
);
