import { describe, expect, it } from 'vitest';
import { parseProgrammePack } from '../parse-programme-pack.ts';
import { SMALL_PACK } from '../small-pack.fixture.ts';

const SECOND = `instruments:
  - id: maturity-2
    version: '1'
    title: Maturity again
    follows: { instrument: maturity, drops: [R3], standing: inferred }
    themes: [use]
    scales:
      - id: agreement
        label: Agree?
        scored: true
        options:
          - { id: no, label: 'No', score: 0 }
          - { id: yes, label: 'Yes', score: 100 }
      - id: share
        label: What share?
        scored: true
        options:
          - { id: none, label: None, score: 0 }
          - { id: all, label: All, score: 100 }
    scoring: { id: mean, label: The mean., theme: mean-of-sections }
    provenance: Made up.
    declaration: I agree.
themes:
  - instrument: maturity-2
    id: use
    title: Use
    description: What is used.
    sections:
      - id: records
        number: 1
        title: Records
        description: Notes.
        answeredBy: Anyone
        questions:
          - { id: R1, text: We keep notes., help: Count., scale: agreement, lineage: { kind: same, from: [R1] }, standing: inferred }
          - { id: R4, text: In small vans., help: Count., scale: share, careSettings: [ambulance], lineage: { kind: narrower, from: [R2] }, standing: inferred }
          - { id: R5, text: In large vans., help: Count., scale: share, careSettings: [ambulance], lineage: { kind: narrower, from: [R2] }, standing: inferred }
          - { id: R6, text: By voice., help: Count., scale: share, standing: inferred }
`;

function faultsWith(from: string, to: string): string[] {
  const text = SECOND.replace(from, to);
  expect(from === to || text !== SECOND).toBe(true);
  const parsed = parseProgrammePack([...SMALL_PACK, { path: 'second.yaml', text }]);
  return parsed.kind === 'ok' ? [] : parsed.faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

describe('an instrument that follows another', () => {
  it('is read with what its questions came from', () => {
    const parsed = parseProgrammePack([...SMALL_PACK, { path: 'second.yaml', text: SECOND }]);
    expect(parsed.kind === 'ok' ? parsed.pack.instruments.map(({ follows }) => follows) : parsed.faults).toEqual([
      null,
      { instrument: 'maturity', drops: ['R3'], standing: 'inferred' },
    ]);
    const questions = parsed.kind === 'ok' ? parsed.pack.instruments[1]?.themes[0]?.sections[0]?.questions : [];
    expect(questions?.map(({ lineage }) => lineage)).toEqual([
      { kind: 'same', from: ['R1'], isComparable: true, comparableIn: [] },
      { kind: 'narrower', from: ['R2'], isComparable: false, comparableIn: [] },
      { kind: 'narrower', from: ['R2'], isComparable: false, comparableIn: [] },
      null,
    ]);
  });

  it.each([
    ['instrument: maturity, drops', 'instrument: readiness, drops', 'second.yaml:5 no instrument "readiness"'],
    [
      'instrument: maturity, drops',
      'instrument: maturity-2, drops',
      'second.yaml:5 the instrument "maturity-2" follows itself',
    ],
    [
      '    follows: { instrument: maturity, drops: [R3], standing: inferred }\n',
      '',
      [
        'second.yaml:34 the instrument "maturity-2" follows none, so "R1" comes from no question',
        'second.yaml:35 the instrument "maturity-2" follows none, so "R4" comes from no question',
        'second.yaml:36 the instrument "maturity-2" follows none, so "R5" comes from no question',
      ],
    ],
    ['kind: same, from: [R1]', 'kind: equal, from: [R1]', /^second\.yaml:35 "kind": Invalid option/],
    [
      'kind: same, from: [R1]',
      'kind: same, from: [R9]',
      [
        'second.yaml:5 must name R1 of "maturity", from which no question comes',
        'second.yaml:35 no question in the instrument "maturity" "R9"',
      ],
    ],
    ['from: [R1]', 'from: [R1, R1]', 'second.yaml:35 "R1" is named twice'],
    [
      'drops: [R3], standing: inferred }',
      'standing: inferred }',
      'second.yaml:5 must name R3 of "maturity", from which no question comes',
    ],
    ['drops: [R3]', 'drops: [R3, R1]', 'second.yaml:5 "R1" is not dropped: a question comes from it'],
    ['drops: [R3]', 'drops: [R3, R9]', 'second.yaml:5 no question in the instrument "maturity" "R9"'],
    [
      'scale: agreement, lineage',
      'scale: share, lineage',
      'second.yaml:35 "R1" is the same as "R1" of "maturity", but it is answered on another scale',
    ],
    [
      'scale: agreement, lineage',
      'scale: agreement, levels: [{ option: no, looksLike: None., elements: [] }, { option: yes, looksLike: All., elements: [{ id: R1-a, text: Kept. }] }], lineage',
      'second.yaml:35 "R1" is the same as "R1" of "maturity", but its levels ask for something else',
    ],
    [
      "label: 'Yes', score: 100",
      "label: 'Yes', score: 90",
      'second.yaml:35 "R1" is the same as "R1" of "maturity", but its answers score otherwise',
    ],
    [
      'scale: share, careSettings: [ambulance], lineage: { kind: narrower, from: [R2] }',
      'scale: share, careSettings: [ambulance], lineage: { kind: narrower, from: [R2], comparable: true }',
      [
        'second.yaml:36 "R4" is comparable with "R2" of "maturity", but it is answered on another scale',
        'second.yaml:37 "R2" is claimed twice: by "R4" and "R5"',
      ],
    ],
    ['kind: same, from: [R1]', 'kind: same, from: [R1, R2]', /"R1" can be the same as one question only/],
    [
      'scale: share, standing',
      'scale: share, lineage: { kind: wider, from: [R1] }, standing',
      'second.yaml:38 "R1" is claimed twice: by "R1" and "R6"',
    ],
    [
      'kind: same, from: [R1]',
      'kind: same, from: [R1], comparable: [acute, maternity, acute]',
      ['second.yaml:35 no care setting "maternity"', 'second.yaml:35 "acute" is named twice'],
    ],
    [
      'kind: narrower, from: [R2] }',
      'kind: narrower, from: [R2], comparable: [acute] }',
      [
        'second.yaml:36 "R4" is not put to "acute", so nothing is compared there',
        'second.yaml:36 "R4" is comparable with "R2" of "maturity", but it is answered on another scale',
        'second.yaml:37 "R2" is claimed twice: by "R4" and "R5"',
      ],
    ],
    ['kind: same, from: [R1]', 'kind: same, from: [R1], comparable: []', /^second\.yaml:35 "comparable": /],
  ])('is refused with %j changed to %j', (from, to, expected) => {
    const faults = faultsWith(from, to);
    if (expected instanceof RegExp) {
      expect(faults.join('\n')).toMatch(expected);
    } else {
      expect(faults).toEqual([expected].flat());
    }
  });

  it('may be comparable in some care settings alone', () => {
    const some = SECOND.replace('kind: same, from: [R1]', 'kind: same, from: [R1], comparable: [ambulance]');
    const parsed = parseProgrammePack([...SMALL_PACK, { path: 'second.yaml', text: some }]);
    const questions = parsed.kind === 'ok' ? parsed.pack.instruments[1]?.themes[0]?.sections[0]?.questions : [];
    expect(questions?.[0]?.lineage).toMatchObject({ isComparable: true, comparableIn: ['ambulance'] });
  });

  it('may put one question in another form to each care setting', () => {
    const split = SECOND.replace(
      'R6, text: By voice., help: Count., scale: share',
      'R6, text: By voice., help: Count., scale: agreement, careSettings: [acute], lineage: { kind: same, from: [R1] }',
    ).replace(
      'help: Count., scale: agreement, lineage',
      'help: Count., scale: agreement, careSettings: [ambulance], lineage',
    );
    expect(parseProgrammePack([...SMALL_PACK, { path: 'second.yaml', text: split }]).kind).toBe('ok');
  });

  it('does not blame what comes from an instrument that is faulty itself', () => {
    const faulty = SMALL_PACK.map((file) => ({ ...file, text: file.text.replace('id: R2', 'id: R 2') }));
    const parsed = parseProgrammePack([...faulty, { path: 'second.yaml', text: SECOND }]);
    expect(parsed.kind === 'ok' ? [] : parsed.faults.map(({ message }) => message)).toEqual([
      expect.stringContaining('must be letters and digits'),
    ]);
  });
});
