/**
 * The way from a place of the document to the form that it is typed in, where the pane has one that can be
 * typed in now. It changes nothing, and leads to no form that would refuse whatever was typed.
 */
import type { ActForm } from "../../case/act-requests";
import type { CaseAnswer } from "../../case/answers";
import type { RowTable } from "../../case/row-answers";
import type { Session } from "../session";
import { bidFold, bidList } from "./bid";
import { goToAct, offeredAct } from "./go-to-act";
import { openScore } from "./open-score";
import { isWide } from "./parts";
import { fieldNameOf, unfoldProcurement } from "./procurement";
import { formName } from "./row-form";

/** Brings the reader to the form. */
type Way = () => void;

/** What leads to the form of a kind of place; each knows its own places only. */
type Finder = (session: Session, known: CaseAnswer, place: string) => Way | undefined;

/** @returns undefined where the pane has no form, or what it says is fixed */
export function wayToForm(session: Session, place: string): Way | undefined {
  const { known } = session;
  if (!known) return undefined;
  if (known.state !== "read") return ofProcurement(session, known, place);
  for (const find of finders) {
    const way = find(session, known, place);
    if (way) return way;
  }
  return undefined;
}

/** A value that differs from its record has the form that records the change. */
const ofChange: Finder = (session, { changes }, place) => {
  const steps = ["requirements", "scores", "result"] as const;
  const step = steps.find((each) => changes[each].shown.some((change) => change.place === place));
  if (!step) return undefined;
  return () => {
    session.go(step);
    session.bringTo({ name: `changes ${step}.reason`, isFocused: true, block: "center" });
  };
};

const ofProcurement: Finder = (session, { procurement }, place) => {
  const group = procurement?.groups.find(({ fields }) =>
    fields.some((field) => field.place === place && (field.fixed === "" || field.canCorrect)),
  );
  if (!group) return undefined;
  return () => {
    session.go("begin");
    unfoldProcurement(session, group, place);
    session.bringTo({ name: fieldNameOf(place), isFocused: true, block: "center" });
  };
};

const ofModel: Finder = (session, { fields, award, findings }, place) => {
  const isFixed = (award?.publishedCode ?? "") !== "";
  const isChanged = findings.some(
    ({ code, isAboutModel }) => code === "published-changed" && isAboutModel,
  );
  const field = fields.find(({ key }) => [key, key.replace(/\[0\]$/, "")].includes(place.slice(6)));
  if (!place.startsWith("model.") || !field || (isFixed && !isChanged)) return undefined;
  return () => {
    session.go("model", "model form");
    session.bringTo({ name: `model.${field.key}`, isFocused: true, block: "center" });
  };
};

const ofCriterion: Finder = (session, { criteria }, place) => {
  const [, id] = /^criteria\[(?:.*\.children\[)?([^\]]*)\]/.exec(place) ?? [];
  const line = criteria?.fixed === "" ? criteria.lines.find((each) => each.id === id) : undefined;
  return (
    line && (() => toRow(session, { table: "criteria", id: line.id, list: "criteria" }, place))
  );
};

const priceTables: readonly (readonly [list: string, table: RowTable])[] = [
  ["priceItems", "prices"],
  ["model.authorities", "authorities"],
  ["model.contractPeriods", "contractPeriods"],
  ["model.deliveryModels", "deliveryModels"],
  ["model.indexes", "indexes"],
];

const ofPriceRow: Finder = (session, { priceForm }, place) => {
  const [, listed, id] = /^([\w.]+)\[([^\]]*)\]/.exec(place) ?? [];
  const [, table] = priceTables.find(([each]) => each === listed) ?? [];
  if (priceForm?.fixed !== "" || table === undefined || id === undefined) return undefined;
  const list = priceForm.lists.find((each) => each.table === table);
  if (!list?.rows.some((row) => row.id === id)) return undefined;
  return () => {
    // The row may stand below those that are shown at first.
    session.drafts.unfold(`rows ${table}`, true);
    session.drafts.unfold(`list ${table}`, true);
    toRow(session, { table, id, list: `rows ${table}` }, place);
  };
};

/** A row's form is looked up when it is drawn; which of its fields is meant is known then. */
function toRow(
  session: Session,
  { table, id, list }: { readonly table: RowTable; readonly id: string; readonly list: string },
  place: string,
): void {
  const name = formName({ table, id });
  session.go("model", table === "criteria" ? "criteria" : "price form");
  session.drafts.unfold(name, true);
  session.chosen.set(list, name);
  session.sought = place;
  session.bringTo({ name: isWide() ? `chosen ${list} ${name}` : name, isFocused: false });
}

/** What stands in the bid's own row, and its prices; sealed ones have no field. */
const ofBid: Finder = (session, { bids, group, procurement }, place) => {
  const [, id, key = ""] = /^bids\[([^\]]*)\]\.(\w+)(?:\[[^\]]*\])?$/.exec(place) ?? [];
  const isPrice = priceKeys.includes(key);
  const isFinal = procurement !== undefined && procurement.fixed !== "" && !procurement.canCorrect;
  const line = bids.find(({ bid }) => bid === id);
  if (!line || isFinal || (isPrice ? group?.isSealed === true : !registerKeys.includes(key)))
    return undefined;
  return () => {
    const name = bidFold(line.bid);
    session.go("requirements", "bids");
    session.drafts.unfold(name, true);
    session.chosen.set(bidList, name);
    session.sought = place;
    session.bringTo({ name, isFocused: false });
  };
};

/** What the form of a bid has. */
const registerKeys = ["bidder", "organisationNumber", "receivedAt", "deliveryModel"];
const priceKeys = ["priceForm", "price", "prices", "statedTotal"];

const ofVerdict: Finder = (session, { requirements }, place) => {
  const [, bid, id = "", key] =
    /^bids\[([^\]]*)\]\.answers\[([^\]]*)\](?:\.(\w+))?$/.exec(place) ?? [];
  const progress = requirements.find((each) => each.bid === bid && each.out === undefined);
  if (!progress) return undefined;
  return () => {
    session.go("requirements", "check requirements");
    session.drafts.unfold("check requirements", true);
    const reader = key?.startsWith("second") === true ? "second" : "first";
    Object.assign(session.checking, { bid: progress.bid, at: id, reader });
    session.bringTo({ name: "check card", isFocused: true, block: "start" });
  };
};

/** The agreed score of what a panel scores; an evaluator's own comes in with her sheet. */
const ofScore: Finder = (session, { group }, place) => {
  const [, bid = "", criterion = "", key] =
    /^bids\[([^\]]*)\]\.scores\[([^\]]*)\](?:\.(\w+))?$/.exec(place) ?? [];
  const seats = group?.panel.criteria.find(({ id }) => id === criterion)?.bids;
  const isThere = seats?.some((each) => each.bid === bid && each.state !== "rejected");
  if (isThere !== true || key === "assessments") return undefined;
  return () => {
    session.go("scores", "moderation");
    openScore(session, { bid, criterion });
  };
};

/** The acts that write the rows of a list. */
const actsOf: { readonly [list: string]: readonly ActForm["act"][] } = {
  clarifications: ["decide-clarification", "answer-clarification"],
  exclusions: ["exclude", "hear-supplier"],
  lowBids: ["decide-low-bid", "ask-low-bid"],
  lotteries: ["record-lottery"],
};

const ofAct: Finder = (session, known, place) => {
  const list = /^\w+/.exec(place)?.[0] ?? "";
  const isNoBid = place === "bids" && known.bids.length === 0;
  // One who is there already is read on her own row.
  const isNobody = place === "evaluators";
  const acts = isNoBid
    ? ["add-bid" as const]
    : isNobody
      ? ["add-evaluator" as const]
      : actsOf[list];
  const form = offeredAct(session, acts ?? []);
  return form && (() => goToAct(session, form));
};

const finders: readonly Finder[] = [
  ofBid,
  ofChange,
  ofProcurement,
  ofCriterion,
  ofPriceRow,
  ofModel,
  ofVerdict,
  ofScore,
  ofAct,
];
