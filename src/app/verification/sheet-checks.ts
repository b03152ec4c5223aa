/**
 * Whether the sheets of the workbook show what the input gives: the rows that the results were computed
 * from, what is hidden from a reviewer, and the result sheets cell by cell. It writes nothing.
 */
import type { CaseNames } from "../../core/document/names";
import { caseNames } from "../../core/document/names";
import type { EvaluationDocument } from "../../core/document/schema";
import { isWithoutPrices } from "../../core/document/unread-prices";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { fingerprintOf } from "../../journal/fingerprint";
import { hashOf } from "../../journal/hash-chain";
import { compareResultSheets, contentsOf } from "../../sheet/compare-sheets";
import { hiddenCellFindings } from "../../sheet/hidden-cells";
import type { Places } from "../../sheet/locate";
import type { ChangedRow } from "../../sheet/pages/row-fingerprints";
import { changedRows } from "../../sheet/pages/row-fingerprints";
import type { Calculator, Concealed, Page, SheetReading } from "../../sheet/workbook";
import { addressText } from "../../sheet/cell-address";
import { comparePricesAgain } from "../compare-prices";
import type { Computed } from "../double-check";
import { namedId } from "../../words/named-id";
import { rowNames } from "../../words/place-text";
import type { Judged } from "../assess";
import { laboratoryMarks, laboratoryPages, resultPages } from "../result-pages";
import type { Receipt, VerifyCheck } from "./check";
import { check } from "./check";

/** The result sheets as they stand; each part is undefined where there is none. */
export type ResultSheets = {
  readonly found: readonly SheetReading[] | undefined;
  readonly receipt: Receipt | undefined;
  /** The row fingerprints of the input as it is now. */
  readonly imprint: Page | undefined;
};

/** Whether the results were computed from the input as it is now; if not, names the changed rows. */
export function inputsCheck(
  { receipt, found, imprint: now }: ResultSheets,
  { basis, places, document, written }: Judged,
): VerifyCheck {
  if (!found) return check("inputs", [], {}, "aside");
  // The other result sheets are there, so that someone has taken away the one that says of what they are.
  if (!receipt && found.length > 0)
    return check("inputs", [
      finding("verify-sheet-missing", "blocking", "", { sheet: written.sheets.audit }),
    ]);
  if (!receipt)
    return check(
      "inputs",
      [finding("verify-never-evaluated", "warning", "")],
      { sheets: found.length },
      "unknown",
    );
  const imprint = found.find(({ mark }) => mark === "imprint");
  const changed = imprint && now ? changedRows(imprint, now, places) : [];
  const isSame = receipt.fingerprint === basis;
  const names = caseNames(document);
  const rows = changed.map(({ table, id, address }) =>
    finding("verify-row-changed", "blocking", table, {
      table,
      id: imprintedText(table, id, names),
      ...(address ? { cell: addressText(address) } : {}),
    }),
  );
  const whole = isSame
    ? []
    : [
        finding("verify-input-changed", "blocking", "", {
          time: receipt.time,
          rows: changed.length,
          ...firstCell(changed),
        }),
      ];
  return check("inputs", [...whole, ...rows], {
    rows: document.requirements.length,
    fingerprint: basis,
  });
}

/** The row by the names of what it is of, and the bid whose part of it is meant, where it is one bid's. */
function imprintedText(table: ChangedRow["table"], imprinted: string, names: CaseNames): string {
  const [row = "", bid] = imprinted.split("/");
  const named = rowNames({ table, row }, names);
  return bid === undefined ? named : `${named} · ${namedId(bid, names.bids)}`;
}

/** Where the first of the changed rows stands, where it is still there. */
function firstCell(changed: readonly ChangedRow[]): { readonly cell?: string } {
  const address = changed.find((each) => each.address)?.address;
  return address ? { cell: addressText(address) } : {};
}

/** Whether a reviewer can see every cell that counts. */
export function seenCheck(
  concealed: readonly Concealed[] | undefined,
  found: readonly SheetReading[] | undefined,
  places: Places,
): VerifyCheck {
  if (!concealed) return check("seen", [], {}, "aside");
  const tables = Object.values(places.tables);
  return check("seen", hiddenCellFindings(concealed, places, found ?? []), {
    sheets: new Set([
      ...tables.map(({ reading }) => reading.sheet),
      ...(found ?? []).map(({ name }) => name),
    ]).size,
  });
}

/**
 * Whether each cell of the result sheets is what this program writes.
 * @param how whether a newer program wrote them, whose sheets cannot be compared, and what
 *   calculates the formulas of sheets that are not the recorded ones
 */
export async function sheetsCheck(
  { found, receipt, imprint }: ResultSheets,
  assessed: Judged,
  computed: Computed,
  { isFromNewer, calculator }: { readonly isFromNewer: boolean; readonly calculator: Calculator },
): Promise<VerifyCheck> {
  if (!found) return check("sheets", [], {}, "aside");
  if (!receipt || isFromNewer) return check("sheets", [], {}, "unknown");
  const { document } = assessed;
  const slow = found.filter(({ mark }) => laboratoryMarks.has(mark));
  const pages = [
    ...resultPages({ ...assessed, document: asEvaluated(document, receipt) }, computed, receipt),
    ...(isRecorded(slow, document)
      ? []
      : laboratoryPages(
          assessed,
          computed.evaluation,
          mustHave("price-comparison", found, document)
            ? (await comparePricesAgain(assessed, computed, calculator)).pages
            : [],
        )),
    ...(imprint ? [imprint] : []),
  ];
  const { differences, missing, cells } = compareResultSheets(pages, found);
  return check(
    "sheets",
    [
      ...missing.map((sheet) => finding("verify-sheet-missing", "blocking", "", { sheet })),
      ...(isWithoutPrices(document) ? unread(differences) : differences.map(differing)),
    ],
    { cells, sheets: found.length },
  );
}

type Difference = ReturnType<typeof compareResultSheets>["differences"][number];

function differing({ address, kind, seen, wanted }: Difference): Finding {
  return finding("verify-cell-differs", "blocking", "", {
    cell: addressText(address),
    kind,
    seen: seen.slice(0, 120),
    wanted: wanted.slice(0, 120),
  });
}

/** While prices are kept apart: where the cells are, and not what they show, which may be prices. */
function unread(differences: readonly Difference[]): Finding[] {
  const [first] = differences;
  if (!first) return [];
  return [
    finding("verify-results-unread", "blocking", "", {
      cell: addressText(first.address),
      sheets: [...new Set(differences.map(({ address }) => address.sheet))],
      count: differences.length,
    }),
  ];
}

/** The document with its journal cut where it ended when the results were written. */
function asEvaluated(document: EvaluationDocument, { head }: Receipt): EvaluationDocument {
  const { events = [] } = document;
  const last = events.findIndex(({ hash }) => hash === head);
  return last < 0 ? document : { ...document, events: events.slice(0, last + 1) };
}

/**
 * Whether a sheet that earlier versions did not make must be there: it is, or the journal recorded
 * the sheets and they are no longer the recorded ones. A file without such a record may be older than
 * the sheet.
 */
function mustHave(
  mark: string,
  found: readonly SheetReading[],
  { events = [] }: EvaluationDocument,
): boolean {
  return (
    found.some((each) => each.mark === mark) || events.some(({ sheets }) => sheets !== undefined)
  );
}

/**
 * Whether the laboratory's sheets are those that the journal recorded. The hash chain binds the
 * journal, so hundreds of evaluations need not be made again.
 */
function isRecorded(slow: readonly SheetReading[], { events = [] }: EvaluationDocument): boolean {
  const last = events.filter(({ type }) => type === "evaluated").at(-1);
  return (
    last !== undefined &&
    last.hash === hashOf(last) &&
    last.sheets === fingerprintOf(contentsOf(slow))
  );
}
