/**
 * Two builds. The command line: a file that starts at once, the program, the libraries that few
 * commands need, and the thread of a simulation; they need nothing but Node. The pane: one page with Office.js for Excel, and the same
 * bundle as a page by itself without any foreign script. Types are checked by `npm run types`, not
 * here.
 */
const { readFileSync } = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const CssPlugin = require("mini-css-extract-plugin");
const { BannerPlugin } = require("webpack");
const BundledLicences = require("./scripts/bundled-licences.cjs");

const typescript = {
  test: /\.ts$/,
  loader: "ts-loader",
  options: { transpileOnly: true, compilerOptions: { noEmit: false } },
  exclude: /node_modules/,
};
const resolve = {
  extensions: [".ts", ".mjs", ".js"],
  // The build for browsers reads no files, so that one program serves the terminal and the pane.
  alias: { pdfkit$: path.resolve(__dirname, "node_modules/pdfkit/js/pdfkit.browser.mjs") },
};
/** The color profile of a PDF, which the library has in its code too. */
const profile = { test: /\.icc$/, type: "asset/inline" };
/**
 * `npm ci` builds and so does `npm test`: the second time only what has changed. Away with
 * node_modules.
 */
const cache = { type: "filesystem", buildDependencies: { config: [__filename] } };

const cli = {
  name: "cli",
  mode: "production",
  cache,
  target: "node20",
  entry: { cli: "./src/cli/start.ts", "simulation-worker": "./src/cli/simulation-worker.ts" },
  output: {
    path: path.resolve(__dirname, "dist"),
    filename: "[name].cjs",
    chunkFilename: "[name].cjs",
    assetModuleFilename: "[name][ext]",
    clean: { keep: /^pane\// },
  },
  resolve,
  module: { rules: [typescript, profile, { test: /\.(wasm|ttf)$/, type: "asset/resource" }] },
  // Without this first line a shell cannot run the installed program.
  plugins: [
    new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, entryOnly: true }),
    new BundledLicences(),
  ],
  // Readable stack traces in a bug report are worth more than a smaller file.
  optimization: { minimize: false, splitChunks: false, chunkIds: "named" },
  externalsPresets: { node: true },
  node: { __dirname: false },
  performance: false,
  stats: "errors-warnings",
};

/** Nothing may be fetched or sent; WebAssembly is the second engine, which the page has with it. */
const policy = (scripts) =>
  `default-src 'self'; script-src 'self' 'wasm-unsafe-eval'${scripts}; style-src 'self'; img-src 'self' data:; connect-src 'none'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'`;
const officeJs = "https://appsforoffice.microsoft.com";

/** The page's text from the handbook in docs; its pictures are copied beside the page. */
async function handbook() {
  const { Marked } = await import("marked");
  const marked = new Marked({
    renderer: {
      // The links of the contents are made from the headings as GitHub makes them.
      heading({ tokens, depth, text }) {
        const id = text
          .toLowerCase()
          .replace(/[^\p{L}\p{N} -]/gu, "")
          .replaceAll(" ", "-");
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
    },
  });
  const text = readFileSync(path.resolve(__dirname, "docs/anvandarhandbok.md"), "utf8");
  return new HtmlPlugin({
    filename: "anvandarhandbok.html",
    template: "src/taskpane/handbook.html",
    policy: policy(""),
    content: marked.parse(text).replaceAll('src="../assets/', 'loading="lazy" src="assets/'),
    inject: false,
  });
}

const pane = {
  name: "pane",
  mode: "production",
  cache,
  // The second engine is one long text, of which the cache warns.
  infrastructureLogging: { level: "error" },
  target: ["web", "es2022"],
  entry: { taskpane: "./src/taskpane/main.ts" },
  output: {
    path: path.resolve(__dirname, "dist/pane"),
    filename: "[name].js",
    chunkFilename: "[name].[contenthash:8].js",
    clean: true,
  },
  resolve,
  module: {
    rules: [
      typescript,
      profile,
      { test: /\.css$/, use: [CssPlugin.loader, "css-loader"] },
      // A page that connects to nothing cannot fetch a .wasm or a font; it comes as text in a script
      // of its own.
      { test: /\.(wasm|ttf)$/, type: "asset/inline" },
      { test: /@ironcalc/, parser: { url: false } },
    ],
  },
  plugins: [
    new CssPlugin({ filename: "[name].css" }),
    new BundledLicences(),
    new CopyPlugin({
      patterns: ["icon-*", "panel-*", "sammanstallning"].map((name) => ({
        from: `assets/${name}.png`,
        to: "assets/[name][ext]",
      })),
    }),
    new HtmlPlugin({
      filename: "taskpane.html",
      template: "src/taskpane/pane.html",
      policy: policy(` ${officeJs}`),
      officeJs: `${officeJs}/lib/1/hosted/office.js`,
      scriptLoading: "defer",
    }),
    new HtmlPlugin({
      filename: "index.html",
      template: "src/taskpane/pane.html",
      policy: policy(""),
      officeJs: "",
      scriptLoading: "defer",
    }),
    new HtmlPlugin({
      filename: "help.html",
      template: "src/taskpane/help.html",
      policy: policy(""),
      inject: false,
    }),
  ],
  performance: false,
  stats: "errors-warnings",
};

/**
 * Excel loads a pane over HTTPS only; the first time, the computer asks whether it shall trust the
 * certificate.
 */
async function served() {
  const { getHttpsServerOptions } = require("office-addin-dev-certs");
  return {
    host: "localhost",
    port: 3000,
    static: false,
    hot: false,
    liveReload: false,
    client: false,
    server: { type: "https", options: await getHttpsServerOptions() },
  };
}

module.exports = async (environment = {}) => [
  cli,
  {
    ...pane,
    plugins: [...pane.plugins, await handbook()],
    ...(environment.WEBPACK_SERVE ? { devServer: await served() } : {}),
  },
];
