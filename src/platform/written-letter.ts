/** A letter of the service to one person. */
export interface WrittenLetter {
  readonly to: string;
  readonly subject: string;
  /** Where `link` is to stand, it says `{link}`. */
  readonly text: string;
  /** A link that opens an account: forgotten once the letter is sent. Null where the letter has none. */
  readonly link: string | null;
}
