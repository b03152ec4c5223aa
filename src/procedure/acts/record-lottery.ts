/**
 * Recording a drawing of lots that people have held, where the published rules say that lots decide: the
 * order drawn, when, and who witnessed it. The program never draws lots, and no drawing is recorded
 * where it would resolve nothing.
 */
import type { EvaluationDocument, Lottery } from "../../core/document/schema";
import type { Evaluation } from "../../core/evaluate";
import { hasSeparateContracts } from "../../core/document/contracts";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { typedMoment } from "../../core/moment";
import { lotteryAt } from "../../core/place";
import type { Words } from "../../words/sv/words";
import { typedNames } from "../typed-names";
import type { Acted, Choice, Given, Subject } from "./act";
import { act, optional, required } from "./act";

const rule = "lottery";

/** More tied bids than this have too many orders to choose among: the order is typed. */
const mostTied = 4;

/** Bids that share a place, and the authority whose separate contract it is. */
type Tie = { readonly bids: readonly string[]; readonly authority?: string };

/** The ties that lots decide: none where the published rules do not say so. */
function tiesToDraw({ document, ties, contracts }: Evaluation): Tie[] {
  if (!document.model.ties.includes(rule)) return [];
  if (!hasSeparateContracts(document)) return ties.map((bids) => ({ bids }));
  return contracts.flatMap(({ authority, evaluation }) =>
    evaluation.ties.map((bids) => ({ bids, authority: authority.id })),
  );
}

const takes = {
  order: required({
    option: "--order <ids>",
    choices: ({ evaluation }, words) => orderChoices(evaluation, words),
    isNeeded: () => true,
  }),
  time: required({ option: "--time <time>", isMoment: true }),
  witnesses: required({ option: "--witnesses <names>" }),
  method: optional(),
  authority: optional({
    option: "--authority <id>",
    isAsked: ({ document }) => hasSeparateContracts(document),
    choices: ({ document: { model } }, words) => [
      { code: "", word: words.group.everyContract },
      ...(model.authorities ?? []).map(({ id, name }) => ({ code: id, word: name })),
    ],
  }),
};

/**
 * Every order of the bids of each tie, after a choice of none: no order is the usual one.
 * @returns nothing where the order is to be typed
 */
function orderChoices(evaluation: Evaluation, words: Words): Choice[] | undefined {
  const names = new Map(evaluation.document.bids.map(({ id, bidder }) => [id, bidder]));
  const ties = tiesToDraw(evaluation);
  if (ties.some(({ bids }) => bids.length > mostTied)) return undefined;
  const orders = ties.flatMap(({ bids }) => ordersOf(bids));
  const distinct = [...new Map(orders.map((order) => [order.join(), order])).values()];
  return [
    { code: "", word: words.group.chooseOrder },
    ...distinct.map((order) => ({
      code: order.join("; "),
      word: order.map((id, n) => `${n + 1}. ${names.get(id) ?? id} (${id})`).join(", "),
    })),
  ];
}

function ordersOf(bids: readonly string[]): (readonly string[])[] {
  if (bids.length < 2) return [bids];
  return bids.flatMap((first) =>
    ordersOf(bids.filter((id) => id !== first)).map((rest) => [first, ...rest]),
  );
}

/** @param given ids with semicolons between, and names; a blank authority is the common contract */
export function recordLottery(subject: Subject, given: Given<typeof takes>): Acted {
  const { document, evaluation } = subject;
  const order = listed(given.order);
  const lotteries = document.lotteries ?? [];
  const refused = whyNot(document, tiesToDraw(evaluation), { ...given, order });
  if (refused) return { refused: [refused] };
  const held: Lottery = {
    order,
    time: typedMoment(given.time),
    witnesses: typedNames(given.witnesses),
    ...(given.method === "" ? {} : { method: given.method }),
    ...(given.authority === "" ? {} : { authority: given.authority }),
  };
  return { document: { ...document, lotteries: [...lotteries, held] } };
}

function listed(text: string): string[] {
  return text
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

/** Why the drawing cannot be recorded; how many bids and witnesses it must name, the format says. */
function whyNot(
  { bids, model, lotteries = [] }: EvaluationDocument,
  ties: readonly Tie[],
  { order, authority }: { readonly order: readonly string[]; readonly authority: string },
): Finding | undefined {
  const place = lotteryAt(lotteries.length, "order");
  if (!model.ties.includes(rule)) return finding("lottery-not-published", "blocking", "model.ties");
  const unknown = order.find((id) => !bids.some((bid) => bid.id === id));
  if (unknown !== undefined)
    return finding("bid-unknown", "blocking", place, {
      bid: unknown,
      known: bids.map(({ id }) => id),
    });
  if (new Set(order).size < order.length)
    return finding("lottery-bid-twice", "blocking", place, { order });
  const tied = ties
    .filter((tie) => authority === "" || tie.authority === authority)
    .map((tie) => tie.bids);
  if (tied.some((tie) => tie.every((id) => order.includes(id)))) return undefined;
  const names = new Map(bids.map(({ id, bidder }) => [id, `${bidder} (${id})`]));
  const open = tied.map((tie) => tie.map((id) => names.get(id) ?? id).join(", "));
  return order.length === 0 && open.length > 0
    ? finding("lottery-order-missing", "blocking", place, { ties: open })
    : finding("lottery-without-tie", "blocking", place, { order, ties: open });
}

export const recordLotteryAct = act({
  name: "record-lottery",
  phase: "ties",
  takes,
  isOffered: ({ evaluation }) => tiesToDraw(evaluation).length > 0,
  perform: recordLottery,
  tell: (_, words) => words.cli.group.rowAdded(words.sheets.lotteries),
});
