/** A file that the build puts into a script as text, as bytes again. It loads nothing. */

/** @param text a data URL in base64 */
export function inlineBytes(text: string): Uint8Array {
  const binary = atob(text.slice(text.indexOf(",") + 1));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
