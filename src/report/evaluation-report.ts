/**
 * The evaluation report (utvärderingsprotokoll): everything that a decision has to rest on, in the
 * order
 * in which the law asks for it, built from what has been recorded and nothing else. It can serve as
 * the
 * individual report (LOU 12 kap. 15–16 §§); below the thresholds it is documentation (19 kap. 22
 * §).
 */
import type { BidEvaluation } from "../core/evaluate";
import { byRank } from "../core/evaluate";
import { everyFulfilment } from "../core/criteria";
import type { Difference } from "../core/document/diff";
import type { Criterion } from "../core/document/schema";
import { leaves, own } from "../core/document/schema";
import { Exact } from "../core/number";
import { isPriceSecret } from "../core/document/redact";
import { priceCorrections } from "../core/price-as-offered";
import { valueText } from "../core/document/recorded";
import { requirementsInForce } from "../core/document/requirements-in-force";
import { momentText } from "../words/time";
import type { Block, Paper } from "../content/paper";
import { acceptedText, amountText, capital, reasonText, tieText } from "../words/sentences";
import type { ChecklistLine } from "./checklist";
import { checklistRow } from "./checklist";
import { comparedWith } from "./relative-advantages";
import { dueRow, duesOf } from "./standstill-dates";
import type { Case } from "./redacted-figures";
import { offeredPriceText, priceChanges, usedPriceText } from "./price-as-used";
import { figureText, nameOf, resultText, rowTotal } from "./redacted-figures";

/** What the evaluation alone does not say. */
export type ProtocolFacts = {
  readonly banner?: string;
  readonly isRedacted: boolean;
  readonly seal?: {
    readonly code: string;
    readonly time: string;
    readonly by: string;
    readonly state: "same" | "changed";
    readonly differences: readonly Difference[];
  };
  readonly trail?: { readonly code: string; readonly head: string; readonly count: number };
  /** When and who, what, what change, and why: a line for each event. */
  readonly history: readonly (readonly string[])[];
  readonly modelLines: readonly string[];
  readonly doubleCheck: { readonly equal: number; readonly of: number };
  readonly selfChecks: readonly { readonly name: string; readonly holds: boolean }[];
  readonly checklist: readonly ChecklistLine[];
};

/** So many events are printed; all of them are in the workbook, and the end code binds them. */
const mostEvents = 400;

export const heading = (text: string, level: 1 | 2 | 3 = 1): Block => ({
  kind: "heading",
  level,
  text,
});
export const text = (of: string, look?: "note" | "strong"): Block => ({
  kind: "text",
  text: of,
  ...(look ? { look } : {}),
});

export function protocol(its: Case, facts: ProtocolFacts): Paper {
  const {
    evaluation: { document },
    words,
  } = its;
  const { procurement } = document;
  const say = words.protocol;
  const h = say.headings;
  const opening =
    procurement.procedure === "direct"
      ? say.direct
      : procurement.regime === "directive"
        ? say.report
        : say.documentation;
  const parts: [string, Block[]][] = [
    [h.procurement, procurementPart(its)],
    [h.bidders, biddersPart(its)],
    [h.checks, checksPart(its)],
    [h.model, modelPart(its, facts)],
    [h.prices, pricesPart(its)],
    [h.scores, scoresPart(its)],
    [h.computation, computationPart(its)],
    [h.ranking, rankingPart(its)],
    [h.clarifications, clarificationsPart(its)],
    [h.lowBids, lowBidsPart(its)],
    [h.losers, losersPart(its)],
    [
      h.procedure,
      reasonPart(
        document.award?.procedureReason,
        !/^(?:negotiated|negotiated-without-notice)$/.test(procurement.procedure),
        its,
      ),
    ],
    [
      h.means,
      reasonPart(
        document.award?.nonElectronicReason,
        document.award?.nonElectronicReason === undefined,
        its,
      ),
    ],
    [h.conflicts, conflictsPart(its)],
    [
      h.lots,
      reasonPart(
        document.award?.lotsReason,
        procurement.lot !== undefined || procurement.regime === "national",
        its,
      ),
    ],
    [h.secrecy, secrecyPart(its)],
    [
      h.dates,
      [
        {
          kind: "table",
          caption: words.dates.title,
          columns: words.dates.columns,
          rows: duesOf(document).map((due) => dueRow(due, words)),
        },
      ],
    ],
    [h.controls, controlsPart(its, facts)],
    [h.checklist, checklistPart(its, facts)],
    [h.appendix, appendixPart(its)],
    [
      h.trail,
      [
        ...trailPart(its, facts),
        ...(facts.trail ? [text(`${say.signed}: ______________________________`)] : []),
      ],
    ],
  ];
  return {
    title: `${say.title} – ${procurement.title}`,
    ...(facts.banner === undefined ? {} : { banner: facts.banner }),
    language: words.language,
    maker: words.maker,
    header: `${procurement.caseNumber} · ${say.title}`,
    blocks: [
      text(opening),
      ...(facts.isRedacted ? [text(words.redactedNote, "note")] : []),
      ...parts.flatMap(([title, blocks], n) => [heading(`${n + 1} ${title}`), ...blocks]),
    ],
  };
}

function procurementPart({ evaluation: { document }, words }: Case): Block[] {
  const { procurement, award = {} } = document;
  const { fields, notEntered } = words.protocol;
  const value =
    award.value === undefined ? notEntered : `${words.number(award.value)} ${procurement.currency}`;
  const opened =
    award.openedAt === undefined
      ? notEntered
      : [momentText(award.openedAt), award.openedBy].filter(Boolean).join(", ");
  const decided =
    award.decidedAt === undefined
      ? notEntered
      : [award.decidedAt, award.decidedBy, award.decision].filter(Boolean).join(", ");
  const rows: [string, string][] = [
    [fields.title, procurement.title],
    [fields.caseNumber, procurement.caseNumber],
    [fields.authority, procurement.authority],
    [fields.subject, award.subject ?? notEntered],
    [fields.value, value],
    [fields.regime, words.regimes[procurement.regime]],
    [fields.procedure, words.procedures[procurement.procedure]],
    ...(procurement.lot
      ? [[fields.lot, `${procurement.lot.id} ${procurement.lot.name}`] as [string, string]]
      : []),
    [fields.deadline, award.deadline ?? notEntered],
    [fields.opened, opened],
    [fields.decided, decided],
    [fields.subcontracting, award.subcontracting ?? notEntered],
  ];
  return [
    {
      kind: "table",
      caption: words.protocol.headings.procurement,
      columns: [fields.field, fields.content],
      rows,
    },
  ];
}

function biddersPart({ evaluation: { bids }, words }: Case): Block[] {
  const say = words.protocol;
  return [
    {
      kind: "table",
      caption: say.headings.bidders,
      columns: [say.bid, say.bidder, say.organisation, say.standing],
      rows: bids.map(({ bid, standing }) => [
        bid.id,
        bid.bidder,
        bid.organisationNumber ?? "",
        words.standings[standing.value ?? "undecided"],
      ]),
    },
  ];
}

export function checksPart(its: Case): Block[] {
  const {
    evaluation: { document, bids },
    words,
  } = its;
  const say = words.protocol;
  const inForce = requirementsInForce(document);
  const kinds = (["exclusion", "qualification", "mandatory"] as const).filter((kind) =>
    inForce.some((each) => each.kind === kind),
  );
  const summary = bids.map(({ bid }) => [
    `${bid.bidder} (${bid.id})`,
    ...kinds.map((kind) => {
      const wanted = inForce.filter((each) => each.kind === kind);
      return say.checked(
        wanted.filter(({ id }) => own(bid.answers, id)?.verdict === "met").length,
        wanted.length,
      );
    }),
  ]);
  const rejections = bids
    .filter(({ standing }) => standing.value === "rejected")
    .flatMap((each) => rejectionRows(each, its));
  return [
    {
      kind: "table",
      caption: say.checkSummary,
      columns: [say.bidder, ...kinds.map((kind) => words.requirementKinds[kind])],
      rows: summary,
    },
    heading(say.rejections, 2),
    ...(rejections.length === 0
      ? [text(say.none)]
      : [
          {
            kind: "table" as const,
            caption: say.rejections,
            columns: [say.bidder, say.reason, say.requirement, say.reference, say.found],
            rows: rejections,
          },
        ]),
  ];
}

/** A row for each reason: the requirement in full, where it was looked at, and what was found. */
function rejectionRows({ bid, reasons }: BidEvaluation, its: Case): string[][] {
  const {
    evaluation: { document },
    words,
  } = its;
  return reasons.map(({ code, id = "" }) => {
    const answer = own(bid.answers, id);
    const requirement = document.requirements.find((each) => each.id === id);
    const asked = (document.clarifications ?? [])
      .filter((each) => each.bid === bid.id && each.of === id)
      .map((each) => each.id);
    const considered =
      code !== "requirement-not-met"
        ? ""
        : asked.length > 0
          ? words.protocol.clarified(asked.join(", "))
          : words.protocol.notClarified;
    return [
      `${bid.bidder} (${bid.id})`,
      reasonText({ code, id }, words),
      requirement?.text ?? "",
      answer?.reference ?? "",
      [answer?.note, considered].filter(Boolean).join(" "),
    ];
  });
}

export function modelPart(
  { words }: Case,
  { seal, modelLines }: Pick<ProtocolFacts, "seal" | "modelLines">,
): Block[] {
  const say = words.protocol;
  const sealed = seal
    ? [
        text(say.sealed(seal.code, seal.time, seal.by)),
        text(
          seal.state === "same" ? say.sealSame : say.sealChanged,
          seal.state === "same" ? undefined : "strong",
        ),
        ...(seal.state === "same"
          ? []
          : [
              {
                kind: "list" as const,
                items: seal.differences.map(
                  ({ place, before = "–", after = "–" }) => `${place}: ${before} → ${after}`,
                ),
              },
            ]),
      ]
    : [text(say.unsealed)];
  return [...sealed, ...modelBlocks(modelLines)];
}

/**
 * The model's sentences: each criterion under its number, its sentences together and its levels as
 * a list.
 */
function modelBlocks(lines: readonly string[]): Block[] {
  return lines
    .join("\n")
    .split(/\n{2,}/)
    .flatMap((paragraph): Block[] => {
      const own = paragraph.split("\n").filter((line) => line.trim() !== "");
      const [title, ...rest] = own;
      if (title === undefined) return [];
      const isCriterion = /^\d+(?:\.\d+)* /.test(title);
      const sentences = isCriterion ? rest : own;
      const at = sentences.findIndex((line) => line.endsWith(":"));
      const [before, levels] =
        at < 0 ? [sentences, []] : [sentences.slice(0, at + 1), sentences.slice(at + 1)];
      return [
        ...(isCriterion ? [text(title, "strong")] : []),
        ...(before.length === 0 ? [] : [text(before.join(" "))]),
        ...(levels.length === 0 ? [] : [{ kind: "list" as const, items: levels }]),
      ];
    });
}

/** So many bids stand beside each other on a page; more of them get a table of their own below. */
const besides = 6;

function chunks<Item>(all: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(all.length / besides) }, (_, n) =>
    all.slice(besides * n, besides * (n + 1)),
  );
}

export function pricesPart(its: Case): Block[] {
  const { bids } = its.evaluation;
  const say = its.words.protocol;
  const changed = bids.some((each) => priceChanges(each, its).length > 0);
  const totals: Block = {
    kind: "table",
    caption: say.headings.prices,
    columns: [say.bidder, say.price, ...(changed ? [say.usedPrice, say.priceChange] : [])],
    figures: changed ? [1, 2] : [1],
    rows: bids.map((each) => [
      nameOf(each.bid.id, its),
      offeredPriceText(each, its),
      ...(changed ? [usedPriceText(each, its), priceChanges(each, its).join("; ")] : []),
    ]),
  };
  return [
    totals,
    ...bids
      .filter(({ bid }) => bid.prices !== undefined)
      .flatMap((each) => [heading(say.priceRows(each.bid.bidder), 2), priceRowsTable(each, its)]),
  ];
}

/** One bid's price rows; a corrected one shows both prices, and the last row is their sum. */
function priceRowsTable(each: BidEvaluation, its: Case): Block {
  const { words, secrets, evaluation } = its;
  const { bid, price } = each;
  const say = words.protocol;
  const now = new Map(
    priceCorrections(evaluation.document, bid.id).map((record) => [record.of ?? "", record]),
  );
  const isAnySecret = evaluation.document.priceItems.some(({ id }) =>
    isPriceSecret(secrets, bid.id, id),
  );
  return {
    kind: "table",
    caption: say.priceRows(bid.bidder),
    columns: [
      say.row,
      words.headers.prices.name,
      say.unitPrice,
      say.quantity,
      say.periods,
      say.rowTotal,
    ],
    figures: [2, 3, 4, 5],
    rows: [
      ...evaluation.document.priceItems.map(({ id, name, unit, quantity, periods }) => {
        const offered = bid.prices && own(bid.prices, id);
        const shown = offered === undefined ? "–" : words.number(offered);
        const correction = now.get(id);
        const isSecret = isPriceSecret(secrets, bid.id, id);
        const total = rowTotal(correction?.new ?? offered, quantity, periods);
        return [
          id,
          `${name} (${unit})`,
          isSecret
            ? words.secret
            : correction
              ? say.correctedTo(shown, words.number(correction.new), correction.id)
              : shown,
          words.number(quantity),
          words.number(periods ?? "1"),
          isSecret ? words.secret : total ? amountText(total, undefined, words) : "–",
        ];
      }),
      [
        "",
        say.total,
        "",
        "",
        "",
        isAnySecret
          ? words.secret
          : price.offered.value
            ? amountText(price.offered.value, undefined, words)
            : "–",
      ],
    ],
  };
}

/** Every score with its rationale: the agreed one, and what each evaluator gave before. */
export function scoresPart({ evaluation: { document, bids }, words }: Case): Block[] {
  const say = words.protocol;
  return leaves(document.criteria).flatMap((criterion): Block[] => [
    heading(`${criterion.id} ${criterion.name}`, 2),
    ...(criterion.description ? [text(criterion.description, "note")] : []),
    {
      kind: "table",
      caption: say.scoreTable(criterion.name),
      columns: [say.bidder, say.points, say.rationale, say.reference],
      figures: [1],
      rows: bids.map(({ bid, criteria }) => {
        const score = own(bid.scores, criterion.id);
        const given = (score?.assessments ?? []).map(
          ({ evaluator, value }) =>
            `${evaluator} ${value === undefined ? "–" : figure(value, criterion, words)}`,
        );
        const node = [...everyFulfilment(criteria)].find(
          (each) => each.criterion.id === criterion.id,
        );
        const value = valueText(score?.value);
        const shown =
          value !== undefined
            ? figure(value, criterion, words)
            : node?.share.value
              ? `${say.share} ${amountText(node.share.value, undefined, words)}`
              : "–";
        return [
          `${bid.bidder} (${bid.id})`,
          shown,
          [score?.rationale, given.length > 0 ? say.panel(given.join(", ")) : ""]
            .filter(Boolean)
            .join(" "),
          score?.reference ?? "",
        ];
      }),
    },
  ]);
}

/** "3", "Ja": a value on its scale as it was given. */
function figure(value: string, { scale }: Criterion, words: Case["words"]): string {
  if (value === "yes" || value === "no") return words.answers[value];
  return scale?.type === "sus" ? value : words.number(value);
}

export function computationPart(its: Case): Block[] {
  const {
    evaluation: { document, bids },
    words,
  } = its;
  const say = words.protocol;
  const label = capital(document.model.label);
  return chunks(bids).map((own): Block => ({
    kind: "table",
    caption: say.figures,
    columns: ["", ...own.map(({ bid }) => nameOf(bid.id, its))],
    figures: own.map((_, n) => n + 1),
    rows: [
      [say.price, ...own.map((each) => offeredPriceText(each, its))],
      ...(own.some((each) => priceChanges(each, its).length > 0)
        ? [[say.usedPrice, ...own.map((each) => usedPriceText(each, its))]]
        : []),
      ...document.criteria.map(({ id, name }) => [
        `${id} ${name}`,
        ...own.map((each) => rootText(each, id, its)),
      ]),
      [label, ...own.map((each) => resultText(each, its))],
    ],
  }));
}

/** What a root criterion came to: its share, and what it does to the result. */
function rootText(each: BidEvaluation, id: string, its: Case): string {
  const { words } = its;
  const share = each.criteria.find(({ criterion }) => criterion.id === id)?.share.value;
  const adjustment = each.adjustmentOf.get(id);
  const amount = adjustment && figureText(each, adjustment, its);
  return [share ? `${words.protocol.share} ${shareText(share, words)}` : words.missing, amount]
    .filter((part) => part !== undefined)
    .join(": ");
}

/**
 * "0,76875", and "≈ 0,666667" where six decimals do not hold it: a figure that is cut short says
 * so.
 */
function shareText(share: Exact, words: Case["words"]): string {
  const shown = share.toDecimal(6);
  return `${Exact.of(shown).compare(share) === 0 ? "" : "≈ "}${words.number(shown)}`;
}

export function rankingPart(its: Case): Block[] {
  const { evaluation, secrets, words } = its;
  const { award, ties, tieBreaks, document } = evaluation;
  const say = words.protocol;
  const ranked = byRank(evaluation);
  const best = ranked.find(({ rank }) => rank.value)?.result.value;
  const anySecret = ranked.some(({ bid }) => isPriceSecret(secrets, bid.id));
  const difference = (value: Exact | undefined) =>
    anySecret || !value || !best
      ? ""
      : amountText(value.minus(best), document.model.rounding.result?.decimals, words);
  return [
    {
      kind: "table",
      caption: say.headings.ranking,
      columns: [say.rank, say.bidder, say.standing, capital(document.model.label), say.difference],
      figures: [3, 4],
      rows: ranked.map((each) => [
        each.rank.value?.toText() ?? words.noRank,
        nameOf(each.bid.id, its),
        words.standings[each.standing.value ?? "undecided"],
        resultText(each, its),
        each.rank.value ? difference(each.result.value) : "",
      ]),
    },
    ...(ties.length === 0 && tieBreaks.length === 0 ? [text(say.noTies)] : []),
    ...ties.map((group) => text(say.tie(group.map((id) => nameOf(id, its)).join(", ")))),
    ...tieBreaks.map(({ rule, bids }) =>
      text(say.tieBreak(tieText(rule, words), bids.map((id) => nameOf(id, its)).join(", "))),
    ),
    text(
      award.length > 0 ? say.awardTo(award.map((id) => nameOf(id, its)).join(", ")) : say.noAward,
      "strong",
    ),
  ];
}

export function clarificationsPart({ evaluation: { document }, words }: Case): Block[] {
  const say = words.protocol;
  const { clarifications = [] } = document;
  if (clarifications.length === 0) return [text(say.none)];
  return [
    {
      kind: "table",
      caption: say.headings.clarifications,
      columns: [say.number, say.about, say.question, say.answer, say.now, say.decided],
      rows: clarifications.map((each) => [
        `${each.id} (${each.bid})`,
        [
          each.rule ? words.clarificationRules[each.rule] : "",
          each.subject ? words.clarificationSubjects[each.subject] : "",
          each.of,
        ]
          .filter(Boolean)
          .join(" "),
        signed(each.question, each.askedBy, each.askedAt),
        signed(each.answer, undefined, each.answeredAt),
        each.new === undefined && each.original === undefined
          ? ""
          : `${each.original ?? "–"} → ${each.new ?? "–"}`,
        [
          signed(each.reason, each.decidedBy, each.decidedAt),
          each.equalTreatment ? `${say.equal}: ${each.equalTreatment}` : "",
        ]
          .filter(Boolean)
          .join(" "),
      ]),
    },
  ];
}

/** A text with who and when. */
function signed(what: string | undefined, by: string | undefined, at: string | undefined): string {
  const who = [by, at].filter(Boolean).join(" ");
  return [what, who === "" ? "" : `(${who})`].filter(Boolean).join(" ");
}

export function lowBidsPart(its: Case): Block[] {
  const {
    evaluation: { document },
    words,
  } = its;
  const say = words.protocol;
  const { lowBids = [] } = document;
  if (lowBids.length === 0) return [text(say.none)];
  return [
    {
      kind: "table",
      caption: say.headings.lowBids,
      columns: [say.bidder, say.lowRequest, say.lowAnswer, say.lowDecision, say.reason],
      rows: lowBids.map((each) => [
        nameOf(each.bid, its),
        signed(each.request, each.requestedBy, each.requestedAt),
        signed(each.answer, undefined, each.answeredAt),
        each.decision ? words.lowBidDecisions[each.decision] : "",
        signed(each.reason, each.decidedBy, each.decidedAt),
      ]),
    },
  ];
}

/** LOU 12 kap. 16 § 2: of every supplier that was not awarded the contract, why. */
export function losersPart(its: Case): Block[] {
  const { evaluation, words } = its;
  const say = words.protocol;
  const { award, bids } = evaluation;
  if (award.length === 0) return [text(say.noAward)];
  return [
    {
      kind: "list",
      items: bids
        .filter(({ bid }) => !award.includes(bid.id))
        .map((each) => {
          const { bid, standing, rank, reasons } = each;
          if (standing.value === "rejected")
            return `${nameOf(bid.id, its)}: ${words.standings.rejected.toLowerCase()}, ${reasons.map((reason) => reasonText(reason, words)).join("; ")}.`;
          const winners = bids
            .filter((other) => award.includes(other.bid.id))
            .map((winner) => advantagesText(winner, each, its));
          return [
            `${say.loser(nameOf(bid.id, its), rank.value?.toText() ?? words.noRank)}: ${evaluation.document.model.label} ${resultText(each, its)}.`,
            ...winners,
          ].join(" ");
        }),
    },
  ];
}

/**
 * Where the chosen bid was scored higher, and where this one was; the reasons stand by the scores.
 */
function advantagesText(winner: BidEvaluation, each: BidEvaluation, its: Case): string {
  const say = its.words.protocol;
  const { higher, lower } = comparedWith(winner, each);
  const ids = (of: readonly Criterion[]) => of.map(({ id }) => id).join(", ");
  return [
    higher.length === 0
      ? say.noneHigher(winner.bid.id)
      : say.higher(winner.bid.id, ids(higher), say.headings.scores),
    lower.length === 0 ? "" : say.lower(ids(lower)),
  ]
    .filter(Boolean)
    .join(" ");
}

function reasonPart(reason: string | undefined, isAside: boolean, { words }: Case): Block[] {
  const say = words.protocol;
  return [
    text(
      reason === undefined || reason === ""
        ? isAside
          ? say.notApplicable
          : say.notEntered
        : reason,
    ),
  ];
}

export function conflictsPart({ evaluation: { document }, words }: Case): Block[] {
  const say = words.protocol;
  if (document.evaluators.length === 0) return [text(say.none)];
  return [
    {
      kind: "table",
      caption: say.headings.conflicts,
      columns: [say.evaluator, say.conflict, say.interests, say.measure],
      rows: document.evaluators.map(
        ({ id, name, conflictDeclared, declaredAt = "", interests = "", measure = "" }) => [
          `${name} (${id})`,
          conflictDeclared === undefined
            ? say.undeclared
            : `${conflictDeclared ? words.flags.yes : words.flags.no}${declaredAt === "" ? "" : ` (${declaredAt})`}`,
          interests,
          measure,
        ],
      ),
    },
  ];
}

function secrecyPart(its: Case): Block[] {
  const {
    evaluation: {
      document: { confidential = [] },
    },
    words,
  } = its;
  const say = words.protocol;
  if (confidential.length === 0) return [text(say.none)];
  return [
    {
      kind: "table",
      caption: say.headings.secrecy,
      columns: say.secrecyColumns,
      rows: confidential.map(
        ({ bid, subject, of = "", reason = "", decision, decidedBy, decidedAt }) => [
          nameOf(bid, its),
          [words.confidentialSubjects[subject], of].filter(Boolean).join(" "),
          reason,
          decision
            ? signed(words.confidentialDecisions[decision], decidedBy, decidedAt)
            : say.undecided,
        ],
      ),
    },
  ];
}

/** A finding about a bid with secrets may tell them in its sentence. */
function controlsPart(its: Case, { doubleCheck, selfChecks }: ProtocolFacts): Block[] {
  const { evaluation, secrets, words } = its;
  const say = words.protocol;
  const rows = [
    [say.doubleCheck, say.equalOf(doubleCheck.equal, doubleCheck.of)],
    ...selfChecks.map(({ name, holds }) => [name, words.limits[holds ? "met" : "not-met"]]),
  ];
  const hidden = new Set(secrets.records.map(({ bid }) => bid));
  const shown = evaluation.findings.filter(
    ({ where, details }) =>
      hidden.size === 0 ||
      (!hidden.has(String(details["bid"] ?? /^bids\[([^\]]+)\]/.exec(where)?.[1] ?? "")) &&
        !/^(?:clarifications|lowBids|offers)/.test(where)),
  );
  return [
    { kind: "table", caption: say.controls, columns: [say.control, say.outcome], rows },
    heading(say.openFindings, 2),
    shown.length === 0
      ? text(say.none)
      : {
          kind: "list",
          items: shown.map(
            (each) => `${words.severities[each.severity]}: ${acceptedText(each, words)}`,
          ),
        },
  ];
}

function checklistPart(
  { evaluation: { document }, words }: Case,
  { checklist }: ProtocolFacts,
): Block[] {
  const { regime } = document.procurement;
  return [
    text(words.checklistRemains(checklist.filter(({ remains }) => remains).length)),
    ...(["documents", "evaluation"] as const).map((list): Block => ({
      kind: "table",
      caption: words.checklistLists[list],
      columns: words.checklistColumns,
      rows: checklist
        .filter((each) => each.list === list)
        .map((each) => checklistRow(each, regime, words)),
    })),
  ];
}

/**
 * Every requirement and every bid's verdict: one word where it is the same for all, otherwise which
 * bids have which.
 */
export function appendixPart({ evaluation: { document }, words }: Case): Block[] {
  const say = words.protocol;
  const { bids } = document;
  const inForce = requirementsInForce(document);
  if (inForce.length === 0 || bids.length === 0) return [text(say.none)];
  const verdicts = (requirement: string) => {
    const given = bids.map(({ id, answers }) => ({
      id,
      verdict: words.verdicts[own(answers, requirement)?.verdict ?? "unchecked"],
    }));
    const different = [...new Set(given.map(({ verdict }) => verdict))];
    return different.length === 1
      ? different.join("")
      : different
          .map(
            (each) =>
              `${each}: ${given
                .filter(({ verdict }) => verdict === each)
                .map(({ id }) => id)
                .join(", ")}`,
          )
          .join("; ");
  };
  return [
    text(say.requirementNote(bids.map(({ id }) => id).join(", "))),
    {
      kind: "table",
      caption: say.requirementTable,
      columns: [words.headers.requirements.id, say.requirement, say.verdict],
      rows: inForce.map(({ id, text: what }) => [id, what, verdicts(id)]),
    },
  ];
}

export function trailPart(
  { words }: Case,
  { trail, history }: Pick<ProtocolFacts, "trail" | "history">,
): Block[] {
  const say = words.protocol;
  if (!trail) return [text(say.noTrail)];
  const printed = history.slice(-mostEvents);
  return [
    text(say.trailNote(trail.count, trail.code), "strong"),
    text(say.headHash(trail.head)),
    text(words.trail.proves, "note"),
    ...(printed.length < history.length ? [text(say.shownOf(printed.length, history.length))] : []),
    {
      kind: "table",
      caption: say.headings.trail,
      columns: [say.number, say.time, say.what, say.change, say.reason],
      rows: printed,
    },
  ];
}
