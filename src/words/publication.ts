/** When a model was published, as sentences in both languages take it. It reads no journal. */
export type Publication = {
  readonly time: string;
  readonly by: string;
  /** When it took place, where that was before it was registered. */
  readonly at?: string | undefined;
};

/** The same of what a verification has counted. */
export function countedPublication({
  time,
  by,
  at,
}: {
  readonly [name: string]: string | number;
}): Publication {
  return { time: String(time), by: String(by), at: at === undefined ? at : String(at) };
}
