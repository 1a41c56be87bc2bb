import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BadParametersError } from './api-problem.ts';
import { choiceParameter, commonParameters, readQuery, textParameter } from './parameters.ts';

const shape = z.object({
  ...commonParameters.shape,
  search: textParameter('Words.', 'trust'),
  role: choiceParameter(['lead', 'core'], 'The part.'),
});

function faultsOf(query: unknown) {
  try {
    readQuery(shape, query);
  } catch (error) {
    return error instanceof BadParametersError ? error.faults : error;
  }
  return [];
}

describe('readQuery', () => {
  it('reads what is right', () => {
    const query = { limit: '500', 'as-at': '2016-02-29', search: 'kings', role: 'lead', format: 'csv', cursor: 'x' };
    expect(readQuery(shape, query)).toEqual({ ...query, limit: 500 });
  });

  it.each([undefined, null, {}, { limit: '', search: '', 'as-at': '' }])('takes %j as nothing asked', (query) => {
    expect(readQuery(shape, query)).toEqual({});
  });

  it.each([
    ['limit', '0', 'must be a whole number from 1 to 500'],
    ['limit', '501', 'must be a whole number from 1 to 500'],
    ['limit', '2.5', 'must be a whole number from 1 to 500'],
    ['limit', 'ten', 'must be a whole number from 1 to 500'],
    ['limit', ['1', '2'], 'must be a whole number from 1 to 500'],
    ['as-at', '2015-02-29', 'must be a day like 2016-06-30, from 1900 to 2100'],
    ['as-at', '0000-01-01', 'must be a day like 2016-06-30, from 1900 to 2100'],
    ['as-at', '30/06/2016', 'must be a day like 2016-06-30, from 1900 to 2100'],
    ['search', ['a', 'b'], 'must be given once, with at most 100 characters'],
    ['search', 'x'.repeat(101), 'must be given once, with at most 100 characters'],
    ['search', 'a\0b', 'must not contain control characters'],
    ['role', 'boss', 'must be one of: lead, core'],
    ['format', 'xml', 'must be json or csv'],
  ])('names %s=%j as wrong, once', (parameter, value, detail) => {
    expect(faultsOf({ [parameter]: value })).toEqual([{ parameter, detail }]);
  });

  it('names every wrong parameter, and those it does not take', () => {
    expect(faultsOf({ limit: 'x', role: 'y', lmit: '3' })).toEqual([
      { parameter: 'lmit', detail: 'is not taken here; the parameters are as-at, limit, cursor, format, search, role' },
      { parameter: 'limit', detail: 'must be a whole number from 1 to 500' },
      { parameter: 'role', detail: 'must be one of: lead, core' },
    ]);
  });

  it('is not fooled by names every object has', () => {
    expect(faultsOf({ constructor: 'x' })).toMatchObject([{ parameter: 'constructor' }]);
  });
});
