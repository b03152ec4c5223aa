/**
 * The anchor in a verification: what holds, and each way in which a journal or its anchor may have
 * been changed after it. Whoever makes the chain anew from its first event is found by an anchor, and
 * only by one.
 */
import type { EvaluationDocument, JournalEvent } from "../../src/core/document/schema";
import { anchorCheck } from "../../src/app/verification/anchor-check";
import { trailCheck } from "../../src/app/verification/journal-check";
import { anchorText, currentAnchor } from "../../src/journal/anchor";
import { anchorRecords, keptFingerprint } from "../../src/journal/anchor-record";
import { appendToChain, readChain } from "../../src/journal/hash-chain";
import { readReply } from "../../src/journal/reply/read-reply";
import { recordAnchor } from "../../src/procedure/acts/anchor";
import { Places } from "../../src/sheet/locate";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { findingText } from "../../src/words/sentences";
import { anchoredCase, chained, recorded, remadeCase, replyFile } from "../journal/anchored";

const by = { time: "2026-11-28T08:00:00Z", by: "Ulla Lind" };
const replied = async (name: string): Promise<EvaluationDocument> => {
  const given = { registered: "", date: "", code: "" };
  const reply = await readReply(replyFile(name), name);
  const { document, refused } = recordAnchor(anchoredCase, { ...given, reply }, by);
  if (!document) throw new Error(JSON.stringify(refused));
  return appendToChain(anchoredCase, document);
};
/** The same events bound anew, as someone does who has the program and wants another history. */
const rechained = (
  document: EvaluationDocument,
  change: (events: JournalEvent[]) => JournalEvent[],
) => {
  const bare = (document.events ?? []).map(
    ({ number: _number, previous: _previous, hash: _hash, ...event }) => event,
  );
  return appendToChain({}, { ...document, events: change(bare) });
};
const modelChanged = (events: JournalEvent[]) =>
  events.map((event, n) => (n === 0 ? { ...event, fingerprint: "e".repeat(64) } : event));

const seen = async (document: EvaluationDocument, outside?: string) => {
  const { state, findings } = await anchorCheck(
    document,
    outside === undefined ? undefined : { name: outside, bytes: replyFile(outside) },
  );
  const codes = findings.filter(({ severity }) => severity !== "note").map(({ code }) => code);
  return [state, ...codes].join(" ");
};
const chainOf = ({ events = [] }: EvaluationDocument) =>
  trailCheck({
    chain: readChain(events),
    events,
    places: new Places({}),
    receipt: undefined,
    typed: undefined,
  }).state;

test("an anchored journal holds, and says what the anchor covers and what is not checked", async () => {
  const document = await replied("stamped.tsr");
  const { state, counts, findings } = await anchorCheck(document, undefined);
  expect(state).toBe("holds");
  expect(en.trail.said.anchor(counts)).toBe(
    "1 anchor, 1 reply checked; events 1 to 4 of 5 are anchored (4 events); 1 later event is not; whether the certificates were revoked and whether the root is trusted is not checked",
  );
  expect(findings.map((each) => findingText(each, sv))).toEqual([
    expect.stringMatching(
      /^Kedjan slutar vid roten Exempelrot, Exempelmyndigheten \(SHA-256 [0-9a-f]{64}\)\./,
    ),
  ]);
});

test("a journal without an anchor says that nobody can see whether it was made anew", async () => {
  const { state, counts } = await anchorCheck(anchoredCase, undefined);
  expect(state).toBe("aside");
  expect(sv.trail.said.anchor(counts)).toBe(
    "inget är förankrat utanför filen: en journal som gjorts om från början kan inte upptäckas här",
  );
});

const withoutReply = (document: EvaluationDocument): EvaluationDocument => ({
  ...document,
  anchors: (document.anchors ?? []).filter(({ part }) => part !== "reply"),
});
/** Another reply put in the place of the kept one, with its event and chain made to fit. */
const swapped = (document: EvaluationDocument, name: string): EvaluationDocument => {
  const kept = {
    anchor: new TextDecoder().decode(replyFile("anchor.json")),
    reply: Buffer.from(replyFile(name)).toString("base64"),
  };
  const changed = rechained(document, (events) =>
    events.map((event) =>
      event.type === "anchored" ? { ...event, fingerprint: keptFingerprint(kept) } : event,
    ),
  );
  return { ...changed, anchors: anchorRecords(kept) };
};

describe("attacks after the anchor", () => {
  test("the chain made anew with another model: the chain holds, the anchor does not", async () => {
    const remade = rechained(await replied("signed.p7s"), modelChanged);
    expect(chainOf(remade)).toBe("holds");
    expect(await seen(remade)).toBe(
      "fails anchor-head-missing anchor-missing anchor-missing anchor-missing",
    );
  });
  test("the chain made anew and the anchor taken out: found only with what lies outside", async () => {
    expect(chainOf(remadeCase)).toBe("holds");
    expect(await seen(remadeCase)).toBe("aside anchor-missing anchor-missing anchor-missing");
    const missing = "anchor-missing anchor-missing anchor-missing";
    expect(await seen(remadeCase, "anchor.json")).toBe(`fails reply-head-missing ${missing}`);
    expect(await seen(remadeCase, "signed.p7s")).toBe(`fails reply-other-anchor ${missing}`);
    expect(await seen(remadeCase, "signed-with-content.p7s")).toBe(
      `fails reply-head-missing ${missing}`,
    );
    expect(await seen(anchoredCase, "stamped.tsr")).toBe(`holds ${missing}`);
    expect(await seen(anchoredCase, "make.sh")).toBe(`fails reply-unreadable ${missing}`);
    expect(await seen(anchoredCase, "other-anchor.json")).toBe(`fails reply-other-case ${missing}`);
  });
  test("an event inserted, dropped, swapped or dated back before the anchor", async () => {
    const document = await replied("signed.p7s");
    const attacks: ((events: JournalEvent[]) => JournalEvent[])[] = [
      ([first, ...rest]) => [
        ...(first ? [first, { ...first, type: "comment" as const }] : []),
        ...rest,
      ],
      (events) => events.filter(({ type }) => type !== "evaluated"),
      ([a, b, ...rest]) => [...(b ? [b] : []), ...(a ? [a] : []), ...rest],
      (events) => events.map((event, n) => (n === 1 ? { ...event, time: "2026-11-03" } : event)),
    ];
    for (const attack of attacks) {
      const remade = rechained(document, attack);
      expect(chainOf(remade)).toBe("holds");
      expect(await seen(remade)).toMatch(/^fails anchor-head-missing/);
    }
  });
  test("an event changed after the anchor is not found by it", async () => {
    const document = await replied("signed.p7s");
    const later = appendToChain(document, {
      ...document,
      events: [...(document.events ?? []), { type: "comment", ...by, reason: "Före" }],
    });
    const remade = rechained(later, (events) =>
      events.map((event) => (event.type === "comment" ? { ...event, reason: "Efter" } : event)),
    );
    expect(await seen(remade)).toBe("holds");
    expect((await anchorCheck(remade, undefined)).counts).toMatchObject({ covers: 4, later: 2 });
  });
  test("the kept reply removed, changed, or another put in its place", async () => {
    const document = await replied("signed.p7s");
    expect(await seen(withoutReply(document))).toMatch(/^fails anchor-record-changed/);
    expect(await seen({ ...document, anchors: [] })).toMatch(/^fails anchor-record-changed/);
    expect(await seen(swapped(document, "signed-sha1.p7s"))).toMatch(/^fails reply-weak-hash/);
    expect(await seen(swapped(document, "signed-expired.p7s"))).toMatch(
      /^fails reply-certificate-not-valid/,
    );
    expect(await seen(swapped(document, "signed-older-head.p7s"))).toMatch(
      /^fails anchor-reply-differs/,
    );
    expect(await seen(swapped(document, "make.sh"))).toMatch(/^fails reply-unreadable/);
  });
  test("the anchor's codes, made to fit by hand", async () => {
    const anchor = currentAnchor(anchoredCase);
    if (!anchor) throw new Error("no chain");
    const kept = { anchor: anchorText({ ...anchor, model: "f".repeat(64) }) };
    const changed = appendToChain(anchoredCase, {
      ...anchoredCase,
      anchors: anchorRecords(kept),
      events: [
        ...(anchoredCase.events ?? []),
        {
          type: "anchored",
          ...by,
          reference: "KS 1",
          new: "2026-11-27",
          fingerprint: keptFingerprint(kept),
        },
      ],
    });
    expect(await seen(changed)).toMatch(/^fails anchor-codes-differ anchor-in-register/);
  });
});

test("a registered code is reported with the diary that shows it, and fails nothing", async () => {
  const given = { reply: undefined, registered: "KS 2026/123", date: "2026-11-27", code: "" };
  const { document } = recordAnchor(anchoredCase, given, by);
  if (!document) throw new Error("refused");
  expect(await seen(appendToChain(anchoredCase, document))).toBe("aside anchor-in-register");
});

test("a case that was given another number since is reported, and its anchor still counts", async () => {
  const document = await replied("signed.p7s");
  const renamed = {
    ...document,
    procurement: { ...document.procurement, caseNumber: "SN 2026/200" },
  };
  expect(await seen(renamed)).toBe("holds anchor-case-differs");
});

test("the same journal in another case is no anchor of it", async () => {
  expect(await seen(chained(recorded, "SN 2026/119"), "stamped.tsr")).toMatch(
    /^fails reply-other-anchor/,
  );
});
