/**
 * What the pane asks of Office beside the workbook: that it opens with a workbook, and a page in the
 * browser. It reads and writes no cell.
 */

/** Excel opens the pane with a workbook that has this setting; the manifest names its pane so. */
const openingSetting = "Office.AutoShowTaskpaneWithDocument";

/** Makes the pane open with the workbook, unless the workbook already has the setting. */
export function openWithWorkbook(): void {
  const { settings } = Office.context.document;
  // The declarations leave out that a setting may be missing.
  const value: unknown = settings.get(openingSetting);
  if (value !== null && value !== undefined) return;
  settings.set(openingSetting, true);
  settings.saveAsync();
}

/** Opens the page without Excel in the user's browser; false where Excel cannot. */
export function openPageInBrowser(): boolean {
  if (!Office.context.requirements.isSetSupported("OpenBrowserWindowApi", "1.1")) return false;
  Office.context.ui.openBrowserWindow(pageAddress());
  return true;
}

export function pageAddress(): string {
  return new URL("index.html", location.href).href;
}
