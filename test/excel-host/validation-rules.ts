/**
 * What desktop Excel refuses of a validation rule. The limits are stated here and not taken from
 * the product, since this is what judges it.
 */
import { refusal } from "./protocol";

type Rule = {
  readonly list?: { readonly source?: string };
  readonly custom?: { readonly formula?: string };
};

/** @throws HostError InvalidArgument for a list or a formula that Excel does not take */
export function refuseRule(rule: Rule): void {
  const source = rule.list?.source ?? "";
  if (!source.startsWith("=") && source.length > 255)
    throw refusal.invalidArgument("DataValidation.rule");
  // A rule is read in the user's language, where TRUE is SANT.
  if (/^=(TRUE|FALSE)$/i.test(rule.custom?.formula ?? ""))
    throw refusal.invalidArgument("DataValidation.rule");
}

/** @throws HostError InvalidArgument for a message of more than 255 characters */
export function refusePrompt(prompt: { readonly message?: string }): void {
  if ((prompt.message ?? "").length > 255) throw refusal.invalidArgument("DataValidation.prompt");
}
