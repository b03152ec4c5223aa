/**
 * The manifest by the rules that Excel and the stores hold it to, without asking anyone: order of
 * elements, lengths, ids, addresses that lead to files of the build, icons of their real sizes, and
 * words in both languages.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";

const root = join(__dirname, "..");
const text = readFileSync(join(root, "manifest.xml"), "utf8");
const manifest = new new JSDOM("").window.DOMParser().parseFromString(text, "application/xml");
const all = (name: string): Element[] => [...manifest.getElementsByTagNameNS("*", name)];
const values = (element: Element): string[] =>
  [
    element.getAttribute("DefaultValue") ?? "",
    ...[...element.children].map((child) => child.getAttribute("Value") ?? ""),
  ].filter((value) => value !== "");

/** The order of children that the published schemas ask for. */
const order: { readonly [element: string]: string } = {
  OfficeApp:
    "Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides",
  VersionOverrides: "Description Requirements Hosts Resources",
  DesktopFormFactor: "GetStarted FunctionFile ExtensionPoint",
  GetStarted: "Title Description LearnMoreUrl",
  Group: "Label Icon Control",
  OfficeMenu: "Control",
  Control: "Label ToolTip Supertip Icon Action",
  Supertip: "Title Description",
  Action: "TaskpaneId SourceLocation",
  Resources: "Images Urls ShortStrings LongStrings",
};

test("well-formed, and read by Microsoft's own reader", () => {
  expect(manifest.getElementsByTagName("parsererror").length).toBe(0);
  const output = execFileSync(
    process.execPath,
    [require.resolve("office-addin-manifest/cli.js"), "info", join(root, "manifest.xml")],
    { encoding: "utf8" },
  );
  for (const line of [
    "Name: Mervärde",
    "Type: TaskPaneApp",
    "Default Locale: sv-SE",
    "Hosts: Workbook",
    "Permissions: ReadWriteDocument",
  ])
    expect(output).toContain(line);
});

test.each(Object.entries(order))("%s: its children in order", (name, names) => {
  const wanted = names.split(" ");
  const found = all(name).map((element) =>
    [...element.children].map(({ localName }) => wanted.indexOf(localName)),
  );
  expect(found.length).toBeGreaterThan(0);
  expect(found.map((children) => [children.includes(-1), children])).toEqual(
    found.map((children) => [false, [...children].sort((a, b) => a - b)]),
  );
});

test("an id, a version that follows the package, and texts of the allowed lengths", () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    version: string;
  };
  expect(all("Id")[0]?.textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(all("Version")[0]?.textContent).toBe(`${version}.0`);
  const tooLong = (elements: readonly Element[], most: number) =>
    elements.flatMap(values).filter(({ length }) => length > most);
  const stringsIn = (name: string) => all(name).flatMap((list) => [...list.children]);
  expect(tooLong(all("DisplayName"), 125)).toEqual([]);
  expect(tooLong([...all("Description"), ...stringsIn("LongStrings")], 250)).toEqual([]);
  expect(tooLong(stringsIn("ShortStrings"), 125)).toEqual([]);
});

test("ids are unique and at most 32 characters, and every one that is used is there", () => {
  const resources = ["Images", "Urls", "ShortStrings", "LongStrings"].flatMap((name) =>
    all(name).flatMap((list) => [...list.children].map((child) => child.getAttribute("id") ?? "")),
  );
  const used = [...manifest.querySelectorAll("[resid]")].map(
    (element) => element.getAttribute("resid") ?? "",
  );
  const controls = [...all("Control"), ...all("Group")].map(
    (element) => element.getAttribute("id") ?? "",
  );
  for (const ids of [resources, controls]) expect(new Set(ids).size).toBe(ids.length);
  expect([...resources, ...controls].filter(({ length }) => length > 32)).toEqual([]);
  expect(used.filter((id) => !resources.includes(id))).toEqual([]);
  expect(resources.filter((id) => !used.includes(id))).toEqual([]);
});

test("every address is HTTPS and leads to a file of the build", () => {
  const addresses = [...new Set(text.match(/(?<=Value=")https?:[^"]+/g))];
  expect(addresses.length).toBeGreaterThan(8);
  expect(
    addresses.filter(
      (address) =>
        !address.startsWith("https://localhost:3000/") ||
        !existsSync(join(root, "dist", "pane", new URL(address).pathname)),
    ),
  ).toEqual([]);
});

test("icons are PNGs of the size they say, and every button has three", () => {
  const sized = all("Image")
    .filter((image) => image.hasAttribute("resid"))
    .map((image) => {
      const resource = all("Image").find(
        (each) => each.getAttribute("id") === image.getAttribute("resid"),
      );
      return {
        size: Number(image.getAttribute("size")),
        file: new URL(values(resource as Element)[0] ?? "").pathname,
      };
    });
  const drawn = [
    ...sized,
    { size: 32, file: "/assets/icon-32.png" },
    { size: 64, file: "/assets/icon-64.png" },
  ];
  const wrong = drawn.filter(({ size, file }) => {
    const bytes = readFileSync(join(root, file));
    return (
      bytes.toString("latin1", 1, 4) !== "PNG" ||
      bytes.readUInt32BE(16) !== size ||
      bytes.readUInt32BE(20) !== size
    );
  });
  expect(wrong).toEqual([]);
  for (const icon of all("Icon"))
    expect([...icon.children].map((image) => image.getAttribute("size"))).toEqual([
      "16",
      "32",
      "80",
    ]);
});

test("Swedish first, and English for every text a user sees", () => {
  const texts = [
    ...all("DisplayName"),
    ...all("Description").filter((element) => element.hasAttribute("DefaultValue")),
    ...all("String"),
  ];
  expect(
    texts
      .filter(
        (element) =>
          [...element.children].map((child) => child.getAttribute("Locale")).join() !== "en-US",
      )
      .map((element) => element.outerHTML),
  ).toEqual([]);
});

/** The labels of the buttons at an extension point, in Swedish and English. */
function labelsAt(point: string): string[][] {
  const labels = [...manifest.querySelectorAll("ExtensionPoint")]
    .filter((each) => each.getAttribute("xsi:type") === point)
    .flatMap((each) => [...each.querySelectorAll("Control > Label")]);
  return labels.map((label) =>
    values(
      all("String").find(
        (each) => each.getAttribute("id") === label.getAttribute("resid"),
      ) as Element,
    ),
  );
}

test("the ribbon and the menu of a cell: one button each, in the order that the schema gives", () => {
  expect(all("ExtensionPoint").map((each) => each.getAttribute("xsi:type"))).toEqual([
    "PrimaryCommandSurface",
    "ContextMenu",
  ]);
  expect(labelsAt("PrimaryCommandSurface")).toEqual([["Mervärde", "Mervärde"]]);
  expect(labelsAt("ContextMenu")).toEqual([
    ["Mervärde: varför, historik, registrera", "Mervärde: why, history, record"],
  ]);
  // A menu takes one control, and only these two menus can be added to.
  const [menu, ...more] = all("OfficeMenu");
  expect([menu?.getAttribute("id"), menu?.children.length, more.length]).toEqual([
    "ContextMenuCell",
    1,
    0,
  ]);
});

test("every button opens one and the same pane, which Excel may open with a workbook", () => {
  const actions = all("Action").map((each) => [
    each.getAttribute("xsi:type"),
    ...[...each.children].map((child) => child.getAttribute("resid") ?? child.textContent),
  ]);
  expect(actions.length).toBe(all("Control").length);
  // Another address or another pane would load an open pane again, or open a second one.
  for (const action of actions)
    expect(action).toEqual(["ShowTaskpane", "Office.AutoShowTaskpaneWithDocument", "Pane.Url"]);
  // The base part opens the same pane, where an Excel knows no ribbon of ours.
  const pane = "https://localhost:3000/taskpane.html";
  expect(
    values(manifest.querySelector("OfficeApp > DefaultSettings > SourceLocation") as Element),
  ).toEqual([pane]);
  expect(all("Url").map(values)).toContainEqual([pane]);
});

test("help and support lead to a page of the product in Swedish and English that loads nothing from elsewhere", () => {
  const help = "https://localhost:3000/help.html";
  expect([values(all("SupportUrl")[0] as Element), all("Url").map(values)]).toEqual([
    [help],
    [["https://localhost:3000/taskpane.html"], [help]],
  ]);
  const page = readFileSync(join(root, "dist", "pane", "help.html"), "utf8");
  expect(page).toContain("<h2>Hjälp</h2>");
  expect(page).toContain("<h2>Help</h2>");
  expect(page.match(/(?:src|href)="(?:https?:)?\/\/[^"]*"/g)).toBeNull();
  expect(page).not.toContain("<script");
});
