/**
 * Where a test file of a mutated copy runs. Each test runs as it is, then once more for every mutant
 * that it came by and that no test has noticed yet, in the same process. What is noticed, and what was
 * come by outside the tests or could not be told, is appended to the file of notes. It never changes
 * what a test asks.
 */
const { appendFileSync, readFileSync } = require("node:fs");
const { TestEnvironment } = require("jest-environment-node");

const notes = process.env.NOTES;

/** The mutant that is alive in the whole run; 0 where each test tries those that it comes by. */
const always = Number(process.env.MUTANT);

/** Milliseconds that one test may spend on mutants; those that it has not tried then are noted. */
const budget = 20_000;

/** A promise that a mutant may keep from ever being kept. */
function within(answer, limit) {
  if (!Number.isFinite(limit)) return answer;
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("a mutant never answers")), limit);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.test = context.testPath;
    this.alive = always;
    this.outside = new Set();
    this.inside = new Set();
    this.seen = this.outside;
    this.asked = 0;
    this.noticed = new Set();
    this.isSpoiled = false;
    this.global.isMutant = (number) => this.isMutant(number);
  }

  isMutant(number) {
    this.seen.add(number);
    this.asked += 1;
    if (this.until !== undefined && this.asked % 1000 === 0 && performance.now() > this.until)
      throw new Error("a mutant made a loop without end");
    return number === this.alive;
  }

  note(what, number) {
    appendFileSync(notes, `${JSON.stringify({ what, number, test: this.test })}\n`);
  }

  handleTestEvent({ name, test }) {
    if (always !== 0) return;
    if (name === "test_start" && test.fn?.length === 0) {
      const { fn } = test;
      test.fn = () => this.tryMutants(fn);
    }
    if (name === "test_done" && test.errors.length > 0) this.note("fails", 0);
    if (name !== "run_finish") return;
    for (const number of this.outside) this.note("outside the tests", number);
    for (const number of this.inside) this.note("comes by", number);
  }

  async tryMutants(fn) {
    this.seen = new Set();
    const start = performance.now();
    await fn();
    const end = performance.now();
    const limit = 10 * (end - start) + 5000;
    const came = [...this.seen];
    this.seen = this.outside;
    for (const number of came) this.inside.add(number);
    for (const number of came.filter((each) => !this.isKnown(each))) {
      if (this.isSpoiled) return;
      if (performance.now() - end > budget) this.note("not tried", number);
      else if (await this.fails(fn, number, limit)) await this.noteFailure(fn, number);
    }
  }

  /** What a mutant left behind can make the next run fail as well, without any mutant. */
  async noteFailure(fn, number) {
    this.isSpoiled = await this.fails(fn, 0, Infinity);
    this.note(this.isSpoiled ? "cannot be told" : "notices", number);
    this.noticed.add(number);
  }

  /** Whether a test of this file, or of one that was done before it, has noticed the mutant. */
  isKnown(number) {
    this.before ??= new Set(
      readFileSync(notes, "utf8")
        .split("\n")
        .filter((line) => line.includes('"notices"'))
        .map((line) => JSON.parse(line).number),
    );
    return this.noticed.has(number) || this.before.has(number);
  }

  async fails(fn, number, limit) {
    this.alive = number;
    this.until = performance.now() + limit;
    this.seen = new Set();
    try {
      await within(fn(), limit);
      return false;
    } catch {
      return true;
    } finally {
      this.alive = 0;
      this.until = undefined;
      this.seen = this.outside;
    }
  }
};
