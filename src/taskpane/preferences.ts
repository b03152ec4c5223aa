/**
 * What the browser remembers of the user between two openings of the pane: the language, the name
 * for the journal, and that the tour has been taken. Nothing about a case is kept here.
 */
import type { Language } from "./rpc-contract";

const languageKey = "mervarde.language";
const nameKey = "mervarde.who";
const tourKey = "mervarde.tour";

export function rememberedLanguage(): Language | undefined {
  const language = read(languageKey);
  return language === "sv" || language === "en" ? language : undefined;
}

export function rememberLanguage(language: Language): void {
  write(languageKey, language);
}

/** @returns "" where no name is remembered */
export function rememberedName(): string {
  return read(nameKey) ?? "";
}

export function rememberName(name: string): void {
  write(nameKey, name);
}

/** Whether the tour has been gone through or left. */
export function isTourTaken(): boolean {
  return read(tourKey) !== undefined;
}

export function rememberTour(): void {
  write(tourKey, "taken");
}

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing forgets this too; the user chooses again next time.
  }
}
