/**
 * A disputed score tried: the criterion, the bid and how the score is imagined, and beside each other the
 * outcome as it is and as it would be. It writes nothing.
 */
import type { RankedBid } from "../../case/answers";
import type { DisputeRequest } from "../../case/disputed";
import { lookUpView } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import { choiceField } from "../fields";
import type { Session } from "../session";
import { sectionView } from "./section";

export function disputeView(session: Session): Child {
  const { known, text } = session;
  const { dispute } = text.sensitivity;
  const bids = disputedBids(session);
  const whenChosen = () => session.show();
  const criterion = choiceField(session, "dispute.criterion", dispute.criterion, {
    options: withNone(
      dispute.choose,
      (known?.criteria?.lines ?? []).map(({ id, name, depth }) => ({
        code: id,
        word: `${"– ".repeat(depth)}${name}`,
      })),
    ),
    whenChosen,
  });
  const bid = choiceField(session, "dispute.bid", dispute.bid, {
    options: withNone(
      dispute.choose,
      bids.map(({ id, bidder }) => ({ code: id, word: bidder })),
    ),
    whenChosen,
  });
  const kinds = Object.entries(dispute.kinds) as [DisputeRequest["kind"], string][];
  const kind = choiceField(session, "dispute.kind", dispute.kind, {
    options: kinds.map(([code, word]) => ({ code, word })),
    whenChosen,
  });
  const asked = kinds.find(([code]) => code === kind.value())?.[0];
  const isAsked = asked !== undefined && criterion.value() !== "" && bid.value() !== "";
  return [
    h("p", { class: "hint" }, dispute.hint),
    h("div", { class: "fields" }, criterion.view, bid.view, kind.view),
    isAsked && answerView(session, { kind: asked, criterion: criterion.value(), bid: bid.value() }),
  ];
}

/** The bids of the comparison; where contracts are separate every contract has the same. */
export function disputedBids({ known }: Session): readonly RankedBid[] {
  const { bids = [], contracts = [] } = known?.outcome ?? {};
  return bids.length > 0 ? bids : (contracts[0]?.outcome.bids ?? []);
}

function withNone(
  word: string,
  options: readonly { readonly code: string; readonly word: string }[],
): { readonly code: string; readonly word: string }[] {
  return [{ code: "", word }, ...options];
}

/** Whether the outcome stands is said first, and read aloud; of several contracts, whose it is before that. */
function answerView(session: Session, request: DisputeRequest): Child {
  const { title } = session.text.sensitivity.dispute;
  return lookUpView(session, title, ["whatIf", request], (sections) =>
    sections.map(({ note, ...each }) => [
      sections.length > 1 && h("h4", {}, each.title),
      note !== undefined && h("p", { role: "status" }, h("strong", {}, note)),
      sectionView(session, each),
    ]),
  );
}
