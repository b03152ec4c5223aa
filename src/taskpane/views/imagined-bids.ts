/**
 * Fields for three bids that the officer imagines: a price and a quality each, kept as they are typed, so
 * that the model is tried on the bids that the library was compared on. What cannot be read is said beside
 * each field that it stands in. It reads none of them.
 */
import type { TypedBid } from "../../app/templates/imagined-bid";
import type { SectionAnswer } from "../../case/answers";
import type { RefusedField, TrialAnswer } from "../../case/trial-answer";
import type { FieldName } from "../drafts";
import type { Child } from "../element";
import { h } from "../element";
import { textField } from "../fields";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";

const imagined = ["A", "B", "C"] as const;

export function imaginedBidFields(
  session: Session,
  labels: {
    readonly price: (bid: string) => string;
    readonly quality: (bid: string) => string;
  },
): { readonly view: Child; readonly typed: () => readonly TypedBid[] } {
  const fields = imagined.map((bid) => ({
    price: textField(session, `models.price ${bid}`, labels.price(bid), { inputMode: "decimal" }),
    quality: textField(session, `models.quality ${bid}`, labels.quality(bid), {
      inputMode: "decimal",
    }),
  }));
  return {
    view: h(
      "div",
      { class: "fields" },
      fields.flatMap(({ price, quality }) => [price.view, quality.view]),
    ),
    typed: () =>
      fields.map(({ price, quality }) => ({ price: price.value(), quality: quality.value() })),
  };
}

/**
 * The tables of a trial.
 * @throws RpcFailure that counts the refused fields, each of which then has its reason beside it
 */
export function tablesOrReasons(
  session: Session,
  { sections, refused }: TrialAnswer,
): readonly SectionAnswer[] {
  const { tasks, text } = session;
  tasks.forget(({ name }) => /^(?:models|trial)\./.test(name));
  for (const field of refused)
    tasks.refuse(
      nameOf(field),
      field.part === "expected" ? text.model.expected : text.model.imagined.own,
      field.why,
    );
  const [first] = refused;
  if (!first) return sections;
  session.bringTo({ name: nameOf(first), isFocused: true, block: "nearest" });
  throw new RpcFailure("not-tried", {}, text.library.refused(refused.length));
}

function nameOf({ part, bid }: RefusedField): FieldName {
  return part === "expected" ? "trial.price" : `models.${part} ${bid}`;
}
