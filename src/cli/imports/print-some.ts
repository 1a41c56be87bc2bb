const MOST_SHOWN = 20;

/** Prints the first of many lines, and how many more there are. */
export function printSome(lines: readonly string[], print: (line: string) => void): void {
  for (const line of lines.slice(0, MOST_SHOWN)) {
    print(`  ${line}`);
  }
  if (lines.length > MOST_SHOWN) {
    print(`  and ${lines.length - MOST_SHOWN} more`);
  }
}
