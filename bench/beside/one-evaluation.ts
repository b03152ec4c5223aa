/**
 * One explained evaluation of a sized procurement and nothing else, so that its memory can be
 * measured: `tsx bench/beside/one-evaluation.ts 1500 1000`.
 */
import { explained } from "./plain-loops";
import { procurementOf } from "./sized-procurement";

const [requirements = 1500, bids = 10] = process.argv.slice(2).map(Number);

explained(procurementOf({ requirements, bids }));
