/**
 * A point in time as people read it: date and time by the clock in Sweden. The journal keeps moments as
 * they were hashed; here only their spelling changes, never the moment.
 */
import { swedishTime } from "../core/swedish-time";

/**
 * "2026-03-02T10:00" is "2026-03-02 10:00", and "2026-03-02T10:00:05.123Z", in universal time, is
 * "2026-03-02 11:00:05".
 */
export function momentText(moment: string): string {
  return swedishTime(moment).replace("T", " ");
}
