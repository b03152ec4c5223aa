/** Runs the smallest test files first, which are quick, so that few mutants are left for the slow ones. */
const { default: Sequencer } = require("@jest/test-sequencer");
const { statSync } = require("node:fs");

module.exports = class extends Sequencer {
  sort(tests) {
    const size = ({ path }) => statSync(path).size;
    return [...tests].sort((one, other) => size(one) - size(other));
  }
};
