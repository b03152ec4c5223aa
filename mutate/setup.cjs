/** In every test file of a mutated copy: which mutant is alive, and which ones the tests come by. */
const { appendFileSync } = require("node:fs");

const alive = Number(process.env.MUTANT);
const seen = new Set();
const start = performance.now();

globalThis.isMutant = (number) => {
  if (alive === 0) seen.add(number);
  return number === alive;
};

afterAll(() => {
  if (alive === 0)
    appendFileSync(
      process.env.SEEN,
      `${JSON.stringify({
        test: expect.getState().testPath,
        took: performance.now() - start,
        seen: [...seen],
      })}\n`,
    );
});
