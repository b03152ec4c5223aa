/**
 * A large procurement recorded: 1,500 requirements and 100 bids, each answer with a verdict, a
 * reference and a checker. The time of recording and of comparing with the record, and how much
 * larger the workbook becomes. Processor time alone.
 */
import { unrecordedChanges } from "../src/core/document/unrecorded-changes";
import type { EvaluationDocument } from "../src/core/document/schema";
import { writeWorkbookBytes } from "../src/host/xlsx/write-workbook";
import { damagedRecords, recordParts } from "../src/journal/recorded-content";
import { writeWorkbook } from "../src/sheet/write";
import { sv } from "../src/words/sv/words";
import { enlarged, median, report } from "./measure";

const size = "1,500 × 100 recorded";

/** The large procurement with all verdicts given, as checkers leave them. */
function checkedProcurement(): EvaluationDocument {
  const base = enlarged(1500, 100);
  return {
    ...base,
    bids: base.bids.map((bid, b) => ({
      ...bid,
      scores: {},
      answers: Object.fromEntries(
        base.requirements.map(({ id }, n) => [
          id,
          {
            answer: "yes" as const,
            verdict: "met" as const,
            reference: `s. ${(n * 7 + b) % 311}`,
            checkedBy: "EA",
            checkedAt: "2026-03-02",
          },
        ]),
      ),
    })),
  };
}

function recordedOf(document: EvaluationDocument): EvaluationDocument {
  const { document: recorded, event } = recordParts(document, ["register", "prices", "verdicts"]);
  return {
    ...recorded,
    events: [{ type: "quality-fixed", time: "2026-03-02", by: "EA", ...event }],
  };
}

/** Reports the middle of five runs, each on a document that nothing is remembered of. */
function timed(name: string, document: EvaluationDocument, work: (of: EvaluationDocument) => void) {
  const times = Array.from({ length: 5 }, () => {
    const fresh = structuredClone(document);
    const before = process.cpuUsage();
    work(fresh);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  report(`${size}: ${name}`, `${median(times).toFixed(0)} ms`, "5 runs, processor time");
}

/** Reports the time of recording, and how much larger the recorded workbook is. */
export async function recording(): Promise<void> {
  const plain = checkedProcurement();
  const recorded = recordedOf(plain);
  timed("recording register, prices and verdicts", plain, recordedOf);
  timed("every value held against its record", recorded, unrecordedChanges);
  timed("every record held against its event", recorded, damagedRecords);
  const [before, after] = [
    (await writeWorkbookBytes(writeWorkbook(plain, sv))).length,
    (await writeWorkbookBytes(writeWorkbook(recorded, sv))).length,
  ];
  report(
    `${size}: growth of the workbook`,
    `${(100 * (after / before - 1)).toFixed(1)} %`,
    `${before} → ${after} bytes`,
  );
}
