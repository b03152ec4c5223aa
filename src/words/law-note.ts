/** A provision after a claim, in brackets; nothing where the law has none. It names no provision. */

export function lawNote(law: string | undefined): string {
  return law === undefined || law === "" ? "" : ` (${law})`;
}
