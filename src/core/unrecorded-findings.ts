/**
 * A finding for each deciding value that differs from its record, with where it stands and what was
 * recorded. It decides nothing: what does not count is said in document/withheld.
 */
import type { DecidingPart } from "./document/deciding-values";
import { decidingParts } from "./document/deciding-values";
import type { EvaluationDocument } from "./document/schema";
import type { ValueChange } from "./document/unrecorded-changes";
import { unrecordedChanges } from "./document/unrecorded-changes";
import type { Finding } from "./finding";
import { finding } from "./finding";
import { bidAt, bidOf } from "./place";

/** More of a kind are counted: a sheet that was pasted over differs in every cell. */
const listedAtMost = 20;

const codes = {
  register: "register-unrecorded",
  prices: "price-unrecorded",
  verdicts: "verdict-unrecorded",
  records: "record-unrecorded",
} as const satisfies { readonly [part in DecidingPart]: string };

export function unrecordedFindings(document: EvaluationDocument): Finding[] {
  const changes = causesIn(unrecordedChanges(document), document);
  return decidingParts.flatMap((part) => {
    const ofPart = changes.filter((change) => change.part === part);
    const rest = ofPart.length - listedAtMost;
    return [
      ...ofPart.slice(0, listedAtMost).map(changeFinding),
      ...(rest > 0
        ? [
            finding("more-unrecorded", "blocking", ofPart[listedAtMost]?.place ?? "", {
              count: rest,
            }),
          ]
        : []),
    ];
  });
}

/** Of a bid that was added or taken out, that it was; all its values follow. */
function causesIn(
  changes: readonly ValueChange[],
  { bids }: EvaluationDocument,
): readonly ValueChange[] {
  const standing = new Set(bids.map(({ id }) => id));
  const unknown = new Set(
    changes.flatMap(({ key, recorded }) => {
      const bid = bidOf(key);
      const isAdded = bid !== undefined && key === bidAt(bid, "bidder") && recorded === undefined;
      return bid !== undefined && (isAdded || !standing.has(bid)) ? [bid] : [];
    }),
  );
  return changes.filter(({ key }) => {
    const bid = bidOf(key);
    return bid === undefined || !unknown.has(bid) || key === bidAt(bid, "bidder");
  });
}

function changeFinding({ part, place, recorded, value, at: { time, by } }: ValueChange): Finding {
  const details = { time, by, recorded: recorded ?? "", seen: value ?? "" };
  return finding(codes[part], "blocking", place, details);
}
