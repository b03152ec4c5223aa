/**
 * The names of people in a text that someone has typed: "Anna Ek, Bo Alm", "Anna Ek och Bo Alm", or with
 * semicolons where a name has a comma in it, "Anna Ek, jurist; Bo Alm". It knows nobody.
 */

/** Each name once, in the order typed. */
export function typedNames(text: string): string[] {
  const between = text.includes(";") ? /[;\n]/ : /[,\n&]|\s(?:och|and)\s/;
  const names = text.split(between).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ""))];
}
