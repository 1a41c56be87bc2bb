/** The beginning of a text, whole words of it, where it is longer than `most` letters. */
export function shortened(text: string, most: number): string {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  if (words.length <= most) {
    return words;
  }
  const cut = words.slice(0, most);
  const end = cut.lastIndexOf(' ');
  return `${(end > most / 2 ? cut.slice(0, end) : cut).trimEnd()} …`;
}
