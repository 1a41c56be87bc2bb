/** What became of codes that a file may open again. */
export interface Reopening {
  /** Codes that were named beforehand. */
  readonly named: ReadonlySet<string>;
  /** Those of them that are in the file. */
  readonly met: ReadonlySet<string>;
  /** Those of them that the file does open again. */
  readonly opened: ReadonlySet<string>;
}

/** Tells which codes were named in vain: a slip of the pen would look like success. Pure. */
export function reopeningNotes({ named, met, opened }: Reopening): string[] {
  const absent = [...named].filter((code) => !met.has(code));
  const needless = [...named].filter((code) => met.has(code) && !opened.has(code));
  return [
    ...(absent.length === 0 ? [] : [`Named to be opened again, and not in this file: ${absent.join(', ')}`]),
    ...(needless.length === 0 ? [] : [`Named to be opened again, and not opened by this file: ${needless.join(', ')}`]),
  ];
}
