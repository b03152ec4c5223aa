/** Turns an imported file that is not code into its path, as the builds turn it into a name. */
module.exports = {
  process: (_source, path) => ({
    code: `exports.__esModule = true; exports.default = ${JSON.stringify(path)};`,
  }),
};
