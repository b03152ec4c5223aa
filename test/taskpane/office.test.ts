/** That a workbook opens the pane with it: noted once, and never over what someone has chosen. */
import { openWithWorkbook } from "../../src/taskpane/office";

/** An Office whose document has these settings; what is saved is counted. */
function officeWith(stored: { [name: string]: unknown }): { readonly saved: () => number } {
  let saved = 0;
  const settings = {
    get: (name: string) => stored[name] ?? null,
    set: (name: string, value: unknown) => void (stored[name] = value),
    saveAsync: () => void (saved += 1),
  };
  Object.assign(globalThis, { Office: { context: { document: { settings } } } });
  return { saved: () => saved };
}
afterEach(() => void Reflect.deleteProperty(globalThis, "Office"));

const setting = "Office.AutoShowTaskpaneWithDocument";

// prettier-ignore
test.each([
  ["a workbook that says nothing",                   {},                   true,  1],
  ["one that opens the pane already",                { [setting]: true },  true,  0],
  ["one where someone has chosen that it does not",  { [setting]: false }, false, 0],
])("%s", (_name, stored: { [name: string]: unknown }, wanted, times) => {
  const { saved } = officeWith(stored);
  openWithWorkbook();
  expect([stored[setting], saved()]).toEqual([wanted, times]);
});
