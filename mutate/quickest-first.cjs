/** Runs the quickest tests first, so that a mutant is killed early; Jest begins with the slowest. */
const { readFileSync } = require("node:fs");
const { default: Sequencer } = require("@jest/test-sequencer");

module.exports = class extends Sequencer {
  sort(tests) {
    if (process.env.MUTANT === "0") return tests;
    const lines = readFileSync(process.env.SEEN, "utf8").trimEnd().split("\n");
    const took = new Map(
      lines.map((line) => JSON.parse(line)).map((each) => [each.test, each.took]),
    );
    return [...tests].sort((one, other) => took.get(one.path) - took.get(other.path));
  }
};
