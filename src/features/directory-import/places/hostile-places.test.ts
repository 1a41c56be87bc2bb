import { describe, expect, it } from 'vitest';
import { PlaceFaultsError, readPlaces } from './read-places.ts';

const header = 'kind,code,name,slug,valid_from,valid_to,standing,note\n';

function faultsOf(text: string): readonly string[] {
  try {
    readPlaces({ fileName: 'areas.csv', text, layouts: ['areas'] });
  } catch (error) {
    if (error instanceof PlaceFaultsError) {
      return error.faults.map(({ message }) => message);
    }
    throw error;
  }
  return [];
}

describe('readPlaces', () => {
  it.each([
    ['rows', header + 'a\n'.repeat(20_002), ['the file has more than 20,000 rows: split it']],
    ['columns', `${header}${','.repeat(1_000_000)}`, ['the row has more than 100 columns']],
    ['quotation marks', `${header}"${'""'.repeat(1_000_000)}`, [expect.stringContaining('may be missing')]],
    ['line', 'a'.repeat(1_000_000), [expect.stringContaining('the header must be kind,code')]],
  ])('refuses a file of endless %s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });
});
