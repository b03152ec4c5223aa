/** The acts of a procurement in English; see ../sv/acts.ts. */
import { exclusionActs } from "./exclusion";
import type { ActWords, FieldWords } from "../sv/acts";
import type * as sv from "../sv/acts";
import type { Widened } from "../shape";

const reason: FieldWords = {
  label: "Reason for the change",
  option: "reason for the change",
  hint: "Needed when a recorded value has been changed. Only when the change is recorded is it shown what it does to the ranking.",
};

const departure = {
  bid: { label: "Bid", option: "id of the bid" },
  date: { label: "Date", option: "date; blank is today", hint: "Blank is today." },
  reason: { label: "Reason", option: "why" },
};

const authorityField = {
  label: "Authority",
  option: "id of the authority, where each gets a contract of its own",
};

const decisionFields = {
  authority: authorityField,
  decidedAt: {
    label: "Decided on",
    option: "the date of the decision, for example 2026-03-02",
    hint: "For example 2026-03-02",
  },
  decidedBy: { label: "By", option: "who decided" },
  decision: { label: "Reference", option: "the decision's reference" },
};

export const acts: Widened<typeof sv.acts> = {
  publish: {
    command: "publish the model: from now on minimum requirements and criteria cannot be changed",
    suffix: "published",
    label: "Publish the model",
    warning:
      "From now on the model, the criteria, the minimum requirements and the price schedule cannot be changed. A later change blocks the award.",
    done: (signed) => `Published ${signed}.`,
    fields: {
      at: {
        label: "Published",
        option: "when the model was published, if earlier than now",
        hint: "Scoring has begun, the bids have been opened or the deadline for bids has passed. State when the model was actually published, for example 2026-03-02.",
      },
      reason: {
        label: "Why it is recorded only now",
        option: "why the publication is recorded only now",
      },
    },
  },
  invite: {
    command: "record who was invited after the selection",
    suffix: "selection",
    label: "Read the selection: the file where candidates were ranked",
    done: (signed) => `The selection was recorded ${signed}.`,
    fields: {
      selection: { label: "The selection's file", option: "the selection's workbook or document" },
    },
  },
  "add-bid": {
    command: "add one or more bids, with columns and rows on every sheet",
    suffix: "bids",
    label: "Add a bid",
    hint: "The bid gets columns for answers, verdicts and prices and rows for scores. None of it is filled in.",
    fields: {
      name: {
        label: "Bidder",
        option: "name of the bidder; several with semicolons between them",
        hint: "Several bids at once: one name on each line, preferably with the organisation number in the next column or after a semicolon.",
        becomes: (count) => `Becomes ${count} ${count === 1 ? "bid" : "bids"}:`,
      },
      id: {
        label: "Id",
        option: "id of the bid; blank chooses the next free letter",
        hint: "Blank chooses the next free letter.",
      },
      organisationNumber: {
        label: "Organisation number",
        option: "organisation number of the bidder",
      },
      receivedAt: {
        label: "Bid received",
        option: "when the bid was received, as 2026-03-02T14:10",
        hint: "Day and time, for example 2026-03-02 14:10. Blank means that the time is not recorded.",
      },
    },
  },
  "add-evaluator": {
    command: "add one or more evaluators, with rows on the sheets for those who score",
    suffix: "evaluators",
    label: "Add an evaluator",
    hint: "The evaluator gets rows for what a panel scores. None of it is filled in, and the question about a conflict of interest is not answered.",
    fields: {
      name: {
        label: "Name",
        option: "name of the evaluator; several with semicolons between them",
        hint: "Several at once: one name on each line.",
        becomes: (count) => `Becomes ${count} ${count === 1 ? "evaluator" : "evaluators"}:`,
      },
      id: {
        label: "Id",
        option: "id of the evaluator; blank makes one of the initials",
        hint: "Blank makes one of the initials.",
      },
    },
  },
  "open-bids": {
    command: "record the opening of bids: who submitted one, when, and who opened them",
    suffix: "opened",
    label: "Record the opening of bids",
    hint: "The register of bids, with the time each was received, can then no longer be changed.",
    warning:
      "From now on no bid can be added, removed or renamed without the change being recorded with a reason.",
    done: (signed: string): string => `Opening of bids recorded ${signed}.`,
    fields: {
      openedAt: {
        label: "Opened",
        option: "when the bids were opened, as 2026-03-03T10:00",
        hint: "Day and time, after the deadline for bids. For example 2026-03-03 10:00.",
      },
      openedBy: {
        label: "Opened by",
        option: "at least two names, with a comma between them",
        hint: "At least two people, with a comma between them.",
      },
    },
  },
  withdraw: {
    command: "record that a bidder has withdrawn its bid, which stays in the file",
    suffix: "withdrawn",
    label: "Record the withdrawal",
    title: "A bid has been withdrawn",
    hint: "The bid's row, prices and scores remain.",
    fields: departure,
  },
  reject: {
    command:
      "record that a bid was rejected for a reason other than a requirement; it stays in the file",
    suffix: "rejected",
    label: "Record the rejection",
    title: "A bid has been rejected by a decision",
    hint: "For a reason other than a requirement, for example that it was received late. The bid's row, prices and scores remain.",
    fields: departure,
  },
  "lot-limit": {
    command:
      "record that the bidder has already been awarded the maximum number of lots; the bid stays in the file",
    suffix: "most-lots",
    label: "Record that the maximum number of lots is reached",
    title: "The bidder cannot be awarded more lots",
    hint: "Where the procurement limits how many lots one supplier may be awarded. State in the reason which lots the bidder is awarded and under which order. The bid's row, prices and scores remain.",
    fields: departure,
  },
  "record-prices": {
    command: "record the prices as submitted; a later change requires a reason",
    suffix: "recorded-prices",
    label: "Record the prices as submitted",
    warning:
      "First check that the prices have been entered correctly. A price changed after that does not count until the change is recorded with a reason.",
    done: (signed: string): string => `Prices recorded ${signed}.`,
    fields: {},
  },
  merge: {
    command: "merge completed scoring sheets; nothing is overwritten",
    suffix: "merged",
    label: "Merge completed files (.xlsx, .json)",
    fields: { sheets: { label: "Scoring sheets", option: "completed scoring sheets" } },
  },
  record: {
    command: "record scores in the journal",
    suffix: "recorded",
    label: "Record",
    fields: {
      reason,
      only: {
        label: "Only these",
        option:
          "record only the values at these places, for example bids[A].prices[P1], several separated by |",
      },
    },
  },
  "seal-quality": {
    command: "fix quality: the scores are recorded, and not changed again without a reason",
    suffix: "quality",
    label: "Fix quality",
    warning:
      "Everything that has been scored is recorded, and can then be changed only with a reason.",
    done: (signed) => `Quality fixed ${signed}.`,
    fields: { reason },
  },
  "open-prices": {
    command: "open the prices from a price file once quality is fixed",
    suffix: "prices",
    label: "Open the prices from a price file",
    hint: "There is no price file: type the prices under Bids in the step Requirements, and record them there.",
    done: (signed) => `Prices opened ${signed}.`,
    fields: { prices: { label: "Price file", option: "the price file" } },
  },
  "close-round": {
    command: "close a round: its prices are kept on a separate sheet",
    suffix: "round",
    label: "Close a round",
    hint: "The round's prices are kept on the sheet EarlierPrices. Then the prices of the next round can be entered.",
    fields: { round: { label: "Round", option: "the round's id" } },
  },
  clarify: {
    command: "request a clarification, correction or supplement of a bid",
    suffix: "clarification",
    label: "Add the row",
    title: "Request a clarification, correction or supplement",
    hint: "A row is added to the sheet Clarifications, with the current price. The answer and the decision go on the same row, entered here or on the sheet. The price in the bid is not changed.",
    fields: {
      bid: { label: "Bid", option: "the bid's id" },
      subject: {
        label: "About",
        option: "what the question is about: price, price-item, requirement, criterion or other",
      },
      of: {
        label: "The price row, requirement or criterion",
        option: "id of the price row, requirement or criterion",
      },
      question: { label: "Question", option: "the question to the bidder" },
    },
  },
  "answer-clarification": {
    command: "enter the answer to a request for clarification",
    suffix: "answer",
    label: "Enter the answer",
    title: "Enter an answer to a clarification",
    hint: "The answer is written on the question's row of the sheet Clarifications. The bid is not changed.",
    fields: {
      clarification: { label: "Question", option: "the question's number" },
      answer: { label: "Answer", option: "the bidder's answer" },
      answeredBy: { label: "Answered by", option: "who answered for the bidder" },
      date: { label: "Answered on", option: "the day the answer came", hint: "Blank means today." },
      reference: {
        label: "Answer kept in",
        option: "where the answer is, such as a diary number and a page",
      },
    },
  },
  "decide-clarification": {
    command: "enter the decision on a clarification",
    suffix: "decision",
    label: "Enter the decision",
    title: "Decide on a clarification",
    hint: "The decision is written on the question's row, with your name and today's date. A new value counts from then on.",
    fields: {
      clarification: { label: "Question", option: "the question's number" },
      rule: {
        label: "Rule",
        option:
          "the ground: clerical-error, miscalculation, other-error, clarification or supplement",
      },
      value: {
        label: "New value",
        option: "what applies instead",
        hint: "Blank if nothing in the bid changes.",
      },
      reason: { label: "Reason", option: "why it is allowed" },
      equalTreatment: {
        label: "Equal treatment",
        option: "how the other bids were treated in the same situation",
      },
    },
  },
  "decide-low-bid": {
    command: "enter the explanation of a low price, and the decision on it",
    suffix: "low-price-decided",
    label: "Enter the decision on the price",
    title: "Decide on a low price",
    hint: "The explanation and the decision are entered on the row of the request, with your name and today's date. A low price is never in itself a reason to reject.",
    fields: {
      bid: { label: "Bid", option: "the bid's id" },
      answer: {
        label: "The bidder's explanation",
        option: "the explanation, unless it is entered already",
        hint: "Blank if it is on the sheet already, or if none has come.",
      },
      date: {
        label: "The explanation came in",
        option: "date; blank means today",
        hint: "Blank means today.",
      },
      decision: { label: "Decision", option: "not-abnormal, explained or rejected" },
      reason: { label: "Reason", option: "why" },
    },
  },
  "ask-low-bid": {
    command: "request an explanation of a low price",
    suffix: "low-price",
    label: "Add the row",
    title: "Request an explanation of a low price",
    hint: "A row is added to the sheet LowBids. The answer and the decision are entered on the same row, here or on the sheet. A low price is never in itself a reason to reject.",
    fields: {
      bid: { label: "Bid", option: "the bid's id" },
      question: { label: "Question", option: "the question to the bidder" },
    },
  },
  ...exclusionActs,
  "record-lottery": {
    command: "record a drawing of lots among bids that share a rank",
    suffix: "drawn",
    label: "Record a drawing of lots",
    hint: "The program never draws lots. Draw them as the procurement documents say and enter the outcome here; the sheet Lotteries is added.",
    fields: {
      order: {
        label: "The order drawn",
        option: "the bids' ids in the order drawn, with semicolons between",
        hint: "The first one drawn gets the better rank. If more than four are equal, type the bids' ids in the order drawn, with semicolons between: C; A; E; B; D.",
      },
      time: {
        label: "When the lots were drawn",
        option: "when the lots were drawn, as 2026-03-02T10:00",
        hint: "Day and time, for example 2026-03-02 10:00.",
      },
      witnesses: {
        label: "Witnesses",
        option: "two to four names with commas between",
        hint: "Two to four names with commas between.",
      },
      method: { label: "How it was done", option: "how the drawing was done" },
      authority: authorityField,
    },
  },
  finalise: {
    command: "finalise the evaluation; after that it can be changed only if it is reopened",
    suffix: "finalised",
    label: "Finalise the evaluation",
    warning:
      "After that nothing that the outcome is based on can be changed, unless the evaluation is reopened with a reason.",
    done: (signed) => `Finalised ${signed}.`,
    fields: {},
  },
  reopen: {
    command: "reopen an evaluation that was finalised",
    suffix: "reopened",
    label: "Reopen",
    fields: { reason: { label: "Reason", option: "why" } },
  },
  award: {
    command: "register the award decision",
    suffix: "awarded",
    label: "Register the award decision",
    hint: "When the decision has been taken. Anything already on the sheet Decisions is not overwritten.",
    done: (signed) => `Award decision registered ${signed}.`,
    fields: decisionFields,
  },
  dispatch: {
    command: "record that the decision was sent to the bidders; nothing is sent from here",
    suffix: "sent",
    label: "Record the dispatch",
    title: "The decision has been sent",
    hint: "The standstill runs from the last dispatch. Enter the day before the notices are printed, since they must state when it ends.",
    fields: {
      authority: authorityField,
      sentAt: {
        label: "Sent",
        option: "when it was sent, such as 2026-03-02T10:00",
        hint: "Such as 2026-03-02 10:00",
      },
      sending: { label: "How", option: "electronic or other" },
      bid: { label: "To", option: "to this bidder only" },
    },
  },
  "correct-award": {
    command: "register a correction of the decision; the corrected decision stays in the file",
    suffix: "corrected",
    label: "Register the correction",
    title: "The decision has been corrected",
    hint: "For clerical errors and the like. If the contract is to be awarded to someone else, reopen the evaluation and take a new decision.",
    fields: {
      reason: { label: "What is corrected, and why", option: "what is corrected, and why" },
      ...decisionFields,
    },
  },
  cancel: {
    command: "register the decision to cancel the procurement, with its reasons",
    suffix: "cancelled",
    label: "Register the cancellation",
    title: "The procurement has been cancelled",
    warning:
      "No bid can be awarded the contract after the cancellation. The reasons must be stated in the notice to the bidders.",
    fields: {
      reason: { label: "Reasons", option: "the reasons for cancelling" },
      ...decisionFields,
    },
  },
  comment: {
    command: "write a comment in the file",
    suffix: "commented",
    label: "Add",
    title: "Write a comment",
    fields: {
      text: { label: "Comment", option: "the comment" },
      place: {
        label: "About",
        option: "what it is about, for example bids[A].scores[U1].value",
        hint: "For example bid B, requirement K4; blank for the whole file.",
      },
    },
  },
  "sign-off": {
    command: "certify that the file has been reviewed as it is now",
    suffix: "reviewed",
    label: "Certify review",
    hint: "The statement is tied to the input and the outcome as they are now.",
    fields: {
      text: { label: "Statement", option: "what is certified", usual: "Reviewed with no remarks." },
    },
  },
  anchor: {
    command:
      "anchor the journal's end code outside the file: save the anchor file, or record the reply or the registration number",
    suffix: "anchored",
    label: "Record the anchor",
    title: "Record the reply or the registration number",
    hint: "Let the authority's e-signature or timestamp service sign the anchor file, and choose the reply here. Without a service: enter the end code in the case register and state the number and date.",
    fields: {
      reply: {
        label: "Reply of the service (.p7s, .tsr)",
        option: "the reply of the signature or timestamp service (.p7s or .tsr)",
      },
      registered: {
        label: "Registration number",
        option:
          "the number under which the code is entered in the case register, such as “KS 2026/123”",
        hint: "For example KS 2026/123",
      },
      date: {
        label: "Registered",
        option: "the day when the code was registered, such as 2026-11-27",
        hint: "For example 2026-11-27",
      },
      code: {
        label: "End code that was registered",
        option: "the end code that was registered, if the journal has grown since",
        hint: "The current one. If the journal has grown since: write the one in the register.",
      },
    },
  },
  join: {
    command: "merge with a copy that someone has worked in",
    suffix: "joined",
    label: "Merge with a copy that someone has worked in",
    fields: { copy: { label: "The copy", option: "the copy" } },
  },
} satisfies { readonly [name: string]: ActWords };
