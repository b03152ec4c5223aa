/**
 * A file that someone drops on the page is refused in the sentences of the command line, and a huge
 * one before any of it is read.
 */
import { writeFile, mkdtemp, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "../../src/host/failure";
import { bytesOf, utf8Text } from "../../src/host/file-bytes";
import { readText } from "../../src/host/disk-files";
import { failureText } from "../../src/words/sentences";
import { sv } from "../../src/words/sv/words";

async function refusalOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "read";
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return failureText(error.code, error.details, sv);
  }
}

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), "mervarde-"))));
afterAll(() => rm(folder, { recursive: true }));

const utf8 = new TextEncoder().encode('{"name": "Bolaget Å"}');
const latin1 = new Uint8Array([...Buffer.from('{"name": "Bolaget Å"}', "latin1")]);
const utf16 = new Uint8Array(Buffer.from('\ufeff{"name": "Bolaget Å"}', "utf16le"));

test.each(
  // prettier-ignore
  [
  ["UTF-8",              utf8,                                       "read"],
  ["with Windows' mark", new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), "read"],
  ["Windows-1252",       latin1,                                     "Filen NAME är inte sparad som UTF-8. Spara den med den kodningen."],
  ["UTF-16",             utf16,                                      "Filen NAME är inte sparad som UTF-8. Spara den med den kodningen."],
  ["empty",              new Uint8Array(),                           "Filen NAME är tom."],
],
)("a document, %s: the same for a dropped file and for a path", async (_, bytes, expected) => {
  const name = "anbud.json";
  const file = join(folder, name);
  await writeFile(file, bytes);
  const dropped = new File([bytes], name);
  expect([
    await refusalOf(async () => utf8Text(await bytesOf(dropped), name)),
    await refusalOf(() => readText(file)),
  ]).toEqual([expected.replace("NAME", name), expected.replace("NAME", file)]);
});

test("too large: refused with its limit before a byte is read, from the page and from a path", async () => {
  const file = join(folder, "stor.json");
  await writeFile(file, "");
  // A hole in the file: it takes no room on the disk.
  await truncate(file, 200_000_001);
  const reading = jest.fn();
  const sentence = (name: string) =>
    `Filen ${name} är större än 200 MB och öppnas inte. Ta bort bilder och blad som inte behövs, och spara den på nytt.`;
  expect([
    await refusalOf(() => bytesOf({ name: "stor.xlsx", size: 200_000_001, arrayBuffer: reading })),
    await refusalOf(() => readText(file)),
    reading.mock.calls.length,
  ]).toEqual([sentence("stor.xlsx"), sentence(file), 0]);
});

test("a dropped folder, or a file that is gone, is reported", async () => {
  const arrayBuffer = () => Promise.reject(new DOMException("", "NotFoundError"));
  expect(await refusalOf(() => bytesOf({ name: "mapp", size: 4096, arrayBuffer }))).toBe(
    "Det går inte att läsa mapp (NotFoundError). Kontrollera sökvägen och anslutningen.",
  );
});
