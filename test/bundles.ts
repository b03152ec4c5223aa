/**
 * Bundles for tests, made in memory without a workbook, what a forger can do to one, and what the
 * verifier in Python says of it.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeBundle } from "../src/app/verification-bundle";
import { basisOf } from "../src/core/document/recorded";
import type { EvaluationDocument, JournalEvent } from "../src/core/document/schema";
import { evaluate } from "../src/core/evaluate";
import { fingerprint } from "../src/journal/fingerprint";
import { appendToChain, headOf } from "../src/journal/hash-chain";
import { sealOf } from "../src/journal/published";
import { shortCode } from "../src/journal/short-code";
import { publish } from "../src/procedure/acts/publish";
import type { Recordable } from "../src/procedure/milestones";
import { outcomeEvent, withEvaluation } from "../src/procedure/milestones";
import { withEvents } from "../src/scoring/record-scores";
import { publicResult, recordableOutcome } from "../src/report/result";
import { sv } from "../src/words/sv/words";

export type Json = { [key: string]: unknown };

const version = "mervarde 0.1.0";
const made = { madeWith: version, made: "2026-03-24T10:00:00Z" };
const nowhere = { finding: () => undefined, result: () => undefined };
const by = (minute: number) => ({
  time: `2026-03-12T10:${String(minute).padStart(2, "0")}`,
  by: "Eva Ek",
});

function evaluated(document: EvaluationDocument) {
  const evaluation = evaluate(document);
  const basis = fingerprint(basisOf(document));
  const seal = sealOf(document);
  const { at, differences = [] } = seal ?? {};
  const result = publicResult(
    evaluation,
    {
      fingerprint: fingerprint(document),
      basis,
      doubleCheck: { equal: 0, of: 0 },
      selfChecks: [],
      ...(at
        ? {
            published: {
              state: "same",
              time: at.time,
              by: at.by,
              code: shortCode(at.fingerprint ?? ""),
              fingerprint: at.fingerprint ?? "",
              differences,
            },
          }
        : {}),
    },
    nowhere,
    sv,
  );
  return { document, evaluation, basis, result };
}

/** What the journal records of the document's outcome. */
export function recordedOutcome(document: EvaluationDocument): Recordable {
  return recordableOutcome(evaluated(document).result, version, fingerprint);
}

/** The document with its model published, or as it was where something forbids that. */
export function publishedOnly(document: EvaluationDocument): EvaluationDocument {
  return publish(document, { time: "2026-01-12T08:30", by: "Eva Ek" }).document ?? document;
}

/** The document with an evaluation and a finalisation in its journal, all of it in one chain. */
export function finalised(document: EvaluationDocument): EvaluationDocument {
  const { result, basis } = evaluated(document);
  const outcome = recordableOutcome(result, version, fingerprint);
  const noted = withEvaluation(document, by(50), outcome, { basis, sheets: "" });
  return appendToChain({}, withEvents(noted, [outcomeEvent("finalised", noted, by(51), outcome)]));
}

/** What the program exports from the document, as it stands in a file. */
export function bundleOf(document: EvaluationDocument, isRedacted = false): Json {
  const bundle = makeBundle(evaluated(document), { ...made, isRedacted }, sv);
  return JSON.parse(JSON.stringify(bundle)) as Json;
}

/** The bundle with every hash that it gives of its own parts made anew, and the journal as it was. */
export function hashedAnew(bundle: Json): Json {
  const events = bundle["events"] as JournalEvent[];
  const document = {
    ...(bundle["document"] as EvaluationDocument),
    ...(events.length > 0 ? { events } : {}),
  };
  const basis = fingerprint(basisOf(document));
  const result = { ...(bundle["result"] as Json), basis, fingerprint: fingerprint(document) };
  const head = headOf(document);
  const published = events.findLast(({ type }) => type === "published")?.fingerprint;
  return {
    ...bundle,
    result,
    hashes: {
      document: fingerprint(document),
      basis,
      result: fingerprint(result),
      computation: fingerprint(bundle["computation"] as object),
      ...(bundle["contracts"] ? { contracts: fingerprint(bundle["contracts"]) } : {}),
      ...(published === undefined ? {} : { published }),
      ...(head === undefined ? {} : { head }),
    },
  };
}

/** Events without what binds them to each other. */
export function unchained(events: readonly JournalEvent[]): JournalEvent[] {
  return events.map(({ number: _number, previous: _previous, hash: _hash, ...event }) => event);
}

/** The bundle with its journal chained anew, and then every hash. */
export function chainedAnew(bundle: Json): Json {
  const events = unchained(bundle["events"] as JournalEvent[]);
  const document = { ...(bundle["document"] as EvaluationDocument), events };
  return hashedAnew({ ...bundle, events: appendToChain({}, document).events });
}

const examples = join(__dirname, "..", "examples");
export const hasPython = spawnSync("python3", ["--version"]).status === 0;

/** Many bundles by one Python, which reads one bundle a line and answers one line to each. */
const driver = `
import json, sys
sys.path.insert(0, sys.argv[1])
import verify
for line in sys.stdin:
    try:
        report = verify.verify(json.loads(line))
        said = {"exit": report.exit_code(), "steps": [report.computed, report.steps],
                "differs": report.differences, "unchecked": report.unchecked}
    except verify.Unreadable as problem:
        said = {"exit": 2, "steps": [0, 0], "differs": [], "unchecked": [], "unreadable": str(problem)}
    print(json.dumps(said))
`;

export type Said = {
  readonly exit: number;
  readonly steps: readonly [computed: number, of: number];
  readonly differs: readonly string[];
  readonly unchecked: readonly string[];
  readonly unreadable?: string;
};

/** What the verifier in Python finds in each bundle. */
export function verifyInPython(bundles: readonly object[]): Said[] {
  const { stdout, stderr } = spawnSync("python3", ["-B", "-c", driver, examples], {
    encoding: "utf8",
    maxBuffer: 1e9,
    input: bundles.map((each) => JSON.stringify(each)).join("\n"),
  });
  if (stderr !== "") throw new Error(stderr);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Said);
}

const folder = mkdtempSync(join(tmpdir(), "bundle-"));

/** The verifier as it is called: its exit code, and every line that it prints. */
export function runVerifier(
  content: string | Uint8Array,
  ...more: readonly string[]
): { readonly exit: number | null; readonly lines: readonly string[] } {
  const file = join(folder, "bundle.json");
  writeFileSync(file, content);
  const { status, stdout, stderr } = spawnSync(
    "python3",
    ["-B", join(examples, "verify.py"), file, ...more],
    { encoding: "utf8" },
  );
  return { exit: status, lines: [...stdout.split("\n"), ...stderr.split("\n")].filter(Boolean) };
}
