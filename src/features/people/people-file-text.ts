import { foreignBeginning } from '../../platform/files/foreign-beginning.ts';

export type PeopleFileText =
  | { readonly kind: 'text'; readonly text: string }
  /** What is wrong with the file, and what to do. */
  | { readonly kind: 'wrong'; readonly message: string };

/** The text of a file of people: UTF-8, or else as older spreadsheets write CSV. */
export function peopleFileText(content: Uint8Array | undefined): PeopleFileText {
  if (content === undefined || content.length === 0) {
    return { kind: 'wrong', message: 'Choose a file that is not empty' };
  }
  const foreign = foreignBeginning(content);
  if (foreign !== null) {
    return { kind: 'wrong', message: `${foreign.charAt(0).toUpperCase()}${foreign.slice(1)}` };
  }
  return { kind: 'text', text: decoded(content) };
}

function decoded(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}
