/** A law, a procedure or an award in lots that is not known here, or that the stated rules do not have. */
import { evaluate } from "../../src/core/evaluate";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { findingText } from "../../src/words/sentences";
import { sv } from "../../src/words/sv/words";
import { document } from "../small";

test.each<[Partial<EvaluationDocument["procurement"]>, readonly string[]]>(
  // prettier-ignore
  [
  [{},                                                          []],
  [{ law: "LOU" },                                              []],
  [{ law: "LUF" },                                              ["blocking law-unknown"]],
  [{ law: "LUFS", procedure: "direct" },                        ["blocking law-unknown"]],
  [{ procedure: "competitive-dialogue" },                       ["blocking procedure-unknown"]],
  [{ procedure: "innovation-partnership" },                     ["blocking procedure-unknown"]],
  [{ procedure: "dynamic-purchasing", regime: "national" },     ["blocking procedure-unknown"]],
  [{ procedure: "simplified" },                                 ["warning procedure-of-other-rules"]],
  [{ procedure: "direct" },                                     ["warning procedure-of-other-rules"]],
  [{ procedure: "negotiated-without-notice" },                  []],
  [{ procedure: "negotiated-without-notice", regime: "national" }, ["warning procedure-of-other-rules"]],
  [{ procedure: "simplified", regime: "national" },             ["note procedure-not-named"]],
  [{ services: "annex-2" },                                     ["warning services-of-other-rules"]],
  [{ services: "annex-2", regime: "national" },                 []],
  [{ lotLimits: { combined: "yes" } },                          ["blocking lots-combined"]],
  [{ lotLimits: { combined: "no" } },                           []],
  [{ procedure: "call-off" },                                   ["warning competition-unsaid"]],
  [{ procedure: "call-off", renewedCompetition: "no" },         []],
],
)("%j", (more, expected) => {
  const plain = document({ bids: [{ id: "A", price: "1" }] });
  const { findings } = evaluate({ ...plain, procurement: { ...plain.procurement, ...more } });
  const own = findings.filter(({ where }) => where.startsWith("procurement."));
  expect(own.map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected);
});

test("the law that is known is named, and so is the one that is not", () => {
  const plain = document({ bids: [] });
  const { findings } = evaluate({ ...plain, procurement: { ...plain.procurement, law: "LUK" } });
  expect(findingText(findings[0] as never, sv)).toBe(
    "Upphandlingen är angiven enligt LUK. Programmet känner bara lagen (2016:1145) om offentlig upphandling, LOU, så inga handlingar, lagrum eller frister skrivs. Ändra raden Lag på bladet Upphandling om LOU gäller.",
  );
});
