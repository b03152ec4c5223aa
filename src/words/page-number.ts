/**
 * The words about a page's number, "Sida 1 av 3", in the language of a paper that is rendered. It
 * counts no pages.
 */
import { en } from "./en/words";
import { sv } from "./sv/words";

/** What stands before the number of the page, and between it and the number of pages. */
export function pageNumberWords(language: string): readonly [before: string, between: string] {
  const { page, of } = (language === sv.language ? sv : en).pageNumber;
  return [page, of];
}
