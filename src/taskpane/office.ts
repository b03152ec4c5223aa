/**
 * What the pane asks of Office beside the workbook: its theme, whether it opens with a workbook, a
 * page in the browser. It reads and writes no cell. Outside
 * Excel there is no Office, and each answers for a page in a browser.
 */

/** Excel opens the pane with a workbook that has this setting; the manifest names its pane so. */
const openingSetting = "Office.AutoShowTaskpaneWithDocument";

/**
 * Notes in a workbook that the pane opens with it. A workbook that has been told otherwise stays as
 * it is.
 */
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

/** The system's theme, now and when it changes. */
export function followSystem(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => show(dark.matches);
  dark.addEventListener("change", follow);
  follow();
}

/**
 * Excel may have a theme of its own, darker or lighter than the system's. Where Excel tells of a
 * change it is heard; other versions are asked again when the reader comes back to the pane; the
 * oldest tell nothing, and the system's is followed.
 */
export function followExcel(): void {
  const theme = () => (Office.context as { readonly officeTheme?: Theme }).officeTheme;
  if (theme()?.bodyBackgroundColor === undefined) return followSystem();
  const follow = (told = theme()) => {
    if (told?.bodyBackgroundColor !== undefined) show(isDark(told.bodyBackgroundColor));
  };
  follow();
  window.addEventListener("focus", () => follow());
  Office.context.document.addHandlerAsync(
    Office.EventType.OfficeThemeChanged,
    ({ officeTheme }: { readonly officeTheme?: Theme }) => follow(officeTheme),
    // An Excel that does not know the event has said so; it is asked as above.
    () => undefined,
  );
}

type Theme = Partial<Office.OfficeTheme>;

function show(isDarkTheme: boolean): void {
  document.documentElement.dataset["theme"] = isDarkTheme ? "dark" : "light";
}

function isDark(colour: string): boolean {
  const [red = 255, green = 255, blue = 255] = (/^#?(..)(..)(..)/.exec(colour) ?? [])
    .slice(1)
    .map((part) => parseInt(part, 16));
  return red + green + blue < 384;
}
