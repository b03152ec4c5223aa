/**
 * The example's whole procedure, from publication to a second award: six bids are registered when
 * they are opened, one of them withdrawn in time; the contract is awarded; a losing bidder shows
 * that a promise in its bid was misread; the evaluation is reopened, corrected and reviewed, and a
 * new award is made. At each step that asks for it the code of the journal is entered in the diary.
 * Everything here is input: journal and records are written by the acts that write anyone's.
 */
import type { Bid, EvaluationDocument } from "../../src/core/document/schema";
import { basisOf } from "../../src/core/document/recorded";
import { evaluate } from "../../src/core/evaluate";
import { fingerprint } from "../../src/journal/fingerprint";
import { appendToChain } from "../../src/journal/hash-chain";
import type { Acted } from "../../src/procedure/acts/act";
import { recordAnchor } from "../../src/procedure/acts/anchor";
import { registerAward } from "../../src/procedure/acts/award";
import { noteDispatch } from "../../src/procedure/acts/dispatch";
import { finalise } from "../../src/procedure/acts/finalise";
import { reopen } from "../../src/procedure/acts/reopen";
import { signOff } from "../../src/procedure/acts/sign-off";
import type { Recordable } from "../../src/procedure/milestones";
import { withEvaluation } from "../../src/procedure/milestones";
import { publicResult, recordableOutcome } from "../../src/report/result";
import { recordFigures } from "../../src/scoring/record-scores";
import { sv } from "../../src/words/sv/words";
import { offered } from "./document";
import { worked } from "./panel";

export const officer = "Ellen Ask";
export const version = "mervarde 0.1.0";

/** When each bid came in; the last of them was withdrawn before the time for bids had passed. */
const received: { readonly [bid: string]: string } = {
  A: "2026-02-19T14:02",
  B: "2026-02-20T09:41",
  C: "2026-02-20T16:58",
  D: "2026-02-18T11:20",
  E: "2026-02-20T13:15",
};
const withdrawn: Bid = {
  id: "F",
  bidder: "Södra Systemkraft AB",
  organisationNumber: "559000-0060",
  receivedAt: "2026-02-12T10:30",
  withdrawnAt: "2026-02-18",
  reason: "Anbudsgivaren återkallade anbudet skriftligen innan anbudstiden gått ut.",
  answers: {},
  scores: {},
};

/** The example after its second award, not yet evaluated anew; the same at every call. */
export function decided(): EvaluationDocument {
  const correct = offered();
  const registered = {
    ...correct,
    bids: [
      ...correct.bids.map((bid) => ({ ...bid, receivedAt: received[bid.id] ?? "" })),
      withdrawn,
    ],
  };
  let now = worked(withHours(registered, "4"), inDiary);
  now = inDiary(finalised(now, "2026-03-20T10:00"), "SN 2026/118-33", "2026-03-20T10:20");
  now = awarded(now, { decidedAt: "2026-03-24", designation: "SN 2026-03-24 § 41" });
  now = inDiary(now, "SN 2026/118-36", "2026-03-24T15:50");
  now = done(reopen(now, by("2026-04-01T08:45"), misread));
  now = recordFigures(withHours(now, "2"), by("2026-04-01T09:10"), misread).document;
  now = inDiary(finalised(now, "2026-04-02T10:00"), "SN 2026/118-44", "2026-04-02T10:20");
  now = done(signOff(now, by("2026-04-07T13:00", "Karin Lind"), outcomeOf(now), reviewed));
  now = awarded(now, { decidedAt: "2026-04-14", designation: "SN 2026-04-14 § 52" });
  return inDiary(now, "SN 2026/118-47", "2026-04-14T15:50");
}

const misread =
  "Kajplats Digital AB (E) påpekade 2026-03-30 att bilaga 4 utfäster åtgärd inom två timmar. Bedömningen byggde på fyra timmar, som gäller mindre allvarliga fel.";
const reviewed = "Rättelsen och den nya rangordningen är kontrollerade mot anbudets bilaga 4.";

/** The code of the journal's end, entered in the authority's diary the same day. */
function inDiary(document: EvaluationDocument, diaryNumber: string, time: string) {
  const given = { reply: undefined, registered: diaryNumber, date: time.slice(0, 10), code: "" };
  const anchored = done(recordAnchor(appendToChain({}, document), given, by(time)));
  return appendToChain({}, anchored);
}

function by(time: string, name = officer): { readonly time: string; readonly by: string } {
  return { time, by: name };
}

/** How many hours the bid E was read to promise for a critical fault. */
function withHours(document: EvaluationDocument, hours: string): EvaluationDocument {
  return {
    ...document,
    bids: document.bids.map((bid) => {
      const score = bid.id === "E" ? bid.scores["M4"] : undefined;
      return score ? { ...bid, scores: { ...bid.scores, M4: { ...score, value: hours } } } : bid;
    }),
  };
}

function finalised(document: EvaluationDocument, time: string): EvaluationDocument {
  const outcome = outcomeOf(document);
  const basis = fingerprint(basisOf(document));
  const noted = withEvaluation(document, by(time), outcome, { basis, sheets: "" });
  return done(finalise(noted, by(time), outcomeOf(noted), []));
}

/** An award to the bid that comes first, decided by the board and sent to everyone the same day. */
function awarded(
  document: EvaluationDocument,
  decision: { readonly decidedAt: string; readonly designation: string },
): EvaluationDocument {
  const { decidedAt } = decision;
  const given = { ...decision, decidedBy: "Socialnämnden" };
  const registered = done(
    registerAward(document, by(`${decidedAt}T15:00`), given, evaluate(document).award),
  );
  const sent = { bid: "", sentAt: `${decidedAt}T15:30`, sending: "electronic" };
  return done(noteDispatch(registered, sent, by(`${decidedAt}T15:35`)));
}

function outcomeOf(document: EvaluationDocument): Recordable {
  const result = publicResult(
    evaluate(document),
    {
      fingerprint: fingerprint(document),
      basis: fingerprint(basisOf(document)),
      doubleCheck: { equal: 0, of: 0 },
      selfChecks: [],
    },
    { finding: () => undefined, result: () => undefined },
    sv,
  );
  return recordableOutcome(result, version, fingerprint);
}

function done({ document, refused }: Acted): EvaluationDocument {
  if (!document) throw new Error(JSON.stringify(refused));
  return document;
}
