import { expect, it } from 'vitest';
import { returnWorkbookLimits } from '../../../file-limits.ts';
import { readWorkbook } from '../../../platform/files/workbook/read/read-workbook.ts';
import type { ReturnToWrite } from '../own-return.ts';
import { answersAlone, filledIn, returnWith } from '../testing/filled-return.ts';
import { linkDifferencesOf } from './link-differences.ts';

const site = 'https://example.org/';

/** A return in which the answer to WL1 rests on these links. */
function restingOn(names: readonly string[], elsewhere?: string): ReturnToWrite {
  const whole = returnWith([], elsewhere === undefined ? {} : { elsewhere });
  const evidence = names.map((name) => ({ evidenceId: name, title: name, url: `${site}${name}` }));
  const file = { evidenceId: 'file', title: 'Minutes', url: null };
  return {
    ...whole,
    lines: whole.lines.map((line) => (line.question.id === 'WL1' ? { ...line, evidence: [...evidence, file] } : line)),
  };
}

/** What differs where a file was made while the answer rested on some links, says others, and now it rests on others again. */
function differing(then: readonly string[], said: readonly string[], now: readonly string[], elsewhere?: string) {
  const typed = said.map((name) => `${name}: ${site}${name}`).join('\n');
  const file = filledIn(restingOn(then), 'excel', [['WL1', 'links', typed]]);
  const stands = restingOn(now, elsewhere);
  const read = answersAlone([...readWorkbook(file, returnWorkbookLimits.reading)], stands);
  if (read.kind === 'refused') {
    throw new Error(read.reason);
  }
  const { differences, odd } = linkDifferencesOf(read.links, stands);
  return {
    changes: differences.map(({ added, takenOff }) => [
      added.map(({ title }) => title),
      takenOff.map(({ evidenceId }) => evidenceId),
    ]),
    odd: [...read.odd, ...odd].map(({ questionId, problem }) => [questionId, problem]),
  };
}

it('finds nothing where the file says what it was made from, whatever came or went since', () => {
  expect(differing(['a', 'b'], ['b', 'a'], ['a', 'c'])).toEqual({ changes: [], odd: [] });
});

it('finds what was added and what was taken out, and nothing that stands so already', () => {
  expect(differing(['a', 'b'], ['b', 'c', 'd'], ['a', 'b', 'd'])).toEqual({ changes: [[['c'], ['a']]], odd: [] });
  expect(differing(['a'], ['b'], ['b'])).toEqual({ changes: [], odd: [] });
});

it('takes nothing where the section is answered elsewhere', () => {
  const { changes, odd } = differing([], ['a'], [], 'leadership');
  expect(changes).toEqual([]);
  expect(odd).toEqual([['WL1', 'Taken from another trust, so that it is not taken from this file. Answer it there']]);
});

it('says where a line is no link', () => {
  const file = filledIn(restingOn([]), 'excel', [['WL1', 'links', 'see the intranet']]);
  const read = answersAlone([...readWorkbook(file, returnWorkbookLimits.reading)], restingOn([]));
  expect(read).toMatchObject({
    odd: [{ questionId: 'WL1', problem: expect.stringContaining('has no address at its end') }],
    links: [],
  });
});
