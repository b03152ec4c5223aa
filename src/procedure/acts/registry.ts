/**
 * Every act of a procurement, in the order of the work. The command line and the pane are made from
 * this list: an act that is added here, with its words, is a command and a form.
 */
import { addBidAct } from "./add-bid";
import { addEvaluatorAct } from "./add-evaluator";
import { anchorAct } from "./anchor";
import { answerClarificationAct, decideClarificationAct } from "./answer-clarification";
import { askLowBidAct } from "./ask-low-bid";
import { awardAct } from "./award";
import { cancelAct } from "./cancel";
import { clarifyAct } from "./clarify";
import { closeRoundAct } from "./close-round";
import { commentAct } from "./comment";
import { correctAwardAct } from "./correct-award";
import { decideLowBidAct } from "./decide-low-bid";
import { dispatchAct } from "./dispatch";
import { doNotExcludeAct, excludeAct, hearSupplierAct } from "./exclude";
import { finaliseAct } from "./finalise";
import { fixQualityAct } from "./fix-quality";
import { inviteAct } from "./invite";
import { joinAct } from "./join";
import { mergeAct } from "./merge";
import { openPricesAct } from "./open-prices";
import { publishAct } from "./publish";
import { openBidsAct } from "./open-bids";
import { recordAct } from "./record";
import { recordLotteryAct } from "./record-lottery";
import { recordPricesAct } from "./record-prices";
import { lotLimitAct, rejectAct, withdrawAct } from "./leave";
import { reopenAct } from "./reopen";
import { signOffAct } from "./sign-off";
import type { Act, ActName } from "./act";

export const acts: readonly Act[] = [
  publishAct,
  inviteAct,
  addBidAct,
  openBidsAct,
  withdrawAct,
  rejectAct,
  lotLimitAct,
  recordPricesAct,
  addEvaluatorAct,
  mergeAct,
  recordAct,
  fixQualityAct,
  openPricesAct,
  closeRoundAct,
  clarifyAct,
  answerClarificationAct,
  decideClarificationAct,
  decideLowBidAct,
  askLowBidAct,
  hearSupplierAct,
  excludeAct,
  doNotExcludeAct,
  recordLotteryAct,
  finaliseAct,
  reopenAct,
  awardAct,
  dispatchAct,
  correctAwardAct,
  cancelAct,
  anchorAct,
  commentAct,
  signOffAct,
  joinAct,
];

const byName = new Map(acts.map((each) => [each.name, each]));

/** @throws Error for a name that no act has, which is our own fault: doors take names from here */
export function actNamed(name: ActName): Act {
  const found = byName.get(name);
  if (!found) throw new Error(`no act is called ${name}`);
  return found;
}
