/**
 * A plugin for webpack: `licences.txt` beside each build, with the name, version and licence text of
 * every library of which the build contains a line. A library that neither names its licence nor has
 * its text stops the build. It changes nothing in what is built.
 */
const { existsSync, readFileSync, readdirSync } = require("node:fs");
const path = require("node:path");
const { Compilation, sources } = require("webpack");

const name = "BundledLicences";
const here = path.join(__dirname, "..", "node_modules");

module.exports = class BundledLicences {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name, stage }, () => {
        // Modules that run at build time only are in no chunk.
        const { chunkGraph, modules } = compilation;
        const built = [...modules].filter((each) => chunkGraph.getNumberOfModuleChunks(each) > 0);
        const text = licences(filesIn(built));
        compilation.emitAsset("licences.txt", new sources.RawSource(text));
      });
    });
  }
};

/** The files of all modules, those that were joined into one module too. */
function* filesIn(modules) {
  for (const module of modules) {
    if (module.resource) yield module.resource;
    if (module.modules) yield* filesIn(module.modules);
  }
}

function licences(files) {
  const libraries = new Map();
  for (const file of files) {
    const folder = libraryOf(file);
    if (folder) libraries.set(folder, describe(folder));
  }
  return [...new Set(libraries.values())].sort().join(`\n${"-".repeat(80)}\n\n`);
}

/** The folder of the library that a file belongs to: the innermost with a name and a version. */
function libraryOf(file) {
  if (!file.startsWith(here)) return undefined;
  for (let folder = path.dirname(file); folder !== here; folder = path.dirname(folder)) {
    const about = path.join(folder, "package.json");
    if (existsSync(about) && JSON.parse(readFileSync(about, "utf8")).version) return folder;
  }
  return undefined;
}

function describe(folder) {
  const about = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  if (texts.length === 0 && !about.license)
    throw new Error(`${about.name} has no licence that could be told: ${folder}`);
  return [
    `${about.name} ${about.version} (${about.license ?? "as follows"})`,
    ...texts.sort().map((file) => readFileSync(path.join(folder, file), "utf8").trim()),
    "",
  ].join("\n\n");
}
