import { z } from 'zod';
import { today } from '../../../platform/days.ts';
import { pageOf } from '../../../platform/page.ts';
import {
  instrumentAnswer,
  toInstrument,
  toWholeInstrument,
  wholeInstrumentAnswer,
} from '../answers/instrument-answers.ts';
import { programmeAnswer, toProgramme } from '../answers/programme-answers.ts';
import { instrumentExample, programmeExample } from '../examples/programme-examples.ts';
import { listOperation } from '../list-operation.ts';
import { itemOperation } from '../operation.ts';
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
    const instruments = pack.instruments.map((instrument) => toInstrument(instrument, pack, serviceName));
    return pageOf(instruments, slice, ({ id }) => [id]);
  },
  example: { request: '/instruments', items: [instrumentAnswer.parse(instrumentExample)], total: 1 },
});

const getInstrument = itemOperation({
  id: 'getInstrument',
  tag: 'Instruments',
  path: '/instruments/{id}',
  summary: 'Read one questionnaire, whole',
  description: 'A questionnaire with its scales, themes, sections and every question with its guidance.',
  pathParameters: z.object({ id: pathParameter('Id of the questionnaire.', 'dmsa-2015') }),
  isDated: false,
  answerName: 'WholeInstrument',
  answer: wholeInstrumentAnswer,
  find: ({ pack, serviceName }, { id }) => {
    const instrument = pack.instruments.find((candidate) => candidate.id === id);
    return instrument === undefined ? null : toWholeInstrument(instrument, pack, serviceName);
  },
  missing: 'There is no questionnaire of that id. See /api/v1/instruments for those there are.',
  example: { request: '/instruments/dmsa-2015', answer: instrumentExample },
});

export const programmeOperations = [listProgrammes, listInstruments, getInstrument];
