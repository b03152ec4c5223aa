/**
 * The glossary: terms that the pane, the sheets and the papers use, with the Swedish term in brackets.
 * Part of the English word list.
 */

/** In alphabetical order. */
export const glossary: readonly (readonly [term: string, meaning: string])[] = [
  [
    "Abnormally low bid (onormalt lågt anbud)",
    "A bid with a price so low that the bidder must be allowed to explain it. It is never rejected without an explanation and a decision.",
  ],
  [
    "Added value (mervärde)",
    "Quality beyond the requirements, which gives a deduction in kronor, per cent or points.",
  ],
  [
    "Anchor (förankring)",
    "The end code of the journal kept outside the file: signed, time-stamped or registered.",
  ],
  ["Award criterion (tilldelningskriterium)", "What quality is judged by."],
  ["Basis of award (grund för utvärdering)", "Price, cost or best price-quality ratio."],
  ["Bid (anbud)", "What a supplier offers to deliver, and at what price."],
  [
    "Bidders' form (anbudsformulär)",
    "The file that bidders fill in: answers to requirements, and prices.",
  ],
  [
    "Clarification (förtydligande)",
    "A question to the bidder about something unclear, with answer and decision. A bid may not be improved in this way.",
  ],
  [
    "Common score (gemensam poäng)",
    "The score that the group has agreed on, or the mean or median where that is published.",
  ],
  [
    "Complete (komplett)",
    "Everything has been checked and scored. The evaluation is finalised by an act of its own.",
  ],
  [
    "Conflict of interest (jäv)",
    "A circumstance that may shake confidence in an evaluator. Declared on the score sheet.",
  ],
  [
    "Drawing of lots (lottning)",
    "The last way to part equal bids, before witnesses and recorded with the order.",
  ],
  [
    "Evaluation price (utvärderingspris)",
    "The offered price after deductions and additions: what bids are ranked by.",
  ],
  [
    "Exclusion ground (uteslutningsgrund)",
    "A circumstance of the supplier for which it must or may be excluded.",
  ],
  [
    "Finalised (fastställd)",
    "The evaluation is closed. It changes only if it is reopened with a reason.",
  ],
  [
    "Fingerprint (fingeravtryck)",
    "A code computed from the content, which changes if a single character does.",
  ],
  [
    "Journal (journal)",
    "What has happened: who, when, what and why. Its lines hang together, so that a removed or changed line is noticed.",
  ],
  ["Level (nivå)", "A step of a scale, with a text that says what it takes to reach it."],
  [
    "Life-cycle cost (livscykelkostnad)",
    "All costs during the contract, discounted to present value where that is asked for.",
  ],
  [
    "Mandatory requirement (obligatoriskt krav)",
    "What every bid must meet; also called ska-krav or minimum requirement.",
  ],
  ["Notice (underrättelse)", "The letter to each bidder with the decision and its reasons."],
  [
    "Offered price (anbudspris)",
    "The price as it stands in the bid, before deductions and additions.",
  ],
  [
    "Opening of bids (anbudsöppning)",
    "When bids are opened, by at least two people and not before the time limit.",
  ],
  ["Price ceiling (takpris)", "The highest price that is accepted. A bid above it is rejected."],
  [
    "Price deduction (prisavdrag)",
    "An amount taken from the price for quality. A higher one gives a lower evaluation price.",
  ],
  [
    "Procurement documents (upphandlingsdokument)",
    "The documents that describe the procurement; formerly förfrågningsunderlag.",
  ],
  ["Provisional (preliminärt)", "The result may change, since something remains. It says what."],
  ["Ranking (rangordning)", "The order of the bids by result, the best first."],
  [
    "Rationale (motivering)",
    "Why the score is what it is. It is given in the notice to the bidder.",
  ],
  [
    "Rejected bid (förkastat anbud)",
    "A bid that is not ranked, since a requirement is not met or by a decision.",
  ],
  [
    "Relative model (relativ modell)",
    "A model where the points of a bid depend on the others. A bid that cannot win may then change who wins.",
  ],
  [
    "Requirement check (kravprövning)",
    "Whether the bid meets the requirements: met, not met, or to be clarified.",
  ],
  [
    "Scale (skala)",
    "The values a score can have: levels with texts, or a measure that is converted.",
  ],
  [
    "Score sheet (bedömarblad)",
    "The file where evaluators write their own scores and reasons, without a network.",
  ],
  [
    "Second computation (kontrollräkning)",
    "The same result computed once more, by the formulas of the sheets. A difference blocks the award.",
  ],
  [
    "Secrecy (sekretess)",
    "Bids are under absolute secrecy until the award decision is announced. After that a bidder's information can be protected on request and by decision.",
  ],
  [
    "Selection (urval)",
    "The first of two stages, where candidates are ranked and some are invited to bid.",
  ],
  [
    "Selection criterion (kvalificeringskrav)",
    "A requirement on the supplier, for example experience.",
  ],
  [
    "Self-check (egenkontroll)",
    "A test that the result does not change with what should not affect it, such as the order of the bids.",
  ],
  [
    "Standstill (avtalsspärr)",
    "The days after the decision when no contract may be made: 10 where notices went electronically, otherwise 15.",
  ],
  ["Surcharge (påslag)", "An amount added to the price for what is lacking in quality."],
  ["Tie-break (särskiljning)", "The rules that decide where two bids have the same result."],
  ["Unit price (à-pris)", "The price of one unit, for example per hour or per inhabitant."],
];
