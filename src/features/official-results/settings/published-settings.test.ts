import { expect, test } from 'vitest';
import { publishedSettings } from './published-settings.ts';

const common = { publisher: 'NHS England', publishedOn: '2026-03-30' };
const result = (name: string, isOwn: boolean, careSetting: string, year: number) => ({
  ...common,
  code: name,
  name,
  isOwn,
  careSetting,
  year,
});

test('the newest year of each is what counts, and its own stands first', () => {
  const results = [
    result('Gone Trust', false, 'Community', 2024),
    result('New Trust', true, 'Acute', 2024),
    result('New Trust', true, 'Ambulance', 2024),
    result('New Trust', true, 'Acute', 2025),
    result('New Trust', true, 'Community', 2025),
  ];
  expect(publishedSettings(results)).toEqual([
    { ...common, predecessor: null, year: 2025, careSettings: ['Acute', 'Community'] },
    { ...common, predecessor: 'Gone Trust', year: 2024, careSettings: ['Community'] },
  ]);
  expect(publishedSettings([])).toEqual([]);
});
