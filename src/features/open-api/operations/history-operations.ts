import { z } from 'zod';
import { mapPage, pageOf } from '../../../platform/page.ts';
import { listSourcesById } from '../../directory/index.ts';
import {
  changeKey,
  changeKinds,
  changeSubjects,
  compareFootprint,
  findAreaNear,
  isKnownCode,
  listChangePage,
  listSuccessionPage,
} from '../../history/index.ts';
import {
  changeAnswer,
  changeTable,
  successionAnswer,
  successionTable,
  toChange,
  toSuccession,
} from '../answers/history-answers.ts';
import { BadParametersError } from '../api-problem.ts';
import { changeExample, successionExample } from '../examples/history-examples.ts';
import { listOperation } from '../list-operation.ts';
import { choiceParameter, dayParameter, requiredDayParameter, textParameter } from '../parameters.ts';
import { checkAmong, checkFound, refuseUnknown } from '../refuse-unknown.ts';

const listSuccessions = listOperation({
  id: 'listSuccessions',
  tag: 'Successions',
  path: '/successions',
  summary: 'List what became of organisations and areas',
  description:
    'Every merger, split, renaming, boundary change and closure on record, by its day, whenever it was: `as-at` is not ' +
    'taken, `from` and `to` bound the days. What was taken back again is left out. Also as a table with a row for each ' +
    'predecessor and successor, where `limit` counts events.',
  filters: z.object({
    subject: choiceParameter(['organisation', 'area'], 'Of organisations or of areas only.'),
    code: textParameter('Code of an organisation or area, or name of an area in addresses, on either side.', '00W'),
    from: dayParameter('First day on which they took effect.', '2017-04-01'),
    to: dayParameter('Last day on which they took effect.', '2018-04-01'),
  }),
  isDated: false,
  itemName: 'Succession',
  item: successionAnswer,
  keyLength: 2,
  csv: successionTable,
  list: async ({ database }, { subject = null, code, from = null, to = null }, { slice }) => {
    if (from !== null && to !== null && from > to) {
      throw new BadParametersError([{ parameter: 'to', detail: 'must not come before from' }]);
    }
    const isKnown = code === undefined || (await isKnownCode(database, code));
    refuseUnknown([checkFound('code', code, isKnown ? true : null, 'organisation or area')]);
    return mapPage(await listSuccessionPage(database, { subject, code: code ?? null, from, to }, slice), toSuccession);
  },
  example: { request: '/successions?code=00W', items: [successionExample], total: 1 },
});

const listChanges = listOperation({
  id: 'listChanges',
  tag: 'Changes',
  path: '/changes',
  summary: 'List what changed between two days',
  description:
    'How the directory differs from one day to another: organisations and areas that opened, closed, were succeeded, ' +
    'renamed or given another type or code; or, of one footprint, itself and its members. The two days are compared, so ' +
    'what came and went in between is not told, and `as-at` is not taken. Also as a table.',
  filters: z.object({
    from: requiredDayParameter('The first day.', '2015-06-30'),
    to: requiredDayParameter('The second day, after the first.', '2016-06-30'),
    footprint: textParameter('Name of a footprint in addresses, for changes in it alone.', 'wolverhampton'),
    subject: choiceParameter(changeSubjects, 'Of one sort of thing only; memberships are told of a footprint alone.'),
    change: choiceParameter(changeKinds, 'Of one sort only.'),
    type: textParameter('Id of a type of organisation or kind of area in the programme.', 'ccg'),
  }),
  isDated: false,
  itemName: 'Change',
  item: changeAnswer,
  keyLength: 5,
  csv: changeTable,
  list: async ({ database, pack }, { from, to, footprint, subject, change, type }, { slice }) => {
    if (from >= to) {
      throw new BadParametersError([{ parameter: 'to', detail: 'must come after from' }]);
    }
    const area =
      footprint === undefined ? null : await findAreaNear(database, { kind: 'footprint', slug: footprint }, to);
    refuseUnknown([
      checkFound('footprint', footprint, area, 'footprint'),
      checkAmong('type', type, [...pack.areaKinds, ...pack.organisationTypes]),
    ]);
    const wanted = { from, to, subject: subject ?? null, change: change ?? null, typeId: type ?? null };
    const page =
      area === null
        ? await listChangePage(database, wanted, slice)
        : pageOf(
            (await compareFootprint(database, area.areaId, wanted)).lines
              .filter((line) => subject === undefined || line.subject === subject)
              .filter((line) => change === undefined || line.change === change)
              .filter((line) => type === undefined || line.typeId === type),
            slice,
            changeKey,
          );
    const sources = await listSourcesById(
      database,
      page.rows.map(({ sourceId }) => sourceId),
    );
    const rows = page.rows.flatMap((line) => {
      const source = sources.get(line.sourceId);
      return source === undefined ? [] : [toChange({ ...line, source }, wanted)];
    });
    return { ...page, rows };
  },
  example: { request: '/changes?from=2015-06-30&to=2016-06-30&type=footprint', items: [changeExample], total: 36 },
});

export const historyOperations = [listSuccessions, listChanges];
