/**
 * A fingerprint as a short code that people can print, read aloud and type: the first 120 bits in
 * Crockford's base 32, which has no I, L, O or U, in six groups of four. 120 bits are too many for
 * two documents to be made with the same code; the whole fingerprint stands beside it wherever
 * there is room.
 */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const [letters, group] = [24, 4];

/** "7K3M-9QXA-…" of 64 hexadecimal digits. */
export function shortCode(fingerprint: string): string {
  const bits = Array.from(fingerprint.slice(0, (letters * 5) / 4), (digit) =>
    parseInt(digit, 16).toString(2).padStart(4, "0"),
  ).join("");
  const code = Array.from(
    { length: letters },
    (_, n) => digits[parseInt(bits.slice(5 * n, 5 * n + 5), 2)] ?? "",
  ).join("");
  return (code.match(new RegExp(`.{${group}}`, "g")) ?? []).join("-");
}

/**
 * Whether what someone has typed is the code, or the beginning of the fingerprint itself (at least
 * 16 digits).
 */
export function isCodeOf(typed: string, fingerprint: string): boolean {
  const bare = typed.toUpperCase().replace(/[\s-]/g, "");
  if (/^[0-9A-F]{16,64}$/.test(bare) && fingerprint.toUpperCase().startsWith(bare)) return true;
  return (
    bare.replaceAll("O", "0").replace(/[IL]/g, "1") === shortCode(fingerprint).replaceAll("-", "")
  );
}
