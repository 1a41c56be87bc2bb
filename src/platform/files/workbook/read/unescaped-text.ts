/** The text of a cell as it was typed: `_x000D_` and the like stand for letters that XML does not keep. */
export function unescapedText(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
