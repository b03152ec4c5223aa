/**
 * The acts of the pane as its views press them, to be attacked: what each asks the worker for, and what its
 * author is told. It attacks nothing.
 */
import type { ActRequest, HandoutRequest } from "../../../src/case/act-requests";
import type { CaseAnswer } from "../../../src/case/answers";
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { RpcFailure } from "../../../src/taskpane/rpc";
import type { CaseCalls } from "../../../src/taskpane/rpc-contract";
import type { Session } from "../../../src/taskpane/session";
import { make, perform, take } from "../../../src/taskpane/views/acts";
import type { CellOf } from "../../excel-host/attack";

/** All of it as if alone, all of it as the workbook is now, or nothing of it. */
export type Outcome = "whole" | "anew" | "nothing";
export type Edit = readonly [cell: CellOf, value: string | number];
type Pressed = {
  /** What it asks the worker for, by {@link callOf}. */
  readonly asks: string;
  readonly act: (session: Session) => Promise<void>;
};
export type Attacked = Pressed & {
  /** Undefined for an empty workbook, in which there is no cell of ours to edit. */
  readonly on: EvaluationDocument | undefined;
  /** What a colleague does to cells, and what then comes of the act. */
  readonly edits?: {
    /** The cell that the act writes, or rests on, and what is typed in it. */
    readonly own: readonly [...Edit, Outcome];
    readonly other: readonly [...Edit, Outcome];
    /** A row is inserted above the first. */
    readonly row: Outcome;
  };
  /** What its author has asked to be shown before. */
  readonly shown?: (session: Session) => Promise<unknown>;
  /** What its author has done before. */
  readonly before?: (session: Session) => Promise<void>;
  /** What comes of it when a colleague has just done the same: once as if alone, unless it says more. */
  readonly twice?: "both";
};
export type AttackedActs = { readonly [name: string]: Attacked };

/** A call by its name, and by the act, the change or the sheet that it is about where it has several. */
export function callOf(name: string, [about]: readonly unknown[]): string {
  const { act, handout, where, kind, arrangement, table, id } = (
    typeof about === "object" ? about : {}
  ) as { readonly [key: string]: string | undefined };
  const kinds: { readonly [call: string]: readonly (string | undefined)[] } = {
    perform: [act],
    handOut: [handout, where],
    changeModel: [kind],
    arrange: [arrangement ?? "to"],
    enterRow: [table, id === "" ? "new" : "own"],
  };
  return [name, ...(kinds[name] ?? [])].filter((each) => each !== undefined).join(" ");
}

type Entry = {
  readonly kept: boolean;
  readonly why?: string;
  readonly problems?: readonly { readonly text: string }[];
  readonly known?: CaseAnswer | undefined;
};
type Entering = {
  [Name in keyof CaseCalls]: ReturnType<CaseCalls[Name]> extends Entry ? Name : never;
}[keyof CaseCalls];

/** As the views do: what is not entered is told, and what is entered has been read. */
export function enters<Name extends Entering>(
  name: Name,
  ...args: Parameters<CaseCalls[Name]>
): Pressed {
  const act = (session: Session) =>
    session.renew(async () => {
      const entry: Entry = await session.ask(name, ...args);
      const { why = "", problems = [] } = entry;
      const told = [why, ...problems.map(({ text }) => text)].filter((each) => each !== "");
      if (!entry.kept) throw new RpcFailure("not-entered", {}, told.join(" "));
      return entry.known ?? session.ask("take");
    });
  return { asks: callOf(name, args), act };
}

/** A verdict is read after it is written, while the next requirement is shown. */
export function judges(entry: Parameters<CaseCalls["enterVerdict"]>[0]): Pressed {
  return {
    asks: "enterVerdict",
    act: async (session) => {
      const written = await session.ask("enterVerdict", entry, "Eva Ek");
      if (!written.kept) throw new RpcFailure("not-entered", {}, written.why);
      session.noteChange();
      await session.follow();
    },
  };
}

type Given = { readonly name: string; readonly bytes: Uint8Array };

/** @param files that are given with it */
export function does(
  act: ActRequest["act"],
  given: ActRequest["given"] = {},
  files: readonly (() => Promise<Given>)[] = [],
): Pressed {
  return {
    asks: callOf("perform", [{ act }]),
    act: async (session) => {
      const read = await Promise.all(files.map((file) => file()));
      const asFiles = read.map(({ name, bytes }) => new File([bytes as BlobPart], name));
      await perform(session, { act, given: { ...begun(session, act), ...given } }, asFiles);
    },
  };
}

/** A new evaluation, in a workbook that has none. */
export function begins<Name extends "create" | "createFrom">(
  name: Name,
  ...args: Parameters<CaseCalls[Name]>
): Pressed {
  return { asks: name, act: async (session) => session.take(await session.ask(name, ...args)) };
}

/** What the fields of a form begin with, which is sent unless something else is typed. */
function begun({ known }: Session, act: ActRequest["act"]): ActRequest["given"] {
  const { fields = [] } = known?.acts.find((each) => each.act === act) ?? {};
  return Object.fromEntries(fields.map(({ name, begins: text }) => [name, text]));
}

export function makes(request: HandoutRequest): Pressed {
  return { asks: callOf("handOut", [request]), act: (session) => make(session, request) };
}

/** A document as a file that is given. */
export function documentFile(name: string, value: object): () => Promise<Given> {
  return () => Promise.resolve({ name, bytes: new TextEncoder().encode(JSON.stringify(value)) });
}

/** Bidders' forms, taken as they were shown. */
export function takesForms(
  ...forms: readonly (() => Promise<Given>)[]
): Pressed & Pick<Attacked, "shown"> {
  const request = { by: "Eva Ek", words: [], reason: "" };
  const read = () => Promise.all(forms.map((form) => form()));
  return {
    asks: "takeForms",
    shown: async (session) => session.ask("previewForms", request, await read()),
    act: async (session) => take(session, await session.ask("takeForms", request, await read())),
  };
}

/** The act taken back, when it has just been done. */
export function takenBack({ before: _, ...each }: Attacked): Attacked {
  return {
    ...each,
    before: each.act,
    asks: "undo",
    act: (session) => session.renew(async () => (await session.ask("undo")).known),
  };
}
