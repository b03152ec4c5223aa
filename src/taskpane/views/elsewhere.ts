/**
 * Other ways to get a paper, for an Excel that cannot download files or may refuse without saying
 * so: the report on the clipboard, and the page without Excel in a browser. It changes nothing in
 * the workbook; the report as a sheet is drawn elsewhere.
 */
import type { ActAnswer } from "../../case/answers";
import { action } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import { copyHtml } from "../hand-out";
import { openPageInBrowser, pageAddress } from "../office";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";

/** One line with a link for each way. */
export function elsewhereView(session: Session): HTMLElement {
  const { text, handsOutFiles } = session;
  return h(
    "div",
    { class: "elsewhere", "data-name": "elsewhere" },
    h("p", { class: "hint" }, handsOutFiles ? text.award.noFileCame : text.award.filesElsewhere),
    action(session, { name: "copy report", label: text.award.copyReport, kind: "link" }, () =>
      copyReport(session),
    ),
    pageLinks(session),
  );
}

/** The page without Excel: opened in a browser, or its address copied. */
export function pageLinks(session: Session): Child {
  const { text } = session;
  return [
    action(session, { name: "open page", label: text.award.openPage, kind: "link" }, () =>
      openPage(session),
    ),
    action(session, { name: "copy address", label: text.award.copyAddress, kind: "link" }, () =>
      copyAddress(session),
    ),
  ];
}

async function copyReport(session: Session): Promise<void> {
  const { text, isRedacted } = session;
  const report = session.ask("handOut", { handout: "award-papers", isRedacted }).then(reportIn);
  if (!(await copyHtml(report))) throw new RpcFailure("no-clipboard", {}, text.award.noClipboard);
  tell(session, text.award.reportCopied);
}

function reportIn({ files, findings }: ActAnswer): string {
  const file = files.find(({ name }) => name.endsWith(".html"));
  if (!file) throw new RpcFailure("unread", {}, findings.map(({ text }) => text).join(" "));
  return new TextDecoder().decode(file.bytes);
}

function openPage({ text }: Session): Promise<void> {
  return openPageInBrowser()
    ? Promise.resolve()
    : Promise.reject(new RpcFailure("no-browser", {}, text.award.pageAt(pageAddress())));
}

async function copyAddress(session: Session): Promise<void> {
  const { text } = session;
  try {
    await navigator.clipboard.writeText(pageAddress());
  } catch {
    throw new RpcFailure("no-clipboard", {}, text.award.pageAt(pageAddress()));
  }
  tell(session, text.award.copied);
}

/** Shows a text as the outcome of an act is shown. */
export function tell(session: Session, text: string): void {
  session.outcome = { message: text, conflicts: [], findings: [], files: [], isWritten: false };
  session.bringTo({ name: "outcome", isFocused: false, block: "nearest" });
  session.announce(text);
}
