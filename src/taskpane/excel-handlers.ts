/**
 * The pane's end of what the worker asks of Excel: only the page can use office.js. It decides who may
 * write, and neither reads nor writes anything by itself.
 */
import type { ExcelWorkbook } from "../host/excel/workbook";
import { Failure } from "../host/failure";
import type { ExcelHandlers } from "./rpc-contract";
import { SentReadings } from "./sent-reading";
import type { Session } from "./session";

/**
 * What the worker asks of Excel, answered by Office.js. A pane that is not the first on its workbook
 * reads and does not write.
 */
export function excelHandlers(
  workbook: ExcelWorkbook,
  session: Pick<Session, "panes" | "noteChange">,
): ExcelHandlers {
  const readings = new SentReadings();
  const first = <Answer>(write: () => Promise<Answer>): Promise<Answer> =>
    session.panes?.isSecond ? Promise.reject(new Failure("second-pane")) : write();
  return {
    read: async (known) => readings.sent(await workbook.read(), known),
    readEdited: async (known) => readings.sent(await workbook.readEdited(), known),
    readResults: () => workbook.readResults(),
    concealed: () => workbook.concealed(),
    writeResults: (pages, amendment) => first(() => workbook.writeResults(pages, amendment)),
    calculate: (pages) => first(() => workbook.calculate([], pages)),
    select: (address) => workbook.select(address),
    amend: (amendment) => first(() => workbook.amend(amendment)),
    addPages: (pages, replaced) => first(() => workbook.addPages(pages, replaced)),
    removePages: (names) => first(() => workbook.removePages(names)),
    markOutdated: () => session.noteChange(),
  };
}
