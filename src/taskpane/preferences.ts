/**
 * What the browser remembers of the user between two openings of the pane: the language and the name
 * for the journal. Nothing about a case is kept here.
 */
import type { Language } from "./rpc-contract";

const languageKey = "mervarde.language";
const nameKey = "mervarde.who";

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
