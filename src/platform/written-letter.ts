/** A letter of the service to one person. */
export interface WrittenLetter {
  readonly to: string;
  readonly subject: string;
  /** Where `link` is to stand, a line says `{link}` and nothing else. */
  readonly text: string;
  /** A link that opens an account: forgotten once the letter is sent. Null where the letter has none. */
  readonly link: string | null;
}
