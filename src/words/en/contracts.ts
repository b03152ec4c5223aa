/** Joint procurement in English: contracts, authorities and inhabitants. Part of the English word list. */
import { list, number } from "./numbers";
import type { FindingSentences } from "../finding-sentences";

export const contractFindings = {
  "contracts-without-authorities": () =>
    "Each authority gets its own contract, but no authority is entered. Fill in the sheet Authorities, or change the row Contracts on the sheet Model.",
  "contracts-unsaid": () =>
    "Is the contract common, or does each authority get its own? For now the common total decides. Answer on the row Contracts on the sheet Model.",
  "contract-amounts": (x) =>
    `Each authority gets its own contract, and the model has amounts in kronor (${list([...(x.ceiling === undefined ? [] : [`the price ceiling ${number(x.ceiling)}`]), ...(x.scale === undefined ? [] : ["the model's amounts for prices"]), ...x.ids])}). The amounts apply to each contract separately and are not scaled to its size. Were they set for one contract?`,
  "total-of-contracts": (x) =>
    `${x.bidder} (${x.bid}) has a total price, and each authority gets its own contract. Enter the prices row by row, so that each authority's price can be computed.`,
  "inhabitants-missing": (x) =>
    `Row ${x.name} (${x.id}) is per inhabitant, but ${x.authorities.length === 0 ? "there is no authority. Fill in the sheet Authorities" : `the number of inhabitants is missing for ${list(x.authorities)}. Enter it on the sheet Authorities`}.`,
  "inhabitants-differ": (x) =>
    `The quantity for ${x.authority} on row ${x.name} (${x.id}) is ${number(x.quantity)}, but the number of inhabitants is ${number(x.inhabitants)}. Is that right? The other authorities' quantities on the row are their inhabitants.`,
  "inhabitants-twice": (x) =>
    `Row ${x.name} (${x.id}) is per inhabitant and has the quantity ${number(x.quantity)}, which is the number of inhabitants. The quantity is then multiplied by the inhabitants once more. Enter 1 as quantity.`,
  "decision-without-authority": (x) =>
    `Decision ${x.id} does not state which authority's contract it concerns, so it counts for none of them. Enter the authority's id on the sheet Decisions.`,
  "award-without-authority": (x) =>
    `Each authority gets its own contract. State which authority the decision concerns: ${list(x.known)}.`,
  "award-of-unknown-authority": (x) =>
    `There is no authority ${x.id} with its own contract. ${x.known.length === 0 ? "The contract is common; leave the authority out." : `Choose among ${list(x.known)}.`}`,
} satisfies Partial<FindingSentences>;

export const contractWords = {
  contractKinds: { common: "Common", separate: "One for each authority" },
  rowPers: { inhabitant: "Inhabitant" },
  contractOf: (name: string, sentence: string): string => `Contract of ${name}: ${sentence}`,
  contracts: {
    sheet: "Contracts",
    title: "Result for each authority",
    guide:
      "Each authority gets its own contract based on its own total, under the same model. Amounts in kronor apply to each contract separately.",
    of: (name: string, id: string): string => `Contract: ${name} (${id})`,
    columns: ["Authority", "Bids", "Decision"],
    choose: "Choose an authority",
    all: "All contracts",
    authority: "Authority",
    commonSum: "Common total",
    noCommonRank: "The common total decides nothing and has no ranking.",
    evaluation: (id: string): string => `Evaluation ${id}`,
    value: "Contract value",
    valueCounted: "Without options that the evaluation does not count",
    valueWhole: "With all options",
    values: (bidder: string): string =>
      `Estimated value of the contract for each authority: ${bidder}`,
    award: (names: string): string => `Award: ${names}`,
    needsAuthority: (known: string): string =>
      `Each authority gets its own contract. Choose one with --authority: ${known}.`,
    unknown: (id: string, known: string): string =>
      known === ""
        ? `There is no authority ${id}: the procurement has no separate contracts. Leave out --authority.`
        : `There is no authority ${id}. Choose among ${known}.`,
    option: "the authority's id, where each authority gets its own contract",
  },
};
