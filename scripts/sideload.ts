/**
 * Tells this computer's Excel about the add-in and opens Excel; with `--stop`, takes it out again.
 * The pane itself is served by webpack (see `npm start`). On a system without Excel it only says
 * where the page by itself is.
 *
 * Excel keeps its list of add-ins under development in the registry on Windows and in a folder on a
 * Mac. That is two lines here; the library for it brings four hundred packages.
 */
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { homedir, platform } from "node:os";
import { join, resolve } from "node:path";
import { OfficeAddinManifest } from "office-addin-manifest";

const manifest = resolve(__dirname, "..", "manifest.xml");
const developer = String.raw`HKCU\Software\Microsoft\Office\16.0\WEF\Developer`;
const macFolder = join(
  homedir(),
  "Library",
  "Containers",
  "com.microsoft.Excel",
  "Data",
  "Documents",
  "wef",
);

function register(id: string): void {
  if (platform() === "win32") {
    execFileSync("reg", ["add", developer, "/v", id, "/t", "REG_SZ", "/d", manifest, "/f"]);
    spawn("cmd", ["/c", "start", "excel"], { detached: true }).unref();
  }
  if (platform() === "darwin") {
    mkdirSync(macFolder, { recursive: true });
    copyFileSync(manifest, join(macFolder, `${id}.manifest.xml`));
    spawn("open", ["-a", "Microsoft Excel"], { detached: true }).unref();
  }
}

function unregister(id: string): void {
  if (platform() === "win32") execFileSync("reg", ["delete", developer, "/v", id, "/f"]);
  if (platform() === "darwin") rmSync(join(macFolder, `${id}.manifest.xml`), { force: true });
}

async function main(): Promise<void> {
  const { id = "" } = await OfficeAddinManifest.readManifestFile(manifest);
  if (process.argv.includes("--stop")) return unregister(id);
  register(id);
  if (["win32", "darwin"].includes(platform()))
    console.log(
      "I Excel: fliken Data, gruppen Mervärde (eller Infoga → Tillägg → Tillägg för utvecklare). npm stop tar bort tillägget igen.",
    );
  else console.log("Excel finns inte på det här systemet.");
  console.log("Utan Excel: https://localhost:3000/index.html. Ctrl-C avslutar.");
}

void main();
