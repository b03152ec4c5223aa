/**
 * Anchoring: the reply of a service, or the diary number under which the code was registered, kept as
 * an event; and each reason for which nothing is.
 */
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { appendToChain, headOf } from "../../../src/journal/hash-chain";
import { readReply } from "../../../src/journal/reply/read-reply";
import { shortCode } from "../../../src/journal/short-code";
import { basisOf } from "../../../src/core/document/recorded";
import { handOutAnchor, recordAnchor } from "../../../src/procedure/acts/anchor";
import {
  anchoringOf,
  anchoringSection,
  codeLines,
  missingAnchors,
} from "../../../src/procedure/anchoring";
import { parseDocument } from "../../../src/core/document/parse";
import { en } from "../../../src/words/en/words";
import { findingText } from "../../../src/words/sentences";
import { sv } from "../../../src/words/sv/words";
import { anchoredCase, chained, recorded, remadeCase, replyFile } from "../../journal/anchored";

const by = { time: "2026-11-28T08:00:00Z", by: "Ulla Lind" };
const nothing = { reply: undefined, registered: "", date: "", code: "" };

const withReply = async (name: string, document = anchoredCase) =>
  recordAnchor(document, { ...nothing, reply: await readReply(replyFile(name), name) }, by);
const register = (given: Partial<typeof nothing>, document = anchoredCase) =>
  recordAnchor(
    document,
    { ...nothing, registered: "KS 2026/123", date: "2026-11-27", ...given },
    by,
  );
const refusalCodes = ({
  refused = [],
}: {
  readonly refused?: readonly { readonly code: string }[];
}) => refused.map(({ code }) => code).join();
const bound = (before: EvaluationDocument, { document }: ReturnType<typeof recordAnchor>) => {
  if (!document) throw new Error("refused");
  return appendToChain(before, document);
};
const endOf = (document: EvaluationDocument) => shortCode(headOf(document) ?? "");
/** The case after a comment, so that its end is another. */
const grown = (document: EvaluationDocument) =>
  appendToChain(document, {
    ...document,
    events: [
      ...(document.events ?? []),
      { type: "comment", time: "2026-11-28T07:00:00Z", by: "Nils Nyman", reason: "Klart." },
    ],
  });

describe("what is kept", () => {
  test("a reply, as an event with its time and its signer", async () => {
    const after = bound(anchoredCase, await withReply("stamped.tsr"));
    expect(after.events?.at(-1)).toMatchObject({
      type: "anchored",
      number: 5,
      by: "Ulla Lind",
      reference: "Exempelstämpeln, Exempelmyndigheten",
    });
    expect(after.events?.at(-1)?.new).toMatch(/^2026-11-27T/);
    expect(after.anchors?.map(({ part, piece }) => `${part} ${piece}`)).toEqual([
      "anchor 1",
      "reply 1",
    ]);
    expect(parseDocument(JSON.parse(JSON.stringify(after))).document).toEqual(after);
  });
  test("a reply about an earlier end, when the journal has grown since", async () => {
    const after = bound(grown(anchoredCase), await withReply("signed.p7s", grown(anchoredCase)));
    expect(anchoringOf(after)).toMatchObject({ count: 1, covers: 4, later: 2 });
  });
  test("a diary number, for the end of now or for the code that was registered", () => {
    const after = bound(anchoredCase, register({}));
    expect(after.events?.at(-1)).toMatchObject({ reference: "KS 2026/123", new: "2026-11-27" });
    const later = register({ code: endOf(anchoredCase) }, grown(anchoredCase));
    expect(anchoringOf(bound(grown(anchoredCase), later))).toMatchObject({ covers: 4, later: 2 });
  });
  test("one code in two diaries is kept once and reported twice", () => {
    const once = bound(anchoredCase, register({ code: endOf(anchoredCase) }));
    const twice = bound(once, register({ registered: "RK 7/26", code: endOf(anchoredCase) }, once));
    expect(anchoringOf(twice)).toMatchObject({ count: 2, covers: 4 });
    expect(twice.anchors).toHaveLength(1);
  });
  test("an anchor whose text is gone covers nothing", async () => {
    const { anchors: _gone, ...without } = bound(anchoredCase, await withReply("signed.p7s"));
    expect(anchoringOf(without)).toMatchObject({ count: 0, covers: 0, later: 5 });
  });
  test("what the result rests on is the same before and after", async () => {
    const after = bound(anchoredCase, await withReply("signed.p7s"));
    expect(basisOf(after)).toEqual(basisOf(anchoredCase));
  });
});

// prettier-ignore
const refusedReplies = [
  // reply                     case                                what is reported
  ["signed.p7s",               "made anew from its first event",   remadeCase,                        "reply-other-anchor"],
  ["signed-with-content.p7s",  "made anew from its first event",   remadeCase,                        "reply-head-missing"],
  ["signed-older-head.p7s",    "as it is",                         anchoredCase,                      "reply-head-missing"],
  ["signed-other-case.p7s",    "as it is",                         anchoredCase,                      "reply-other-case"],
  ["signed.p7s",               "of another number",                chained(recorded, "SN 2026/119"),  "reply-other-anchor"],
  ["signed-expired.p7s",       "as it is",                         anchoredCase,                      "reply-certificate-not-valid"],
  ["signed-unknown.p7s",       "as it is",                         anchoredCase,                      "reply-signer-unknown"],
  ["anchor.json",              "as it is",                         anchoredCase,                      "reply-unreadable"],
] as const;
test.each(refusedReplies)("%s, the case %s", async (name, _, document, code) => {
  expect(refusalCodes(await withReply(name, document))).toBe(code);
});

test("the same reply twice is reported", async () => {
  const once = bound(anchoredCase, await withReply("signed.p7s"));
  expect(refusalCodes(await withReply("signed.p7s", once))).toBe("reply-kept-already");
});

test("a reply that is older than the event that it is about", async () => {
  const late = recorded.map((event) => ({ ...event, time: "2027-01-08T09:00:00Z" }));
  const document = chained(late);
  const handout = handOutAnchor(document, en);
  if (handout.refused) throw new Error("refused");
  const { reply } = await readReply(replyFile("signed.p7s"), "");
  const { createHash } = await import("node:crypto");
  const hex = createHash("sha256").update(handout.text).digest("hex");
  if (!reply) throw new Error("unread");
  const about = { reply: { ...reply, hashes: [{ algorithm: "SHA-256", hex }] } };
  expect(refusalCodes(recordAnchor(document, { ...nothing, reply: about }, by))).toBe(
    "reply-before-event",
  );
});

const plain = { ...anchoredCase, events: [...recorded] };
const broken = {
  ...anchoredCase,
  events: (anchoredCase.events ?? []).map((event, n) => (n === 1 ? { ...event, by: "X" } : event)),
};
// prettier-ignore
const refusedNumbers = [
  // given                                                          case          what is reported
  [{ registered: "", date: "" },                                    anchoredCase, "anchor-nothing-given"],
  [{ registered: "" },                                              anchoredCase, "anchor-without-register"],
  [{ date: "" },                                                    anchoredCase, "anchor-without-date"],
  [{ date: "27/11" },                                               anchoredCase, "anchor-date-unreadable"],
  [{ date: "2026-02-30" },                                          anchoredCase, "anchor-date-unreadable"],
  [{ date: "2026-11-29" },                                          anchoredCase, "anchor-date-ahead"],
  [{ date: "2026-11-23" },                                          anchoredCase, "anchor-date-before"],
  [{ code: endOf(remadeCase) },                                     anchoredCase, "anchor-code-unknown"],
  [{},                                                              plain,        "anchor-without-chain"],
  [{},                                                              broken,       "anchor-broken-chain"],
] as const;
test.each(refusedNumbers)("a registration with %j", (given, document, code) => {
  expect(refusalCodes(register(given, document))).toBe(code);
});

describe("what is handed out and reported", () => {
  test("the anchor file, and the codes for the diary", () => {
    const handout = handOutAnchor(anchoredCase, en);
    expect(handout).toMatchObject({ name: "anchor-4.json" });
    expect(handout.refused === undefined && handout.lines).toEqual([
      "Anchor of SN 2026/118",
      `End code (event 4): ${endOf(anchoredCase)}`,
      `The model's code: ${shortCode("a".repeat(64))}`,
      `The code of the opening of prices: ${shortCode("b".repeat(64))}`,
      `The result's code: ${shortCode("d".repeat(64))}`,
      "The anchor file's SHA-256: 90ed30375ed0e5b6c9e0c3f77b0fa51a2cf987eecaa1020b76009cb48c15e11d",
    ]);
    expect(refusalCodes(handOutAnchor(plain, en) as { refused: [] })).toBe("anchor-without-chain");
  });
  test("each milestone without an anchor, until one covers it", async () => {
    const missing = (document: EvaluationDocument) =>
      missingAnchors(anchoringOf(document)).map(({ severity, details }) =>
        [severity, details["milestone"]].join(" "),
      );
    expect(missing(anchoredCase)).toEqual([
      "warning published",
      "warning prices-opened",
      "warning finalised",
    ]);
    expect(missing(bound(anchoredCase, await withReply("signed.p7s")))).toEqual([]);
    // An anchor of the first event covers the publication alone.
    const first = chained(recorded.slice(0, 1));
    const early = bound(anchoredCase, register({ date: "2026-11-25", code: endOf(first) }));
    expect(missing(early)).toEqual(["warning prices-opened", "warning finalised"]);
    expect(anchoringSection(early, en)?.rows.map((row) => [row[0], row[3]])).toEqual([
      ["The publication", "KS 2026/123, 2026-11-28 09:00:00 Ulla Lind"],
      ["The opening of prices", "missing"],
      ["The finalisation", "missing"],
    ]);
  });
  test("the opening of bids is a milestone with a code of its own", () => {
    const register = "9".repeat(64);
    const opened = { type: "bids-opened", time: "2026-11-19T09:00:00Z", by: "Eva Ek" } as const;
    const [first, ...later] = recorded;
    const events = [...(first ? [first] : []), { ...opened, recorded: register }, ...later];
    const document = chained(events);
    expect(anchoringSection(document, en)?.rows.map((row) => [row[0], row[3]])).toEqual([
      ["The publication", "missing"],
      ["The opening of bids", "missing"],
      ["The opening of prices", "missing"],
      ["The finalisation", "missing"],
    ]);
    expect(codeLines(document, sv).slice(1)).toEqual([
      `Modellens kod: ${shortCode("a".repeat(64))}`,
      `Anbudsöppningens kod: ${shortCode(register)}`,
      `Prisöppningens kod: ${shortCode("b".repeat(64))}`,
      `Utfallets kod: ${shortCode("d".repeat(64))}`,
    ]);
    expect(missingAnchors(anchoringOf(document)).map((each) => findingText(each, sv))[1]).toBe(
      "Anbudsöppningen (händelse 2, 2026-11-19 10:00:00) har inte förankrats utanför filen. Förankra slutkoden (”Förankra utanför filen” på steget Granska, eller kommandot anchor), eller för in den i diariet.",
    );
  });
  test("a case without milestones is asked for nothing", () => {
    const work = chained([{ type: "comment", time: "2026-11-02T09:00:00Z", by: "Eva Ek" }]);
    expect(anchoringSection(work, en)).toBeUndefined();
    expect(missingAnchors(anchoringOf(work))).toEqual([]);
  });
});
