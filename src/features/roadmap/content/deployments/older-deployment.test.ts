import { expect, it } from 'vitest';
import { readStored } from '../saved-kind.ts';
import { deploymentSaves, inWordsOfNow } from './deployment.ts';

const fields = {
  id: 'deployment-1',
  groupId: 'medicines',
  title: 'Electronic prescribing',
  yearId: '2017-18',
  status: 'planned' as const,
  owner: 'Chief pharmacist',
  supplier: '',
  costPounds: 2_400_000,
  fundingSource: 'Own capital',
  fundingState: 'bid' as const,
  supports: ['I'],
};

const { yearId: _year, costPounds: _cost, fundingSource: _source, fundingState: _state, ...kept } = fields;

const now = {
  ...kept,
  starts: null,
  goesLive: '2017/18',
  system: '',
  money: [{ year: '2017/18', nature: null, pounds: 2_400_000, source: 'Own capital', state: 'bid' }],
  roles: [],
  stpPriorities: '',
  dependsOn: [],
  dependsElsewhere: '',
  benefits: [],
};

const saved = (changes: Partial<typeof fields> | Record<string, unknown> = {}) =>
  readStored(deploymentSaves, { content: { ...fields, organisationIds: ['org-2'], ...changes }, shapeVersion: 1 });

it('reads what was saved with one cost as a line of money of the year in which it was to be live', () => {
  expect(saved()).toEqual({ ...now, organisationIds: ['org-2'] });
});

it('has no line where nothing was said of money, and one without an amount where only something was', () => {
  expect(saved({ costPounds: null, fundingSource: '', fundingState: null })?.money).toEqual([]);
  expect(saved({ costPounds: null })?.money).toMatchObject([{ pounds: null, source: 'Own capital' }]);
  expect(saved({ costPounds: 0, fundingSource: '', fundingState: null })?.money).toMatchObject([
    { pounds: 0, state: null },
  ]);
});

it('keeps what was saved under a year of another name, without a time', () => {
  expect(saved({ yearId: 'first' })).toMatchObject({ goesLive: null, money: [{ year: null, pounds: 2_400_000 }] });
});

it('reads the rows of earlier documents, and leaves those of now as they are', () => {
  const document = { ...now, status: 'planned' as const, organisationCodes: ['XN2'] };
  expect(inWordsOfNow({ ...fields, organisationCodes: ['XN2'] })).toEqual(document);
});
