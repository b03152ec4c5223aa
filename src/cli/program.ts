/**
 * The program as every command knows it: its version, its languages, its exit codes, and how a
 * command is added to it. It runs nothing.
 */
import type { Command } from "commander";
import manifest from "../../package.json";
import { en } from "../words/en/words";
import type { Words } from "../words/sv/words";
import { sv } from "../words/sv/words";

export const { version } = manifest;

/** The program and its version, as results and papers name it. */
export const program = `mervarde ${version}`;

export const languages: { readonly [lang: string]: Words } = { sv, en };
export const all = [sv, en];

/** 0 final or provisional, 1 blocked by findings, 2 usage or unreadable input, 3 our own error. */
export const exit = { done: 0, blocked: 1, unreadable: 2, internal: 3, stopped: 130 };

/** Makes a command's action of a run that gives an exit code and may fail. */
export type Guard = <Given extends unknown[]>(
  run: (...given: Given) => Promise<number>,
) => (...given: Given) => Promise<void>;

/** What commands are added with. */
export type Registration = {
  readonly command: (name: string, description: string) => Command;
  readonly guard: Guard;
  readonly words: Words;
};
