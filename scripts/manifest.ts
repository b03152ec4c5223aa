/**
 * `npm run manifest https://server/path/`: a copy of the manifest, in out/, whose addresses are
 * those of your own server.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "..");
const [given = ""] = process.argv.slice(2);
const address = URL.canParse(given)
  ? new URL(given.endsWith("/") ? given : `${given}/`)
  : undefined;
if (address?.protocol !== "https:") {
  console.error(
    "Ange adressen där panelens filer ligger, med https: npm run manifest https://intranat.kommun.se/mervarde/",
  );
  process.exitCode = 2;
} else {
  const text = readFileSync(join(root, "manifest.xml"), "utf8").replaceAll(
    "https://localhost:3000/",
    address.href,
  );
  mkdirSync(join(root, "out"), { recursive: true });
  writeFileSync(join(root, "out", "manifest.xml"), text);
  console.log(`Skrev out/manifest.xml för ${address.href}`);
}
