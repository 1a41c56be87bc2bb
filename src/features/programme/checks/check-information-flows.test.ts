import { expect, it } from 'vitest';
import { parseProgrammePack } from '../parse-programme-pack.ts';
import { SMALL_PACK } from '../small-pack.fixture.ts';

const message = '{ id: message, label: Message, letter: M, digital: true, structured: true }';
const paper = '{ id: paper, label: Paper, letter: P, digital: false, structured: false }';
const referrals = '{ id: referrals, label: Referrals, supports: [A] }';

/** The small pack with information flows; the flows as read, or faults with their places. */
function packWith({ ways = [message, paper], kinds = [referrals], more = '' } = {}) {
  const path = 'information-flows.yaml';
  const lines = [
    `  ways: [${ways.join(', ')}]`,
    `  kinds: [${kinds.join(', ')}]`,
    ...(more === '' ? [] : [`  ${more}`]),
  ];
  const parsed = parseProgrammePack([...SMALL_PACK, { path, text: `informationFlows:\n${lines.join('\n')}\n` }]);
  return parsed.kind === 'ok'
    ? parsed.pack.informationFlows
    : parsed.faults.map((fault) => `${fault.file}:${fault.line} ${fault.message}`);
}

it('reads what flows are described with, and has none where a pack says nothing', () => {
  expect(packWith({ more: 'parties: [{ id: practices, label: General practices }]' })).toEqual({
    ways: [
      { id: 'message', label: 'Message', letter: 'M', digital: true, structured: true },
      { id: 'paper', label: 'Paper', letter: 'P', digital: false, structured: false },
    ],
    kinds: [{ id: 'referrals', label: 'Referrals', supports: ['A'] }],
    standards: [],
    parties: [{ id: 'practices', label: 'General practices' }],
  });
  const parsed = parseProgrammePack(SMALL_PACK);
  expect(parsed.kind === 'ok' && parsed.pack.informationFlows).toBeNull();
});

it.each([
  [{ ways: [message, message] }, ['2 the id "message" is used twice', '2 the letter "M" stands for two ways']],
  [
    { ways: [paper.replace('structured: false', 'structured: true')] },
    ['2 "paper" is structured, so it must be digital'],
  ],
  [{ ways: [paper.replace('letter: P', 'letter: PP')] }, ['2 "letter": must be one capital letter']],
  [{ kinds: [referrals.replace('[A]', '[A, Z]')] }, ['3 no universal capability "Z"']],
  [{ kinds: [] }, ['3 "kinds": Too small: expected array to have >=1 items']],
  [{ more: 'parties: [{ id: x, label: X }, { id: x, label: Y }]' }, ['4 the id "x" is used twice']],
  [{ more: 'partys: []' }, ['4 unknown key "partys"']],
])('says what is wrong, with its line: %j', (written, faults) => {
  expect(packWith(written)).toEqual(faults.map((fault) => `information-flows.yaml:${fault}`));
});
