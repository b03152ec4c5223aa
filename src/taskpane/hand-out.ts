/**
 * What leaves the pane for the user to keep: a file that the browser saves, or a text on the
 * clipboard. It knows where that is known not to work and sees a refusal that is thrown. A host may
 * also refuse in silence, which no page can see: in Excel the other ways are always shown beside.
 */
import { h } from "./element";

/**
 * Whether a link to bytes may give the user a file. In Excel on Mac and iPad it gives nothing and
 * says nothing (OfficeDev/office-js 2700, 3385), and the web view of the oldest Excel knows no
 * links that download.
 */
export function canHandOutFiles(): boolean {
  if (!("Office" in globalThis)) return true;
  const { platform } = Office.context as { readonly platform?: Office.PlatformType };
  return (
    platform !== Office.PlatformType.Mac &&
    platform !== Office.PlatformType.iOS &&
    "download" in HTMLAnchorElement.prototype
  );
}

/**
 * Hands bytes to the browser as a file to save.
 * @returns false where that was refused
 */
export function handOut(name: string, bytes: Uint8Array): boolean {
  const kind = {
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    html: "text/html",
    pdf: "application/pdf",
    json: "application/json",
  }[name.split(".").at(-1) ?? ""];
  try {
    const url = URL.createObjectURL(
      new Blob([bytes as BlobPart], { type: kind ?? "application/octet-stream" }),
    );
    h("a", { href: url, download: name }).click();
    // The browser has taken the bytes when the click has been handled.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies a formatted text. The clipboard is asked while the press is fresh and given the text when
 * it comes: Safari refuses one that asks later.
 * @returns false where the clipboard is refused
 * @throws what `html` fails with
 */
export async function copyHtml(html: Promise<string>): Promise<boolean> {
  const blob = html.then((text) => new Blob([text], { type: "text/html" }));
  const isWritten = askClipboard(blob).then(
    () => true,
    () => false,
  );
  await blob;
  return isWritten;
}

async function askClipboard(blob: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ "text/html": blob })]);
}
