/**
 * A point in time as people read it. The journal keeps moments as they were hashed; here only their
 * spelling changes, never the moment: a time of day in universal time says so.
 */

/**
 * "2026-03-02T10:00" is "2026-03-02 10:00", and "2026-03-02T10:00:05.123Z" is "2026-03-02 10:00:05
 * UTC".
 */
export function momentText(moment: string): string {
  return moment.replace("T", " ").replace(/(?:\.\d+)?Z$/, " UTC");
}
