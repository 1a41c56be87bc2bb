import { z } from 'zod';
import { today } from '../../../platform/days.ts';
import { pageOf } from '../../../platform/page.ts';
import { findKeptInstrument, listActiveVersions } from '../../instruments/index.ts';
import {
  instrumentAnswer,
  toInstrument,
  toWholeInstrument,
  type WholeInstrumentAnswer,
  wholeInstrumentAnswer,
} from '../answers/instrument-answers.ts';
import { programmeAnswer, toProgramme } from '../answers/programme-answers.ts';
import { instrumentExample, programmeExample } from '../examples/programme-examples.ts';
import { listOperation } from '../list-operation.ts';
import { type ApiDependencies, itemOperation } from '../operation.ts';
import { pathParameter } from '../parameters.ts';

const listProgrammes = listOperation({
  id: 'listProgrammes',
  tag: 'Programmes',
  path: '/programmes',
  summary: 'List programmes',
  description: 'What is run here: rounds and their dates, promises, and the words other answers use.',
  filters: z.object({}),
  isDated: false,
  itemName: 'Programme',
  item: programmeAnswer,
  keyLength: 1,
  csv: null,
  list: async ({ pack, clock, serviceName }, _filters, { slice }) =>
    pageOf([toProgramme(pack, serviceName, today(clock))], slice, ({ id }) => [id]),
  example: { request: '/programmes', items: [programmeExample], total: 1 },
});

const listInstruments = listOperation({
  id: 'listInstruments',
  tag: 'Instruments',
  path: '/instruments',
  summary: 'List questionnaires',
  description: 'The questionnaires by which organisations assess themselves, without their questions.',
  filters: z.object({}),
  isDated: false,
  itemName: 'Instrument',
  item: instrumentAnswer,
  keyLength: 1,
  csv: null,
  list: async ({ pack, serviceName }, _filters, { slice }) => {
    const instruments = pack.activeInstruments.map((instrument) => toInstrument(instrument, pack, serviceName));
    return pageOf(instruments, slice, ({ id }) => [id]);
  },
  example: { request: '/instruments', items: [instrumentAnswer.parse(instrumentExample)], total: 1 },
});

const missingInstrument = 'There is no questionnaire of that id. See /api/v1/instruments for those there are.';

const getInstrument = itemOperation({
  id: 'getInstrument',
  tag: 'Instruments',
  path: '/instruments/{id}',
  summary: 'Read one questionnaire, whole',
  description:
    'A questionnaire with its scales, themes, sections and every question with its guidance: the version that new rounds ask.',
  pathParameters: z.object({ id: pathParameter('Id of the questionnaire.', 'dmsa-2015') }),
  isDated: false,
  answerName: 'WholeInstrument',
  answer: wholeInstrumentAnswer,
  find: (dependencies, { id }) => {
    const instrument = dependencies.pack.activeInstruments.find((candidate) => candidate.id === id);
    return instrument === undefined ? null : findVersion(dependencies, id, instrument.version);
  },
  missing: missingInstrument,
  example: { request: '/instruments/dmsa-2015', answer: instrumentExample },
});

const getInstrumentVersion = itemOperation({
  id: 'getInstrumentVersion',
  tag: 'Instruments',
  path: '/instruments/{id}/{version}',
  summary: 'Read one version of a questionnaire, whole',
  description:
    'A questionnaire as it was or is asked in one version. Every version that answers were given to is kept as it was then, and results link to theirs.',
  pathParameters: z.object({
    id: pathParameter('Id of the questionnaire.', 'dmsa-2015'),
    version: pathParameter('Its version, or the digest of that.', '1'),
  }),
  isDated: false,
  answerName: 'WholeInstrument',
  answer: wholeInstrumentAnswer,
  find: (dependencies, { id, version }) => findVersion(dependencies, id, version),
  missing: `${missingInstrument} Each names its versions.`,
  example: { request: '/instruments/dmsa-2015/1', answer: instrumentExample },
});

/** By its version or its digest. */
async function findVersion(
  { database, pack, serviceName }: ApiDependencies,
  id: string,
  name: string,
): Promise<WholeInstrumentAnswer | null> {
  const kept = await findKeptInstrument(database, id, name);
  // Until two people have activated it a version is not for everybody.
  const versions = (await listActiveVersions(database)).filter((each) => each.id === id);
  if (kept === null || !versions.some(({ version }) => version === kept.instrument.version)) {
    return null;
  }
  return toWholeInstrument(kept.instrument, { digest: kept.digest, versions }, pack, serviceName);
}

export const programmeOperations = [listProgrammes, listInstruments, getInstrument, getInstrumentVersion];
