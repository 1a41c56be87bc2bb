import { expect, it } from 'vitest';
import { parsePeopleFile } from './parse-people-file.ts';

const fileWith = (name: string) => `\uFEFFemail,name,ro\u200Ble\na.sample@example.nhs.uk,${name},analyst`;
const read = (name: string) => parsePeopleFile(fileWith(name), ['analyst'], '2016-05-01');

it.each([
  ['Aa\u200Bsha', 'Line 2: the name must not have characters that cannot be seen'],
  ['\u3164', 'Line 2: enter the person’s name'],
])('refuses a name that hides something or is not seen: %j', (name, message) => {
  expect(read(name)).toEqual({ rows: [], errors: [{ field: 'people', message: expect.stringContaining(message) }] });
});

it('takes names in any writing', () => {
  expect(read('می\u200Cنا').rows).toMatchObject([{ line: 2, invitation: { name: 'می\u200Cنا' } }]);
});
