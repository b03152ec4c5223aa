/**
 * Turns an unknown JSON value into a document, or into every problem with it at once.
 *
 * The schema says what each part looks like, `part-agreement.ts` how the parts must agree. Both
 * look at the value even where the other found fault, so that one error does not hide the next. It
 * never throws for bad input and never repairs anything.
 */
import type { WellFormed } from "./well-formed";
import { agreementProblems } from "./part-agreement";
import type { Path, Problem, ProblemCode } from "./problem";
import type { EvaluationDocument } from "./schema";
import { documentSchema } from "./schema";
import { valueAt } from "./untyped";

export type Parsed =
  | { readonly document: EvaluationDocument; readonly problems?: never }
  | { readonly document?: never; readonly problems: readonly Problem[] };

/** Deeper than any published model. It bounds how far a file from outside can make the code recurse. */
const deepest = 40;

/**
 * @param known what was found well-formed before, for a document that is read again and again
 * @returns the document, or all its problems: those of shape first, then those of agreement
 */
export function parseDocument(value: unknown, known?: WellFormed): Parsed {
  const unknownYet = known ? known.leftOutOf(value) : value;
  const deep = pathTooDeep(unknownYet);
  if (deep) return { problems: [{ path: deep, code: "too-deep" }] };
  const shape = documentSchema.safeParse(unknownYet, { reportInput: true });
  const problems = [
    ...(shape.success ? [] : shapeProblems(shape.error.issues)),
    ...agreementProblems(value),
  ];
  if (!shape.success || problems.length > 0) return { problems };
  return { document: known ? known.putBack(value, shape.data) : shape.data };
}

type Issue = NonNullable<ReturnType<typeof documentSchema.safeParse>["error"]>["issues"][number];

function shapeProblems(issues: readonly Issue[]): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const path = issue.path.filter((key) => typeof key !== "symbol");
    switch (issue.code) {
      case "unrecognized_keys":
        return issue.keys.map((key) => ({ path: [...path, key], code: "unknown-key" }));
      case "invalid_key":
        return [{ path, code: "id", found: path.at(-1) }];
      case "invalid_value":
        return [
          {
            path,
            code: issue.input === undefined ? "missing" : codeIn(issue),
            found: issue.input,
            allowed: issue.values.map(String),
          },
        ];
      case "invalid_union": {
        // Of `{ "type": … }`: what was written, and what could have been.
        const { discriminator, options } = issue as {
          readonly discriminator?: string;
          readonly options?: readonly string[];
        };
        const found =
          discriminator === undefined ? issue.input : valueAt(issue.input, discriminator);
        return [{ path, code: codeIn(issue), found, ...(options ? { allowed: options } : {}) }];
      }
      default:
        return [
          { path, code: issue.input === undefined ? "missing" : codeIn(issue), found: issue.input },
        ];
    }
  });
}

/** The schema's messages are codes of the catalogue; the tests of the schema hold them to it. */
function codeIn({ message }: Issue): ProblemCode {
  return message as ProblemCode;
}

/** The path to the first value nested deeper than any document. */
function pathTooDeep(value: unknown): Path | undefined {
  return isTooDeep(value, 0) ? pathDown(value) : undefined;
}

/** It recurses no further than a document may be deep, and makes no path: almost none is needed. */
function isTooDeep(value: unknown, depth: number): boolean {
  if (typeof value !== "object") return false;
  if (depth > deepest) return true;
  return value !== null && Object.values(value).some((child) => isTooDeep(child, depth + 1));
}

function pathDown(value: unknown): Path | undefined {
  const waiting: { readonly path: Path; readonly value: unknown }[] = [{ path: [], value }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.path.length > deepest) return next.path.slice(0, 8);
    if (typeof next.value !== "object" || next.value === null) continue;
    for (const [key, child] of Object.entries(next.value)) {
      if (typeof child === "object") waiting.push({ path: [...next.path, key], value: child });
    }
  }
  return undefined;
}
