/**
 * The pane is as light or dark as Office: heard where the library tells of a change, asked again
 * when the reader comes back where it does not, the system's where Office has no answer. Office is a
 * library that a test can change; the real one with a real browser is in excel.test.ts.
 */
import { JSDOM } from "jsdom";
import { followExcel, followSystem } from "../../src/taskpane/theme";

const names = ["document", "window", "matchMedia", "Office"] as const;
const before = new Map(
  names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]),
);
const put = (name: string, value: unknown) =>
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

let system: { matches: boolean; tell: () => void };
let office: { theme: { bodyBackgroundColor: string } | undefined; tell?: (event: object) => void };
const shown = () => document.documentElement.dataset["theme"];

beforeEach(() => {
  const { window } = new JSDOM("");
  put("window", window);
  put("document", window.document);
  system = { matches: false, tell: () => undefined };
  put("matchMedia", () => ({
    get matches() {
      return system.matches;
    },
    addEventListener: (_: string, follow: () => void) => (system.tell = follow),
  }));
});

afterEach(() => {
  for (const [name, was] of before) {
    if (was) Object.defineProperty(globalThis, name, was);
    else Reflect.deleteProperty(globalThis, name);
  }
});

/** @param event the event's name in this library; undefined where it has none */
function startIn(theme: typeof office.theme, event?: string): void {
  office = { theme };
  put("Office", {
    EventType: { OfficeThemeChanged: event },
    context: {
      get officeTheme() {
        return office.theme;
      },
      document: {
        addHandlerAsync: (type: string | undefined, handler: (event: object) => void) => {
          if (type === undefined) throw new Error("Sys.ArgumentNullException");
          office.tell = handler;
        },
      },
    },
  });
  followExcel();
}

const [black, white] = [{ bodyBackgroundColor: "#262626" }, { bodyBackgroundColor: "#ffffff" }];

test.each([
  ["#262626", "dark"],
  ["#666666", "dark"],
  ["#f3f2f1", "light"],
  ["#ffffff", "light"],
])("Office's background %s is %s", (bodyBackgroundColor, theme) => {
  startIn({ bodyBackgroundColor });
  expect(shown()).toBe(theme);
});

test("a change that Office tells of is followed at once, and back", () => {
  startIn(white, "officeThemeChanged");
  office.tell?.({ type: "officeThemeChanged", officeTheme: black });
  expect(shown()).toBe("dark");
  office.tell?.({ type: "officeThemeChanged", officeTheme: white });
  expect(shown()).toBe("light");
  // Some tell that it changed and not to what.
  office.theme = black;
  office.tell?.({ type: "officeThemeChanged" });
  expect(shown()).toBe("dark");
});

test.each([
  ["the window comes back", () => window.dispatchEvent(new window.Event("focus"))],
  ["the pane is shown again", () => document.dispatchEvent(new window.Event("visibilitychange"))],
  [
    "the pointer comes to the pane",
    () => document.documentElement.dispatchEvent(new window.Event("pointerenter")),
  ],
])("where Office tells nothing it is asked when %s", (_, comesBack) => {
  startIn(white);
  office.theme = black;
  expect(shown()).toBe("light");
  comesBack();
  expect(shown()).toBe("dark");
});

test.each([
  ["in an Excel without an answer", () => startIn(undefined)],
  ["by itself", followSystem],
])("%s the pane follows the system", (_, start) => {
  start();
  expect(shown()).toBe("light");
  system.matches = true;
  system.tell();
  expect(shown()).toBe("dark");
});
