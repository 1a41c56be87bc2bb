import { paths } from '../../../paths.ts';
import { formatTime } from '../../../views/format.ts';
import type { SummaryRow } from '../../../views/summary-list.tsx';
import { type AnswerToRead, answersToSign, listOf, whatBecameOf } from '../../assessment/index.ts';
import { sectionsFor } from '../../programme/index.ts';
import { ofDocument, type PutToSign } from '../../return-documents/index.ts';
import { type PlacedThread, standingStep } from '../../threads/index.ts';
import { type AboutReturn, aboutSection, aboutWhole, everythingIn } from '../about-return.ts';
import type { ReviewedReturn } from '../hold-return.ts';
import type { OpeningKind } from '../parse-query-forms.ts';
import type { AskedReturn } from '../require-signed-return.ts';
import { reviewStateOf } from '../review-state.ts';
import { queryStateInWords, reviewInWords, type StateInWords } from './review-words.ts';

/** The way to what is asked about one part, in words. */
export interface QueriesLink {
  readonly text: string;
  readonly href: string;
}

export interface OpenQueryLine {
  readonly id: string;
  readonly about: string;
  readonly href: string;
  readonly state: Omit<StateInWords, 'meaning'>;
  readonly last: string;
}

export interface QueriesPageView {
  readonly organisation: string;
  readonly state: StateInWords;
  readonly facts: readonly SummaryRow[];
  /** Those that are open, the one first that has waited longest. */
  readonly open: readonly OpenQueryLine[];
  /** What was validated and taken back, in order, with what was written then. */
  readonly record: readonly { readonly head: string; readonly text: string }[];
  /** The form there is to validate it, or to take that back; null for whoever may not, and where neither can be done. */
  readonly form: 'validate' | 'take-back' | null;
  /** Why there is none for whoever validates; empty otherwise. */
  readonly whyNoForm: string;
  readonly action: string;
  readonly digest: string;
  readonly whole: QueriesLink | null;
  readonly sections: readonly {
    readonly title: string;
    readonly about: QueriesLink | null;
    readonly answers: readonly AnswerToRead[];
    readonly linkOf: ReadonlyMap<string, QueriesLink>;
  }[];
  /** What is to be put right, or was corrected, and what has come of it; null where it was not opened again. */
  readonly opened: { readonly head: string; readonly reason: string } | null;
  /** Corrections that were opened and taken back, the last one first, each as what was said of it one after the other. */
  readonly withdrawn: readonly (readonly { readonly head: string; readonly reason: string }[])[];
  /** The page on which whoever may opens it again, or takes a correction back; null for everybody else. */
  readonly opens: { readonly href: string; readonly kind: OpeningKind } | null;
  /** Why whoever opens returns again cannot open this one; empty otherwise. */
  readonly whyNotReopened: string;
  /** Said before it is validated, where that is for good. */
  readonly isForGood: boolean;
  /** `result`: null while there is none. */
  readonly links: {
    readonly document: string | null;
    readonly list: string;
    readonly result: string | null;
    readonly moderation: string;
  };
  /** The same page of what else was signed. */
  readonly others: readonly { readonly digest: string; readonly what: string; readonly href: string }[];
}

/** Everything that the page of a signed return prints for those who ask about it and for those who reply. */
export function queriesPageView(asked: AskedReturn, review: ReviewedReturn): QueriesPageView {
  const { assessed, document, signed } = asked;
  const { addressKey, round, setting, instrument, careSetting, heading } = assessed;
  const { form, whyNoForm } = formOf(asked, review);
  const parts = everythingIn(instrument, careSetting);
  const link = (about: AboutReturn) => linkTo(asked, review, about);
  return {
    organisation: heading,
    state: stateOf(asked, review),
    facts: [{ key: 'What is signed', value: whatBecameOf(document, false) }],
    open: openLines(asked, review, parts),
    record: review.validations.map(({ kind, text, by, at }) => ({
      head: `${kind === 'validate' ? 'Validated' : 'Taken back'} by ${by.personName} (${by.onBehalfOf}), ${formatTime(at)}`,
      text,
    })),
    form,
    whyNoForm,
    action: paths.validation(addressKey, round.id, setting),
    digest: signed.digest,
    isForGood: assessed.results.isPublic,
    whole: link(aboutWhole),
    sections: sectionsFor(instrument, careSetting).map((section) => {
      const own = parts.filter((part) => part.questionId !== null && part.section === section);
      const links = own.flatMap((part) => {
        const found = link(part);
        return found === null ? [] : [[part.key, found] as const];
      });
      return {
        title: `${section.number}. ${section.title}`,
        about: link(aboutSection(section)),
        answers: answersToSign(instrument, section, document.document),
        linkOf: new Map(links),
      };
    }),
    opened: openedOf(asked),
    withdrawn: document.withdrawn.map(withdrawnInWords),
    whyNotReopened: asked.whyNotReopened,
    opens: asked.opens === null ? null : { href: paths.reopening(addressKey, round.id, setting), kind: asked.opens },
    links: {
      document: asked.mayReadDocument ? paths.assessmentDocument(addressKey, round.id, document.digest, setting) : null,
      list: listOf(assessed),
      moderation: ofDocument(asked, paths.moderation(addressKey, round.id, setting)),
      result: asked.mayReadResult ? paths.assessmentResult(addressKey, round.id, setting) : null,
    },
    others: asked.others.map((other) => ({
      digest: other.digest,
      what: whatBecameOf(other, false),
      href: ofDocument(
        { document: other, others: [document, ...asked.others.filter((each) => each !== other)] },
        paths.queries(addressKey, round.id, setting),
      ),
    })),
  };
}

function stateOf({ document }: AskedReturn, review: ReviewedReturn): StateInWords {
  if (document.correction !== null) {
    return corrected;
  }
  return document.reopening === null ? reviewInWords(review) : openedAgain;
}

function openedOf({ document, assessed: { isCorrected, assessment } }: AskedReturn): QueriesPageView['opened'] {
  const { reopening, correction } = document;
  if (correction !== null) {
    return { head: 'It was corrected:', reason: correction.reason };
  }
  if (reopening !== null) {
    return { head: 'Opened again, to put this right:', reason: reopening.reason };
  }
  return isCorrected
    ? {
        head: 'Open for a correction. This document and its result stand until the corrected one is signed:',
        reason: assessment?.reopening?.reason ?? '',
      }
    : null;
}

function withdrawnInWords({ opened, withdrawn }: PutToSign['withdrawn'][number]) {
  const { personName, onBehalfOf, at } = withdrawn;
  return [
    { head: `Opened for a correction by ${opened.personName}, ${formatTime(opened.at)}:`, reason: opened.reason },
    { head: `Taken back by ${personName} (${onBehalfOf}), ${formatTime(at)}:`, reason: withdrawn.reason },
  ];
}

const corrected: StateInWords = {
  label: 'Corrected',
  colour: 'grey',
  meaning: 'Another document stands in its place. What was asked about this one stays on record, and waits for nobody.',
};

const openedAgain: StateInWords = {
  label: 'Open again',
  colour: 'grey',
  meaning: 'This document counts no more. What was asked about it stays on record, and waits for nobody.',
};

function formOf(
  { mayValidate, assessed: { results } }: AskedReturn,
  review: ReviewedReturn,
): Pick<QueriesPageView, 'form' | 'whyNoForm'> {
  const state = reviewStateOf(review);
  if (!mayValidate) {
    return { form: null, whyNoForm: '' };
  }
  switch (state) {
    case 'submitted':
      return review.isBeingChecked
        ? { form: null, whyNoForm: 'It can be validated once the moderation of its answers is finished.' }
        : { form: 'validate', whyNoForm: '' };
    case 'queried':
      return { form: null, whyNoForm: 'It can be validated once no query is open.' };
    case 'validated':
      return results.isPublic
        ? { form: null, whyNoForm: 'The results are public, so the validation stands.' }
        : { form: 'take-back', whyNoForm: '' };
  }
}

function openLines(asked: AskedReturn, review: ReviewedReturn, parts: readonly AboutReturn[]): OpenQueryLine[] {
  const { addressKey, round, setting } = asked.assessed;
  return review.queries
    .filter((query) => standingStep(query).state === 'open')
    .toSorted((a, b) => standingStep(a).at.getTime() - standingStep(b).at.getTime())
    .map((query) => {
      const { key } = query.subject;
      const { by, at } = standingStep(query);
      return {
        id: query.threadId,
        about: parts.find((part) => part.key === key)?.label ?? key,
        href: ofDocument(asked, paths.queriesAbout(addressKey, round.id, key, setting, query.threadId)),
        state: queryStateInWords(query),
        last: `${by.personName}, ${formatTime(at)}`,
      };
    });
}

/** For whoever asks a way to ask, and for everybody the way to what was asked; null where there is neither. */
function linkTo(asked: AskedReturn, review: ReviewedReturn, { key, label }: AboutReturn): QueriesLink | null {
  const { addressKey, round, setting } = asked.assessed;
  const own = review.queries.filter(({ subject }) => subject.key === key);
  const href = ofDocument(asked, paths.queriesAbout(addressKey, round.id, key, setting));
  if (own.length > 0) {
    return { text: `Queries about ${label} (${countsOf(own)})`, href };
  }
  return asked.mayAsk && reviewStateOf(review) !== 'validated' ? { text: `Ask about ${label}`, href } : null;
}

function countsOf(own: readonly PlacedThread[]): string {
  const open = own.filter((query) => standingStep(query).state === 'open').length;
  return open === 0 ? `${own.length}, none open` : `${own.length}, ${open} open`;
}
