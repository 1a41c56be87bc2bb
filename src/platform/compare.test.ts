import { expect, it } from 'vitest';
import { by, compareNames, compareText } from './compare.ts';

it('sorts keys by their characters, and leaves equal ones where they are', () => {
  expect(['b', 'a', 'B', 'É'].toSorted(compareText)).toEqual(['B', 'a', 'b', 'É']);
  expect(compareText('05A', '05A')).toBe(0);
  const rows = [
    { key: 'b', row: 1 },
    { key: 'a', row: 2 },
    { key: 'b', row: 3 },
  ];
  expect(rows.toSorted(by(({ key }) => key)).map(({ row }) => row)).toEqual([2, 1, 3]);
});

it('sorts names as a reader does, whatever their capitals and accents', () => {
  expect(['Ealing', 'éclair', 'east', 'Zoë', 'zebra'].toSorted(compareNames)).toEqual([
    'Ealing',
    'east',
    'éclair',
    'zebra',
    'Zoë',
  ]);
  expect([{ name: 'b' }, { name: 'A' }].toSorted(by(({ name }) => name, compareNames))[0]?.name).toBe('A');
});
