import { expect, it } from 'vitest';
import { placeWhereRepeated } from './repeated-names.ts';

it('says where those are that have one name, and of no other', () => {
  const rows = [
    { name: 'The Surgery', town: 'Moorham', postcode: 'ZY9 1AA' },
    { name: 'THE SURGERY', town: 'Valeham', postcode: '' },
    { name: 'Dale Surgery', town: 'Daleham', postcode: 'ZY9 2AA' },
  ];
  expect(rows.map(placeWhereRepeated(rows))).toEqual(['Moorham ZY9 1AA', 'Valeham', '']);
});
