import { projectFolder } from '../../../project-folder.ts';
import {
  getRound,
  type Instrument,
  instrumentOfRound,
  type ProgrammePack,
  questionsFor,
  type Round,
  readProgrammePack,
  scaleOf,
} from '../../programme/index.ts';
import type { SectionFormAnswer } from '../answering/parse-section-form.ts';
import type { AssessmentActing } from '../assessment-acting.ts';

/** The programme's own round and the care setting of the trusts below, for tests on the tables. */
export const roundId = 'dmsa-2015';
export const careSetting = 'acute';

const acuteTrusts = [
  'RA2',
  'RD1',
  'RD8',
  'RA7',
  'RA9',
  'RAE',
  'RAJ',
  'RAL',
  'REF',
  'RAS',
  'R1F',
  'R1H',
  'R1K',
  'RAX',
  'REM',
  'RBD',
  'RBK',
  'RBL',
  'RBN',
  'RBT',
  'RF4',
  'RFF',
  'RC9',
  'RCB',
  'RCD',
  'RCF',
  'RCX',
  'RGT',
  'RHM',
  'RHQ',
  'RTH',
];

/** An acute trust of 2016 that there still is: another one each time, until all of them have had their turn. */
export function nextTrust(): string {
  const organisationId = acuteTrusts.shift() ?? '';
  acuteTrusts.push(organisationId);
  return organisationId;
}

export async function realInstrument(): Promise<Instrument> {
  return instrumentOfRound(await realPack(), roundId);
}

export async function realRound(): Promise<Round> {
  return getRound(await realPack(), roundId);
}

export function realPack(): Promise<ProgrammePack> {
  return readProgrammePack(projectFolder('programmes', 'england-ldr'));
}

/** An answer to every question put to the care setting, each the option at `position` of its scale. */
export function completeForm(instrument: Instrument, position = -1): SectionFormAnswer[] {
  return questionsFor(instrument, careSetting).map((question) => ({
    questionId: question.id,
    value: { kind: 'option', optionId: scaleOf(instrument, question).options.at(position)?.id ?? '' },
    comment: '',
    desired: null,
    revision: 0,
  }));
}

/** Somebody who holds these roles for the organisation. The person must be stored. */
export function actingAs(
  personId: string,
  roles: AssessmentActing['roles'],
  at = new Date('2015-12-03T14:05:00Z'),
): AssessmentActing {
  const onBehalfOf = 'The Royal Wolverhampton NHS Trust';
  return { personId, name: 'Sam Example', role: onBehalfOf, roles, onBehalfOf, at };
}
