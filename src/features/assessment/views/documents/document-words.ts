import { countOf } from '../../../../views/format.ts';
import type { Instrument } from '../../../programme/index.ts';
import type { ReturnDocument } from '../../../return-documents/index.ts';
import { type Answer, checkCompleteness } from '../../../scoring/index.ts';

/** Whose account it is, of what, as the document names it. */
export function namedIn({ organisation, programme, round, instrument, careSetting, method, giver }: ReturnDocument) {
  return [
    { key: 'Organisation', value: `${organisation.name} (${organisation.code}), ${organisation.type.label}` },
    { key: 'Care setting', value: careSetting.label },
    { key: 'Programme', value: programme.title },
    { key: 'Round', value: round.label },
    { key: 'Questionnaire', value: `${instrument.title}, version ${instrument.version}` },
    { key: 'How it is scored', value: method.label },
    ...(giver === null ? [] : [{ key: 'Some answers by', value: `${giver.name} (${giver.code})` }]),
  ];
}

/** How many of its questions are answered, and how many as not applicable. */
export function completenessInWords(instrument: Instrument, careSetting: string, answers: readonly Answer[]): string {
  const { done, total } = checkCompleteness(instrument, careSetting, answers);
  const notApplicable = answers.filter(({ value }) => value.kind === 'not-applicable').length;
  return `${done} of ${countOf(total, 'question')} answered, ${notApplicable} of them “not applicable”`;
}
