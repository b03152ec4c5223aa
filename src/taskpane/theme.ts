/**
 * Light or dark, as Office is or, where there is no Office to ask, as the system is. It sets one
 * attribute of the page and knows no colour of it.
 */

type Theme = Partial<Office.OfficeTheme>;

/** The system's theme, now and when it changes. */
export function followSystem(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => show(dark.matches);
  dark.addEventListener("change", follow);
  follow();
}

/**
 * Office may have a theme of its own, darker or lighter than the system's. A change is heard where
 * the library knows the event; Excel's own library does not, so that Office is asked again whenever
 * the reader comes back to the pane. The oldest Excel has no answer, and the system is followed.
 */
export function followExcel(): void {
  const theme = () => (Office.context as { readonly officeTheme?: Theme }).officeTheme;
  if (theme()?.bodyBackgroundColor === undefined) return followSystem();
  const follow = (officeTheme = theme()) => {
    if (officeTheme?.bodyBackgroundColor !== undefined)
      show(isDark(officeTheme.bodyBackgroundColor));
  };
  follow();
  // Office's themes are changed outside the pane: with the pointer or by the window that comes back.
  window.addEventListener("focus", () => follow());
  document.addEventListener("visibilitychange", () => follow());
  document.documentElement.addEventListener("pointerenter", () => follow());
  const { OfficeThemeChanged: changed } = Office.EventType as Partial<typeof Office.EventType>;
  if (changed === undefined) return;
  Office.context.document.addHandlerAsync(
    changed,
    ({ officeTheme }: { readonly officeTheme?: Theme }) => follow(officeTheme),
    // An Excel that does not know the event has said so; it is asked as above.
    () => undefined,
  );
}

function show(isDarkTheme: boolean): void {
  document.documentElement.dataset["theme"] = isDarkTheme ? "dark" : "light";
}

/** @param colour as "#rrggbb"; what is no colour counts as white, which is Office's own default */
function isDark(colour: string): boolean {
  const [red = 255, green = 255, blue = 255] = (/^#?(..)(..)(..)/.exec(colour) ?? [])
    .slice(1)
    .map((part) => parseInt(part, 16));
  return red + green + blue < 384;
}
