/**
 * A verification on a terminal: what someone changed is read, and what only follows from it is counted.
 */
import { finding } from "../../src/core/finding";
import { verificationText } from "../../src/render/verification-terminal";
import { sv } from "../../src/words/sv/words";

const cell = (at: string) =>
  finding("verify-cell-differs", "blocking", "", {
    cell: at,
    kind: "value",
    seen: "1",
    wanted: "2",
  });
const changed = finding("verify-row-changed", "blocking", "scores", {
  table: "scores",
  id: "B · U1",
  cell: "Poäng!B6",
});

const shown = (follows: boolean) =>
  verificationText(
    {
      checks: [
        { name: "inputs", state: "fails", findings: [changed], counts: { fingerprint: "0" } },
        {
          name: "sheets",
          state: "fails",
          findings: [cell("Sammanställning!E19"), cell("Sammanställning!B11")],
          counts: { sheets: 1, cells: 9 },
        },
      ],
      since: [],
      history: [],
      follows: ({ code }) => follows && code === "verify-cell-differs",
    },
    ({ details }) => String(details["cell"]),
    sv,
  );

test("a cell that only follows from a changed score is counted under its question", () => {
  const text = shown(true);
  expect(text).toContain("Poäng!B6");
  expect(text).not.toContain("Sammanställning!");
  expect(text).toContain("2 avvikelser följer av det som är ändrat");
});

test("where nothing explains them, each cell is named", () => {
  const text = shown(false);
  expect(text).toContain("Sammanställning!E19");
  expect(text).toContain("Sammanställning!B11");
  expect(text).not.toContain("följer av");
});
