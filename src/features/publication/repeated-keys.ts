/**
 * Keys that stand twice in one object of a JSON text, in order of appearance. A parser keeps the last of them in silence,
 * so what a person reads in the text could differ from what was verified. Takes text that a JSON parser has accepted.
 */
export function repeatedKeys(json: string): string[] {
  const open: Set<string>[] = [];
  const repeated: string[] = [];
  const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g;
  for (const { 0: token, 1: colon } of json.matchAll(tokens)) {
    if (token === '{') {
      open.push(new Set());
    } else if (token === '}') {
      open.pop();
    } else if (colon !== undefined) {
      const key = String(JSON.parse(token.slice(0, -colon.length)));
      const keys = open.at(-1);
      if (keys?.has(key)) {
        repeated.push(key);
      }
      keys?.add(key);
    }
  }
  return repeated;
}
