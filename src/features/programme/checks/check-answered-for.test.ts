import { describe, expect, it } from 'vitest';
import { parseProgrammePack } from '../parse-programme-pack.ts';
import { smallPackWith } from '../small-pack.fixture.ts';

const last = '{ id: R3, text: Anything else?, help: Say., scale: note, standing: inferred }';
const question = 'text: Who leads?, help: Say., scale: agreement, standing: inferred';

/** The small pack with a second theme of one question; `use` and `lead` are what more is said of each theme. */
function faultsOf({ use = '', lead = '', hangsOn = '' }, ...changes: readonly (readonly [string, string])[]): string[] {
  const when = hangsOn === '' ? '' : `, when: { question: ${hangsOn}, is: [yes] }`;
  const second = `${last}
  - instrument: maturity
    id: lead
    title: Lead
    description: Who leads.
${lead}    sections:
      - { id: board, number: 2, title: Board, description: Says., answeredBy: Anyone, questions: [{ id: L1, ${question}${when} }] }`;
  const all = [
    ['themes: [use]', 'themes: [use, lead]'],
    ['    title: Use\n', `    title: Use\n${use}`],
    ...changes,
  ] as const;
  const files = smallPackWith(last, second).map((file) => ({
    ...file,
    text: all.reduce((text, [from, to]) => text.replace(from, to), file.text),
  }));
  const parsed = parseProgrammePack(files);
  return parsed.kind === 'ok' ? [] : parsed.faults.map(({ message }) => message);
}

const perSetting = ['    version:', '    returns: per-setting\n    version:'] as const;
const once = '    answered: organisation\n';
const shared = '    sharedInGroup: true\n';

describe('what is answered once', () => {
  it('leaves something to each care setting', () => {
    expect(faultsOf({ lead: once }, perSetting)).toEqual([]);
    expect(faultsOf({ use: once, lead: once }, perSetting)).toEqual([
      'the instrument "maturity" leaves nothing for the care setting "acute" to answer by itself',
      'the instrument "maturity" leaves nothing for the care setting "ambulance" to answer by itself',
    ]);
  });

  it('hangs on nothing that is not', () => {
    expect(faultsOf({ lead: once, hangsOn: 'R1' }, perSetting)).toEqual([
      '"L1" is answered once for the organisation, and hangs on "R1", which is not',
    ]);
  });
});

describe('what a group may share', () => {
  it('leaves something to each organisation in every care setting, however it is assessed', () => {
    expect(faultsOf({ lead: shared })).toEqual([]);
    const nothing = (setting: string) =>
      `the instrument "maturity" leaves nothing for an organisation of a group to answer by itself in the care setting "${setting}"`;
    expect(faultsOf({ use: shared, lead: shared })).toEqual([nothing('acute'), nothing('ambulance')]);
    expect(faultsOf({ use: shared, lead: `${once}${shared}` }, perSetting)).toEqual([
      nothing('acute'),
      nothing('ambulance'),
    ]);
  });

  it('leaves something to each of several care settings beside what is answered once for all of them', () => {
    expect(faultsOf({ use: shared, lead: once }, perSetting)).toHaveLength(2);
  });

  it('hangs on nothing that is not', () => {
    expect(faultsOf({ lead: shared, hangsOn: 'R1' })).toEqual([
      '"L1" may be shared in a group, and hangs on "R1", which is not',
    ]);
    expect(faultsOf({ use: shared, hangsOn: 'R1' })).toEqual([]);
  });
});
