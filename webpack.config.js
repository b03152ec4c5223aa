/**
 * Builds the command line into one file, and the thread of a simulation into another, so that
 * they start fast and need nothing but Node. Types
 * are checked by `npm run types`, not here.
 */
const path = require("node:path");
const { BannerPlugin } = require("webpack");

const loader = {
  test: /\.ts$/,
  loader: "ts-loader",
  options: { transpileOnly: true, compilerOptions: { noEmit: false } },
  exclude: /node_modules/,
};

module.exports = {
  name: "cli",
  mode: "production",
  target: "node20",
  entry: { cli: "./src/cli.ts", "simulation-thread": "./src/simulation-thread.ts" },
  output: { path: path.resolve(__dirname, "dist"), filename: "[name].cjs", assetModuleFilename: "[name][ext]", clean: true },
  resolve: { extensions: [".ts", ".mjs", ".js"] },
  module: {
    rules: [loader, { test: /\.wasm$/, type: "asset/resource" }],
    parser: { javascript: { dynamicImportMode: "eager" } },
  },
  // Without this first line a shell cannot run the installed program.
  plugins: [new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, entryOnly: true })],
  // Readable stack traces in a bug report are worth more than a smaller file.
  optimization: { minimize: false },
  externalsPresets: { node: true },
  node: { __dirname: false },
  performance: false,
  stats: "errors-warnings",
};
