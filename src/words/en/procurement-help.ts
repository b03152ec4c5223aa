/** The help on the fields of the procurement's own form. Part of the English help. */
import type { HelpWords } from "../help-shape";

export const procurementHelp: HelpWords["procurement"] = {
  "procurement.title": [
    "The name of the procurement.",
    "The name stands on the result sheets, in the report and in the notices.",
    "Case management system for social services",
  ],
  "procurement.caseNumber": [
    "The number of the case in the diary.",
    "Score sheets and price files carry it, so that they are never read into another procurement.",
    "SN 2026/118",
  ],
  "procurement.authority": [
    "The contracting authority, with its full name.",
    "Where several buy together: the one that runs the procurement; the others are entered under Prices, Authorities.",
    "Lindö kommun",
  ],
  "procurement.regime": [
    "Whether the procurement is above the thresholds or follows LOU chapter 19.",
    "It decides which provisions, time limits and headings the papers have.",
    "Directive",
  ],
  "procurement.procedure": [
    "The procedure, as the notice or the invitation says.",
    "It decides what the papers and the checklist ask for.",
    "Open procedure",
  ],
  "procurement.currency": [
    "The currency that all amounts are in.",
    "Choose from the list or type another code of three letters; no amount is converted.",
    "SEK",
  ],
  "procurement.prices": [
    "Whether prices are read at once or kept sealed until quality is fixed.",
    "Sealed prices are neither shown nor counted until a recorded act opens them; blank means open.",
    "Sealed until quality is fixed",
  ],
  "award.deadline": [
    "The last day for bids, preferably with the time.",
    "Bids are not opened before it, and a bid that came in later has a finding.",
    "2026-03-02 23:59",
  ],
  "procurement.agreement": [
    "Whether a contract or a framework agreement is concluded.",
    "A framework may be with several: Number of winners in the model is then above 1.",
    "Contract",
  ],
  "procurement.services": [
    "Whether the procurement is of services in Annex 2 to LOU.",
    "They follow chapter 19 whatever the value; blank means that it is not stated.",
    "No",
  ],
  "procurement.renewedCompetition": [
    "Whether a call-off is preceded by renewed competition.",
    "Fill it in only for a call-off from a framework agreement.",
    "Yes",
  ],
  "procurement.initialBids": [
    "Whether the notice reserves the right to award on initial bids.",
    "Without it, a negotiated procedure goes on to negotiation.",
    "Yes",
  ],
  "procurement.checkOrder": [
    "Whether suppliers are checked before or after their bids.",
    "Bids may be checked first only in an open procedure.",
    "Supplier first",
  ],
  "award.bidsValidUntil": [
    "The last day on which the bids bind their bidders, as the notice or the invitation says.",
    "If it passes before the standstill does, there is a warning.",
    "2026-09-30",
  ],
  "procurement.stage": [
    "Whether the file is about the selection of those to be invited, or about the award.",
    "In a selection the bids are applications; blank means award.",
    "Bids",
  ],
  "procurement.leastInvited": [
    "The least number to invite, as announced.",
    "Fill it in only in a selection.",
    "5",
  ],
  "procurement.law": [
    "The act that the procurement follows.",
    "LOU is the only one that the program knows; with another it says so, and blank means LOU.",
    "LOU",
  ],
  "procurement.lot.id": [
    "The short designation of the lot, where the procurement is divided.",
    "Each lot is a file of its own. Fill in designation and name: they are entered together.",
    "D1",
  ],
  "procurement.lot.name": [
    "The name of the lot, where the procurement is divided.",
    "Fill in designation and name: they are entered together.",
    "The northern district",
  ],
  "procurement.lotLimits.bids": [
    "The most lots that one supplier may bid for.",
    "Blank means all of them.",
    "3",
  ],
  "procurement.lotLimits.awards": [
    "The most lots that one supplier may be awarded.",
    "Blank means no limit.",
    "2",
  ],
  "procurement.lotLimits.order": [
    "The order that decides which lots a supplier is awarded who is first in more than the limit.",
    "Write it as it is published; you apply it, the program does not.",
    "The lot with the highest estimated value first.",
  ],
  "procurement.lotLimits.combined": [
    "Whether lots may be awarded combined.",
    "The program computes each lot by itself; blank means no.",
    "No",
  ],
  "award.lotsReason": [
    "Why the contract is not divided into lots.",
    "Needed above the thresholds where the procurement documents do not give the reasons; the report repeats them.",
    "The system is one delivery that cannot be divided.",
  ],
  "procurement.lowBids.belowMedian": [
    "How many per cent below the median price a bid is examined as low.",
    "It is your own limit and rejects no bid; blank means no limit.",
    "40",
  ],
  "procurement.lowBids.belowNext": [
    "How many per cent below the next higher price a bid is examined as low.",
    "It is your own limit and rejects no bid; blank means no limit.",
    "25",
  ],
  "award.subject": [
    "What the contract is about, in one sentence.",
    "The sentence stands in the report.",
    "Case management system with implementation, operation and support for eight years.",
  ],
  "award.value": [
    "The value of the contract without VAT, in the currency of the procurement.",
    "It is not the evaluation price; blank means that the value is not known.",
    "13 691 250",
  ],
  "award.procedureReason": [
    "Why a negotiated procedure was chosen.",
    "Needed only for a negotiated procedure above the thresholds.",
    "The need cannot be met without adapting solutions on the market.",
  ],
  "award.nonElectronicReason": [
    "Why bids could be submitted by other than electronic means.",
    "Fill it in only if bids could be submitted so.",
    "Physical samples were to be submitted with the bid.",
  ],
  "award.subcontracting": [
    "The share of the contract that is subcontracted.",
    "Fill it in if the share is known.",
    "Operation, about 20 per cent of the value.",
  ],
  "award.intentionAt": [
    "The day on which a notice of the intention to award was published.",
    "Only in a direct award or a negotiated procedure without prior publication.",
    "2026-02-10",
  ],
  "award.court": [
    "The administrative court to which an application for review is made.",
    "Its name stands in the notices.",
    "Förvaltningsrätten i Linköping",
  ],
  "award.contact": [
    "Who answers questions about the decision.",
    "Name, e-mail or telephone; it stands in the notices.",
    "Eva Alm, eva.alm@lindo.example",
  ],
};
