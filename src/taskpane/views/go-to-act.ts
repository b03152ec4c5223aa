/**
 * The way to the form of an act: the step and the part that draw it, with the form unfolded or chosen. It
 * performs nothing, and leads to no act that the case does not offer.
 */
import type { ActForm } from "../../case/act-requests";
import type { Session } from "../session";
import type { StepName } from "../steps";
import { actList, actName } from "./acts";

/** Where the acts of each part of the work are drawn. */
const places: {
  readonly [phase in ActForm["phase"]]?: readonly [step: StepName, part: string];
} = {
  model: ["model", "publication"],
  bids: ["requirements", "bids"],
  checks: ["requirements", "questions"],
  panel: ["scores", "evaluators"],
  scores: ["scores", "journal"],
  award: ["review", "decide"],
};

/** The form of an act that is offered and not done, where one of these is. */
export function offeredAct(
  { known }: Session,
  names: readonly ActForm["act"][],
): ActForm | undefined {
  return known?.acts.find(
    ({ act, phase, done }) => names.includes(act) && done === "" && places[phase] !== undefined,
  );
}

export function goToAct(session: Session, form: ActForm): void {
  const { act, phase } = form;
  const [step, part] = places[phase] ?? [session.step];
  // In a narrow pane the part may be folded too.
  if (part !== undefined) session.drafts.unfold(part, true);
  session.chosen.set(actList(phase), act);
  session.go(step, part);
  session.drafts.unfold(act, true);
  session.bringTo({ name: actName(form), isFocused: true, block: "center" });
}
