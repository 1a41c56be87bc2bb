/** What may stand for a place in the words of a letter, as `{organisation}`. */
export type LetterPlace =
  | 'organisation'
  | 'other'
  | 'footprint'
  | 'questionnaire'
  | 'round'
  | 'version'
  | 'by'
  | 'reason'
  | 'deadline'
  | 'when'
  | 'count'
  | 'check'
  | 'sections'
  | 'question'
  | 'minutes'
  | 'message'
  | 'link';

interface LetterKindRule {
  /** Whether the letter asks its reader to do something; any other only informs. */
  readonly asks: boolean;
  /** The places that its words may name. */
  readonly places: readonly LetterPlace[];
}

/** The occasions on which people are written to about the work of the programme. */
export const letterKinds = {
  'asked-to-authorise': { asks: true, places: ['organisation', 'round', 'by', 'deadline', 'link'] },
  'assessment-returned': { asks: true, places: ['organisation', 'round', 'by', 'reason', 'deadline', 'link'] },
  'assessment-submitted': { asks: false, places: ['organisation', 'round', 'by', 'link'] },
  'asked-to-endorse': { asks: true, places: ['organisation', 'footprint', 'version', 'by', 'deadline', 'link'] },
  'endorsement-declined': {
    asks: true,
    places: ['organisation', 'footprint', 'version', 'by', 'reason', 'deadline', 'link'],
  },
  // As many as the rule of submission asks for: the roadmap can be submitted.
  'all-endorsed': { asks: true, places: ['footprint', 'version', 'deadline', 'link'] },
  'endorsement-lapsed': { asks: false, places: ['footprint', 'version', 'by', 'reason', 'link'] },
  'asked-to-review': { asks: true, places: ['footprint', 'version', 'by', 'link'] },
  'roadmap-submitted': { asks: false, places: ['footprint', 'version', 'by', 'link'] },
  'roadmap-returned': { asks: true, places: ['footprint', 'version', 'by', 'reason', 'link'] },
  'changes-requested': { asks: true, places: ['footprint', 'version', 'by', 'link'] },
  'roadmap-cleared': { asks: true, places: ['footprint', 'version', 'by', 'link'] },
  'clearance-taken-back': { asks: true, places: ['footprint', 'version', 'by', 'reason', 'link'] },
  'roadmap-published': { asks: false, places: ['footprint', 'version', 'by', 'link'] },
  'asked-to-endorse-form': { asks: true, places: ['organisation', 'footprint', 'check', 'by', 'link'] },
  'form-returned': { asks: true, places: ['footprint', 'by', 'reason', 'link'] },
  'form-endorsement-lapsed': { asks: false, places: ['footprint', 'by', 'reason', 'link'] },
  'asked-to-decide-on-form': { asks: true, places: ['footprint', 'check', 'link'] },
  'form-accepted': { asks: false, places: ['footprint', 'check', 'by', 'link'] },
  // A round opens by itself as well: then it is nobody's doing.
  'round-opened': { asks: true, places: ['organisation', 'round', 'deadline', 'link'] },
  'deadline-extended': { asks: false, places: ['organisation', 'round', 'by', 'reason', 'deadline', 'link'] },
  'round-closed': { asks: false, places: ['organisation', 'round', 'by', 'reason', 'link'] },
  // To those who have signed. `when`: the day.
  'results-day-set': { asks: false, places: ['organisation', 'round', 'by', 'reason', 'when', 'link'] },
  // After it was signed.
  'assessment-reopened': { asks: true, places: ['organisation', 'round', 'by', 'reason', 'deadline', 'link'] },
  'deadline-near': { asks: true, places: ['organisation', 'round', 'when', 'deadline', 'link'] },
  'deadline-passed': { asks: true, places: ['organisation', 'round', 'deadline', 'link'] },
  'asked-to-activate': { asks: true, places: ['questionnaire', 'version', 'check', 'by', 'link'] },
  'activation-lapsed': { asks: true, places: ['questionnaire', 'version', 'reason', 'link'] },
  // `other`: the organisation of the group on the other side.
  'asked-to-answer-together': { asks: true, places: ['organisation', 'other', 'round', 'by', 'link'] },
  'answering-together': { asks: false, places: ['organisation', 'other', 'round', 'by', 'link'] },
  'answering-together-ended': { asks: false, places: ['organisation', 'other', 'round', 'by', 'reason', 'link'] },
  // `sections`: what is assigned, a line each; `message`: what was said with it, with an empty line before it, or nothing.
  'section-assigned': {
    asks: true,
    places: ['organisation', 'round', 'by', 'sections', 'minutes', 'message', 'link'],
  },
  'assignment-changed': { asks: true, places: ['organisation', 'round', 'by', 'sections', 'message', 'link'] },
  'assignment-ended': { asks: false, places: ['organisation', 'round', 'by', 'sections', 'reason', 'link'] },
  'assignment-reminder': { asks: true, places: ['organisation', 'round', 'by', 'sections', 'message', 'link'] },
  'assignment-near': { asks: true, places: ['organisation', 'round', 'sections', 'when', 'minutes', 'link'] },
  'assignment-overdue': { asks: true, places: ['organisation', 'round', 'sections', 'link'] },
  // To those who coordinate.
  'assignments-overdue': { asks: false, places: ['organisation', 'round', 'sections', 'link'] },
  'assignments-of-nobody': { asks: true, places: ['organisation', 'round', 'other', 'sections', 'link'] },
  // `question`: what is asked about. What is written in queries never stands in a letter: more people read letters than read queries.
  'return-queried': { asks: true, places: ['organisation', 'round', 'question', 'by', 'link'] },
  'query-replied': { asks: true, places: ['organisation', 'round', 'question', 'by', 'link'] },
  'query-closed': { asks: false, places: ['organisation', 'round', 'question', 'by', 'link'] },
  'return-validated': { asks: false, places: ['organisation', 'round', 'by', 'link'] },
  'validation-taken-back': { asks: false, places: ['organisation', 'round', 'by', 'link'] },
  // What was found, and why, never stands in a letter.
  'moderation-finished': { asks: false, places: ['organisation', 'round', 'by', 'link'] },
  'moderation-challenged': { asks: true, places: ['organisation', 'round', 'question', 'by', 'link'] },
  'challenge-answered': { asks: false, places: ['organisation', 'round', 'question', 'by', 'link'] },
  // To a peer of another organisation, and back to those who invited them. What they say to each other never stands in a letter.
  'asked-to-moderate': { asks: true, places: ['organisation', 'round', 'by', 'link'] },
  'peer-answered': { asks: false, places: ['organisation', 'round', 'by', 'link'] },
  'peer-withdrawn': { asks: false, places: ['organisation', 'round', 'by', 'link'] },
  // `question`: its id. What is written in private notes never stands in a letter: more people read letters than read notes.
  'private-note-mention': { asks: true, places: ['organisation', 'round', 'question', 'by', 'link'] },
  // To those who have written in the thread or were mentioned in it.
  'private-note-added': { asks: false, places: ['organisation', 'round', 'question', 'by', 'link'] },
  'private-notes-resolved': { asks: false, places: ['organisation', 'round', 'question', 'by', 'link'] },
  'private-notes-reopened': { asks: false, places: ['organisation', 'round', 'question', 'by', 'link'] },
  // After its result was published.
  'correction-opened': { asks: true, places: ['organisation', 'round', 'by', 'reason', 'link'] },
  'correction-withdrawn': { asks: false, places: ['organisation', 'round', 'by', 'reason', 'link'] },
  // To whoever opened it. `sections`: the section, or that it was a survey of staff. What was answered never stands in a letter.
  'poll-closed': { asks: false, places: ['organisation', 'round', 'sections', 'link'] },
  'several-at-once': { asks: false, places: ['count'] },
} as const satisfies Readonly<Record<string, LetterKindRule>>;

export type LetterKind = keyof typeof letterKinds;

/** How a letter reads, with the places it names in braces. */
export interface LetterWords {
  readonly subject: string;
  readonly text: string;
}

export type ProgrammeLetters = Readonly<Record<LetterKind, LetterWords>>;

const named = /\{([^{}]*)\}/g;

/** Every name that stands in braces in a text. */
export function placesNamed(text: string): string[] {
  return [...text.matchAll(named)].map(([, name = '']) => name);
}

/** A text with what is known put into its places, each once: a brace in what is put in stays as it is. */
export function filledIn(text: string, known: Readonly<Partial<Record<LetterPlace, string>>>): string {
  const values = new Map<string, string>(Object.entries(known));
  return text.replaceAll(named, (place, name: string) => values.get(name) ?? place);
}
