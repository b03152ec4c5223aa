/**
 * A finding for each deciding value that differs from its record, with where it stands and what was
 * recorded. It decides nothing: what does not count is said in document/withheld.
 */
import { changesByCause } from "./document/change-causes";
import type { DecidingPart } from "./document/deciding-values";
import { decidingParts } from "./document/deciding-values";
import type { EvaluationDocument } from "./document/schema";
import type { ValueChange } from "./document/unrecorded-changes";
import type { Finding } from "./finding";
import { finding } from "./finding";

/** More of a kind are counted: a sheet that was pasted over differs in every cell. */
const listedAtMost = 20;

const codes = {
  register: "register-unrecorded",
  prices: "price-unrecorded",
  verdicts: "verdict-unrecorded",
  records: "record-unrecorded",
} as const satisfies { readonly [part in DecidingPart]: string };

export function unrecordedFindings(document: EvaluationDocument): Finding[] {
  const changes = changesByCause(document).map(({ cause }) => cause);
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

function changeFinding({ part, place, recorded, value, at: { time, by } }: ValueChange): Finding {
  const details = { time, by, recorded: recorded ?? "", seen: value ?? "" };
  return finding(codes[part], "blocking", place, details);
}
