import { paths } from '../../../paths.ts';
import { formatTime, sentenceStart } from '../../../views/format.ts';
import { type AnswerToRead, answersToSign } from '../../assessment/index.ts';
import { ofDocument } from '../../return-documents/index.ts';
import { type NoteView, type PlacedThread, standingStep, type ThreadStep, waitsForSide } from '../../threads/index.ts';
import type { AboutReturn } from '../about-return.ts';
import type { ReviewedReturn } from '../hold-return.ts';
import type { AskedReturn } from '../require-signed-return.ts';
import { reviewStateOf, standingValidation } from '../review-state.ts';
import { queryStateInWords, type StateInWords } from './review-words.ts';

export interface QueryView {
  readonly id: string;
  readonly title: string;
  readonly state: Omit<StateInWords, 'meaning'>;
  readonly isOpen: boolean;
  /** Whether a reply waits to be read. */
  readonly isReplied: boolean;
  readonly notes: readonly NoteView[];
  readonly lastRead: number;
  readonly action: string;
}

export interface QueryPageView {
  readonly organisation: string;
  readonly title: string;
  /** As it was signed; none where it is more than a section. */
  readonly answers: readonly AnswerToRead[];
  /** Whether the answers are of one question. */
  readonly isOfQuestion: boolean;
  /** Those that are open first, each sort from the oldest on. */
  readonly queries: readonly QueryView[];
  readonly mayReply: boolean;
  readonly mayAsk: boolean;
  /** Where another query is sent; null where none can be asked. */
  readonly askAction: string | null;
  /** Why none can be asked by whoever asks; empty where one can, and for others. */
  readonly whyNoMore: string;
  readonly links: { readonly all: string; readonly document: string | null };
}

/** Everything that the page about one part of a signed return prints: its answers are those of the document, not of today. */
export function queryPageView(asked: AskedReturn, about: AboutReturn, review: ReviewedReturn): QueryPageView {
  const { assessed, document, mayAsk, mayReply } = asked;
  const { addressKey, round, setting, instrument, heading } = assessed;
  const own = review.queries.filter(({ subject }) => subject.key === about.key);
  const views = own.map((query, index) => viewOf(asked, about, query, index + 1));
  const answers = about.section === null ? [] : answersToSign(instrument, about.section, document.document);
  const isValidated = reviewStateOf(review) === 'validated';
  return {
    organisation: heading,
    title: `Queries about ${about.label}`,
    answers: about.questionId === null ? answers : answers.filter(({ id }) => id === about.questionId),
    isOfQuestion: about.questionId !== null,
    queries: [...views.filter(({ isOpen }) => isOpen), ...views.filter(({ isOpen }) => !isOpen)],
    mayReply,
    mayAsk,
    askAction: mayAsk && !isValidated ? paths.queriesAbout(addressKey, round.id, about.key, setting) : null,
    whyNoMore: mayAsk && isValidated ? whyNoMore(review) : '',
    links: {
      all: ofDocument(asked, paths.queries(addressKey, round.id, setting)),
      document: asked.mayReadDocument ? paths.assessmentDocument(addressKey, round.id, document.digest, setting) : null,
    },
  };
}

function whyNoMore(review: ReviewedReturn): string {
  const standing = standingValidation(review);
  return `${standing?.by.personName} has validated the return. Nothing more can be asked about it unless that is taken back.`;
}

function viewOf(
  { assessed: { addressKey, round, setting } }: AskedReturn,
  about: AboutReturn,
  query: PlacedThread,
  number: number,
): QueryView {
  const { state, number: lastRead } = standingStep(query);
  return {
    id: query.threadId,
    title: `Query ${number}`,
    state: queryStateInWords(query),
    isOpen: state === 'open',
    isReplied: waitsForSide(query) === 'asker',
    notes: query.steps.map(noteOf),
    lastRead,
    action: paths.query(addressKey, round.id, about.key, query.threadId, setting),
  };
}

function noteOf(step: ThreadStep): NoteView {
  const { number, text, by, at } = step;
  return { number, head: sentenceStart(`${by.personName} ${didOf(step)}, ${formatTime(at)}`), text, to: '' };
}

function didOf({ kind, side }: ThreadStep): string {
  switch (kind) {
    case 'open':
      return 'asks';
    case 'reply':
      return side === 'place' ? 'replies for the organisation' : 'asks further';
    case 'resolve':
      return 'has resolved it';
    case 'withdraw':
      return 'has withdrawn it';
    case 'reopen':
      return 'has opened it again';
  }
}
