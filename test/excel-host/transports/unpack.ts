/**
 * Before any test: the browser that comes packed with the packages is unpacked once, or two workers
 * would do it over each other.
 */
import sparticuz from "@sparticuz/chromium";

export default async function unpack(): Promise<void> {
  if (process.env["MERVARDE_CHROMIUM"] === undefined) await sparticuz.executablePath();
}
