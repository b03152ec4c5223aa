/** The help on the fields of a criterion's form. Part of the English help. */
import type { HelpWords } from "../help-shape";

export const criterionHelp: HelpWords["rows"]["criteria"] = {
  name: [
    "The name of the criterion, in the words of the procurement documents.",
    "The name follows to score sheets, result and decision.",
    "Mobile work without connection",
  ],
  id: [
    "A short designation of the criterion.",
    "It is used in score sheets and decisions and cannot be changed here once saved.",
    "M1",
  ],
  description: [
    "What is assessed, in words.",
    "The description should be the one in the procurement documents.",
    "Home visits are documented on site without connection.",
  ],
  kind: [
    "What kind of criterion it is.",
    "The kind groups criteria in overviews and does not affect the computation.",
    "Added value",
  ],
  weight: [
    "How much the criterion weighs among its siblings, in per cent.",
    "The weights of siblings come to exactly 100; three equal weights are written as fractions.",
    "100/3",
  ],
  deduction: [
    "What is deducted from the price at full marks.",
    "A lower fulfilment gives the same share of the deduction.",
    "450,000",
  ],
  addition: [
    "What is added to the price where nothing is fulfilled.",
    "Full marks add nothing.",
    "200,000",
  ],
  perPoint: [
    "What is deducted for each point.",
    "It is used in place of a deduction at full marks.",
    "25,000",
  ],
  cap: [
    "The largest deduction that the criterion can give.",
    "Blank means no cap; a cap that is never reached gives a finding.",
    "300,000",
  ],
  deductionPercent: [
    "The per cent of the bid's price that is deducted at full marks.",
    "It is used where added values are per cent.",
    "5",
  ],
  additionPercent: [
    "The per cent of the bid's price that is added where nothing is fulfilled.",
    "It is used where added values are per cent.",
    "5",
  ],
  aggregate: [
    "How the subcriteria are joined to the fulfilment of the group.",
    "Blank means by weights; by points, the points are added up.",
    "Weights",
  ],
  minimum: [
    "The lowest value on the scale that is accepted.",
    "A bid below it is rejected; blank means no minimum.",
    "2",
  ],
  minimumShare: [
    "The lowest fulfilment that is accepted, in per cent.",
    "A bid below it is rejected; blank means no limit.",
    "50",
  ],
  minimumPoints: [
    "The lowest sum of points that is accepted in the group.",
    "A bid below it is rejected; blank means no limit.",
    "6",
  ],
  panel: [
    "How the values of several evaluators become one.",
    "Blank means one agreed assessment.",
    "Consensus",
  ],
  perConsultant: [
    "Whether each person offered is assessed by themselves.",
    "The value is their mean, and the lowest accepted holds for each.",
    "Yes",
  ],
  perParticipant: [
    "Whether each test person is assessed by themselves.",
    "The value is their mean.",
    "No",
  ],
  "scale.type": [
    "How the criterion is scored.",
    "If the scale is changed, the levels and values of the old one stay in the sheets and do not count.",
    "Levels",
  ],
  "scale.zero": [
    "The points that are worth nothing.",
    "Fulfilment is counted from those points.",
    "0",
  ],
  "scale.max": ["The points at full marks.", "They must be more than the points at zero.", "10"],
  "scale.step": [
    "The smallest difference between two scores.",
    "Blank means that any points can be given.",
    "1",
  ],
  "scale.worst": [
    "The measured value that is worth nothing.",
    "Worse values are worth nothing as well.",
    "8",
  ],
  "scale.best": ["The measured value at full marks.", "Better values give no more.", "2"],
  "scale.unit": [
    "What is measured.",
    "The unit stands beside the value in the score sheet.",
    "hours",
  ],
  examined: [
    "How the criterion is examined.",
    "Demonstrations and user tests have a sheet of their own for the sessions.",
    "Demonstration",
  ],
  story: [
    "What the user is to be able to do, told briefly.",
    "The story stands in the score sheet.",
    "The case officer sees every decision in the case.",
  ],
  script: [
    "The steps that every bidder follows.",
    "They are the same for all, so that the assessments can be compared.",
    "1. Open the case. 2. Show the decisions.",
  ],
  minutes: [
    "The time for the scenario, in minutes.",
    "The time is the same for every bidder.",
    "20",
  ],
  "levels.value": [
    "The points of the level.",
    "The highest level gives full marks; no two levels have the same points.",
    "3",
  ],
  "levels.label": [
    "What the level requires.",
    "The text stands beside the box when the evaluators score.",
    "Read and write without connection",
  ],
  "bands.from": [
    "The lowest points of the interval, those included.",
    "Intervals may not overlap.",
    "5",
  ],
  "bands.to": [
    "The highest points of the interval, those included.",
    "Points outside every interval give a finding.",
    "7",
  ],
  "bands.deduction": [
    "What is deducted in the interval.",
    "Every bid in the interval has the same deduction.",
    "100,000",
  ],
  pasted: [
    "The levels as they stand in Word or Excel.",
    "Each line has the points first, or last in a column of their own; nothing is entered before you have seen the lines.",
    "3 – Read and write",
  ],
};
