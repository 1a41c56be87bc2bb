/** Marks that turn the order of letters around for the eye are named instead: what is read is what is stored. */
export function namedDirections(text: string): string {
  return text.replaceAll(
    /[\u202a-\u202e\u2066-\u2069]/g,
    (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase()}]`,
  );
}
