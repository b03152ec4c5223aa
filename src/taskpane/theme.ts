/**
 * Chooses the light or the dark theme: that of Office, or of the system where there is no Office.
 * It sets one attribute of the page and knows no colours.
 */

type Theme = Partial<Office.OfficeTheme>;

/** Follows the theme of the system, now and when it changes. */
export function followSystem(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => show(dark.matches);
  dark.addEventListener("change", follow);
  follow();
}

/**
 * Follows the theme of Office, which may differ from the system's. The library's event for a
 * change of theme is used where it exists. Excel's own library has none, so Office is asked again
 * whenever the user comes back to the pane. The oldest Excel gives no theme: then the system's is
 * followed.
 */
export function followExcel(): void {
  const theme = () => (Office.context as { readonly officeTheme?: Theme }).officeTheme;
  if (theme()?.bodyBackgroundColor === undefined) return followSystem();
  const follow = (officeTheme = theme()) => {
    if (officeTheme?.bodyBackgroundColor !== undefined)
      show(isDark(officeTheme.bodyBackgroundColor));
  };
  follow();
  // Office's theme is changed outside the pane, so the pointer or the focus comes back
  // afterwards.
  window.addEventListener("focus", () => follow());
  document.addEventListener("visibilitychange", () => follow());
  document.documentElement.addEventListener("pointerenter", () => follow());
  const { OfficeThemeChanged: changed } = Office.EventType as Partial<typeof Office.EventType>;
  if (changed === undefined) return;
  Office.context.document.addHandlerAsync(
    changed,
    ({ officeTheme }: { readonly officeTheme?: Theme }) => follow(officeTheme),
    // An Excel without the event is asked again by the listeners above.
    () => undefined,
  );
}

function show(isDarkTheme: boolean): void {
  document.documentElement.dataset["theme"] = isDarkTheme ? "dark" : "light";
}

/** @param colour as "#rrggbb"; anything else counts as white, the default of Office */
function isDark(colour: string): boolean {
  const [red = 255, green = 255, blue = 255] = (/^#?(..)(..)(..)/.exec(colour) ?? [])
    .slice(1)
    .map((part) => parseInt(part, 16));
  return red + green + blue < 384;
}
