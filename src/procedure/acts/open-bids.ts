/**
 * Opening the bids: who has handed in one, and when, is recorded with the time of the opening and
 * the names of those who took part, above the thresholds at least two (LOU 12 kap. 10 §). From then
 * on no bid is added, taken out or renamed without a trace. It opens no prices that are kept apart.
 */
import type { Award, EvaluationDocument } from "../../core/document/schema";
import { lastOf } from "../../core/document/recorded";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { isBefore, typedMoment } from "../../core/moment";
import { provisionOf } from "../../core/law";
import { withProvisions } from "../../core/provisions-of-findings";
import { awardAt } from "../../core/place";
import { recordParts } from "../../journal/recorded-content";
import type { Signature } from "../../scoring/record-scores";
import { withEvents } from "../../scoring/record-scores";
import type { Acted } from "./act";
import { act, optional } from "./act";
import { enteredOtherwise } from "../decisions";
import { typedNames } from "../typed-names";

/** @param entered when the bids were opened, and by whom, where it is not on the sheet already */
export function openBids(
  document: EvaluationDocument,
  by: Signature,
  entered: Pick<Award, "openedAt" | "openedBy">,
): Acted {
  const award: Award = { ...entered, ...document.award };
  const refused = withProvisions(
    [...enteredOtherwise(document.award ?? {}, entered, awardAt), ...refusals(document, award)],
    document.procurement,
  );
  if (refused.length > 0) return { refused };
  const opened = recordParts({ ...document, award }, ["register"]);
  const { openedAt = by.time } = award;
  return {
    document: withEvents(opened.document, [
      { type: "bids-opened", ...by, at: openedAt, new: bidIds(document), ...opened.event },
    ]),
  };
}

function bidIds({ bids }: EvaluationDocument): string {
  return bids.map(({ id }) => id).join(", ");
}

function refusals(document: EvaluationDocument, award: Award): Finding[] {
  const earlier = lastOf(document, "bids-opened");
  if (earlier)
    return [
      finding("bids-opened-already", "blocking", "bids", { time: earlier.time, by: earlier.by }),
    ];
  const { openedAt, openedBy = "", deadline } = award;
  if (openedAt === undefined)
    return [finding("opening-without-time", "blocking", awardAt("openedAt"))];
  if (deadline !== undefined && isBefore(openedAt, deadline))
    return [
      finding("opened-before-deadline", "blocking", awardAt("openedAt"), {
        at: openedAt,
        deadline,
      }),
    ];
  return isByTwo(document) && typedNames(openedBy).length < 2
    ? [finding("opening-by-one", "blocking", awardAt("openedBy"), { seen: openedBy })]
    : [];
}

/** Two persons and a certified list are the rule of 12 kap. 10 §, which 19 kap. does not have. */
function isByTwo({ procurement }: EvaluationDocument): boolean {
  return provisionOf("opening", procurement) === "12:10";
}

export const openBidsAct = act({
  name: "open-bids",
  phase: "bids",
  recordsWhatStands: true,
  takes: {
    openedAt: optional({
      option: "--opened <time>",
      isMoment: true,
      begins: ({ award }) => award?.openedAt ?? "",
      isNeeded: () => true,
    }),
    openedBy: optional({
      option: "--openers <names>",
      begins: ({ award }) => award?.openedBy ?? "",
      isNeeded: ({ document }) => isByTwo(document),
    }),
  },
  isFinal: true,
  doneBy: (document) => lastOf(document, "bids-opened"),
  isOffered: ({ document }) => document.bids.length > 0,
  perform: ({ document }, { openedAt, openedBy }, by) =>
    openBids(document, by, {
      ...(openedAt === "" ? {} : { openedAt: typedMoment(openedAt) }),
      ...(openedBy === "" ? {} : { openedBy }),
    }),
  tell: (_, words) => words.eventTypes["bids-opened"],
});
