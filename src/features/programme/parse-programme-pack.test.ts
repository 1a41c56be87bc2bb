import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackFile } from './pack-fault.ts';
import { parseProgrammePack } from './parse-programme-pack.ts';
import { SMALL_PACK, smallPackWith } from './small-pack.fixture.ts';

/** For ambulances alone, and in no round. */
const otherInstrument = `instruments:
  - id: other
    version: '1'
    title: Other
    themes: [all]
    scales: [{ id: agreement, label: Agree?, scored: true, options: [{ id: no, label: 'No', score: 0 }, { id: yes, label: 'Yes', score: 1 }] }]
    scoring: { id: mean, label: The mean., theme: mean-of-sections }
    provenance: Made up.
    declaration: I agree.
themes:
  - instrument: other
    id: all
    title: All
    description: All.
    sections:
      - id: records
        number: 1
        title: Records
        description: Notes.
        answeredBy: Anyone
        questions: [{ id: R1, text: We keep notes., help: Count., scale: agreement, careSettings: [ambulance], standing: inferred }]
`;

function faultsOf(files: readonly PackFile[]): string[] {
  const parsed = parseProgrammePack(files, ['risks', 'plans']);
  return parsed.kind === 'ok' ? [] : parsed.faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

describe('parseProgrammePack', () => {
  it('reads a valid pack, whatever the order of its files', () => {
    const parsed = parseProgrammePack(SMALL_PACK);
    expect(parsed).toMatchObject({
      kind: 'ok',
      pack: {
        id: 'small',
        instruments: [{ themes: [{ id: 'use', sections: [{ questions: [{ id: 'R1' }, {}, {}] }] }] }],
      },
    });
    expect(parseProgrammePack(SMALL_PACK.toReversed())).toEqual(parsed);
  });

  it('fills in what may be left unsaid', () => {
    const parsed = parseProgrammePack(SMALL_PACK);
    if (parsed.kind !== 'ok') {
      throw new Error('faulty');
    }
    expect(parsed.pack.organisationTypes[1]?.careSetting).toBeNull();
    expect(parsed.pack.instruments[0]?.themes[0]?.sections[0]?.questions[0]).toMatchObject({
      careSettings: [],
      when: null,
      notApplicable: false,
    });
    expect(parsed.pack.instruments[0]?.themes[0]).not.toHaveProperty('instrument');
  });

  it.each([
    // Shapes
    ['title: Small programme\n', '', 'programme.yaml:1 "title" is missing'],
    [
      'madeIn: A plan',
      'madein: A plan',
      ['programme.yaml:17 "madeIn" is missing', 'programme.yaml:21 unknown key "madein"'],
    ],
    ['2020-12-31', '31/12/2020', 'programme.yaml:20 "dueOn": must be a date written YYYY-MM-DD'],
    ['2016-06-30', '2016-06-31', 'programme.yaml:4 "positionOn": must be a date written YYYY-MM-DD'],
    [
      'Europe/London',
      'Europe/Paris',
      'programme.yaml:24 "timeZone": must be Europe/London, in which every page counts its days and shows its times',
    ],
    ['https://example.org/page', 'a page', 'programme.yaml:22 "url": must be an https address'],
    ['standing: stated', 'standing: rumoured', /^programme\.yaml:23 "standing": Invalid option/],
    [
      'submissionRule:',
      'submissionRules:',
      ['content.yaml:17 unknown key "submissionRules"', 'programme.yaml:1 "submissionRule" is missing'],
    ],
    ['description: No paper.', "description: ' '", 'programme.yaml:19 "description": must not be empty'],
    ['score: 100', 'score: 101', /^instrument\.yaml:12 "score": /],
    ['id: R2', 'id: R 2', 'instrument.yaml:30 "id": must be letters and digits, with single hyphens between'],
    [
      'required: true, visibility: assured }',
      'required: true, visibility: assured, tables: [risk] }',
      'content.yaml:10 "tables": "risk" is no kind of content that a part may ask for: risks, plans',
    ],
    // Letters
    [
      "About asked-to-endorse'",
      "About {organistion}'",
      /^letters\.yaml:5 "subject": nothing is known here to put in place of \{organistion\}; there is \{organisation\}, /,
    ],
    [
      "asked-to-review', text: 'Look at {link}'",
      "asked-to-review', text: 'Look'",
      /^letters\.yaml:9 "text": must say \{link\}/,
    ],
    [
      '  asked-to-review:',
      '  asked-to-reviews:',
      ['letters.yaml:1 "asked-to-review" is missing', 'letters.yaml:9 unknown key "asked-to-reviews"'],
    ],
    [
      'declaration: I agree.',
      'declaration: I agree.\n    draftsReadBy: [reviewer, administrator]',
      /^instrument\.yaml:17 "draftsReadBy": Invalid option/,
    ],
    // Merging
    [
      'summary: The',
      'submissionRule: 1\nsummary: The',
      'programme.yaml:3 "submissionRule" is already given in content.yaml',
    ],
    // Ids
    ['id: council', 'id: acute-trust', 'programme.yaml:12 the id "acute-trust" is used twice'],
    ['id: R2', 'id: R1', 'instrument.yaml:30 the id "R1" is used twice'],
    ["id: yes, label: 'Yes'", "id: no, label: 'Yes'", 'instrument.yaml:12 the id "no" is used twice'],
    ['id: risks', 'id: vision', 'content.yaml:10 the id "vision" is used twice'],
    ['id: note', 'id: agreement', /instrument\.yaml:13 the id "agreement" is used twice/],
    // References
    ['careSetting: acute', 'careSetting: prison', 'programme.yaml:11 no care setting "prison"'],
    [', careSetting: acute', '', 'programme.yaml:11 "acute-trust" is assessed, so it needs a careSetting'],
    [
      'assessed: false',
      'assessed: false, careSetting: acute',
      'programme.yaml:12 "council" is not assessed, so it has no careSetting',
    ],
    [
      '{ id: ambulance, label: Ambulance }',
      '{ id: ambulance, label: Ambulance, officialNames: [Acute, Acute] }',
      'programme.yaml:9 the official name "Acute" is used twice',
    ],
    [
      'careSetting: acute',
      'careSetting: acute, furtherCareSettings: [prison]',
      'programme.yaml:11 no care setting "prison"',
    ],
    [
      'careSetting: acute',
      'careSetting: acute, furtherCareSettings: [acute]',
      'programme.yaml:11 the care setting "acute" is listed twice',
    ],
    [
      'assessed: false',
      'assessed: false, furtherCareSettings: [acute]',
      'programme.yaml:12 "council" is not assessed, so it has no furtherCareSettings',
    ],
    [
      '    title: Use\n',
      '    title: Use\n    answered: organisation\n',
      /instrument\.yaml:\d+ "use" is answered once for the organisation, but "maturity" does not have "returns: per-setting"/,
    ],
    ['instrument: maturity }', 'instrument: other }', 'programme.yaml:14 no instrument "other"'],
    [', instrument: maturity }', ' }', 'programme.yaml:14 a round of kind assessment needs "instrument"'],
    ['baselineRound: first', 'baselineRound: plan', 'programme.yaml:15 no assessment round "plan"'],
    [', baselineRound: first', '', 'programme.yaml:15 a round of kind roadmap needs "baselineRound"'],
    [
      'baselineRound: first',
      'baselineRound: first, instrument: maturity',
      'programme.yaml:15 a round of kind roadmap has no "instrument"',
    ],
    ['section: records', 'section: notes', 'content.yaml:2 the instrument "maturity" has no section or theme "notes"'],
    ['group: records', 'group: notes', 'content.yaml:4 no capability group "notes"'],
    ['scale: note', 'scale: essay', 'instrument.yaml:31 no scale "essay"'],
    ['careSettings: [ambulance]', 'careSettings: [prison]', 'instrument.yaml:30 no care setting "prison"'],
    [
      '- instrument: maturity',
      '- instrument: other',
      ['instrument.yaml:5 no theme "use"', 'instrument.yaml:18 no instrument "other"'],
    ],
    ['themes: [use]', 'themes: [use, use]', 'instrument.yaml:5 the theme "use" is listed twice'],
    [
      'themes: [use]',
      'themes: [skill]',
      [
        'instrument.yaml:5 no theme "skill"',
        'instrument.yaml:19 the instrument "maturity" does not list the theme "use"',
      ],
    ],
    [
      'not-met: It is not. }',
      'bad: It is not. }',
      ['content.yaml:26 no rating "bad"', 'content.yaml:26 the rubric does not say what "not-met" means'],
    ],
    // What must hold
    ['dueOn: 2016-01-15', 'dueOn: 2016-07-01', 'programme.yaml:15 the round is due before its baseline (2016-07-01)'],
    ['opensOn: 2016-04-01', 'opensOn: 2016-07-01', 'programme.yaml:15 the round is due before it opens (2016-07-01)'],
    ['score: 100', 'score: 0', 'instrument.yaml:12 the score of "yes" is not higher than the one before it'],
    [
      'endsOn: 2018-03-31',
      'endsOn: 2016-03-31',
      'content.yaml:13 "2017-18" does not end later than the year before it',
    ],
    ['number: 2', 'number: 1', 'content.yaml:10 part 1 does not follow the part before it'],
    [
      'blocksClearance: false',
      'blocksClearance: true',
      'content.yaml:18 every rating blocks clearance, so nothing could be cleared',
    ],
    [
      'help: Count., scale: agreement, standing',
      'help: Count., scale: note, standing',
      'instrument.yaml:2 the instrument "maturity" has no scored question that is always asked for the care setting "acute"',
    ],
    [
      'theme: mean-of-sections }',
      'theme: mean-of-sections, gates: [{ question: R9, below: 1, holds: used, most: 50, because: It matters. }] }',
      ['instrument.yaml:14 no scored question "R9"', 'instrument.yaml:14 no section or theme "used"'],
    ],
    [
      'theme: mean-of-sections }',
      'theme: mean-of-sections, scale: { least: 1, most: 100, decimals: 1 } }',
      'instrument.yaml:11 the score of "no" is not from 1 to 100, as the scores of this instrument are',
    ],
    ['title: Use\n', 'title: Use\n    weight: 0\n', 'instrument.yaml:21 "weight": must be more than 0'],
    ['scored: false', 'scored: true', 'instrument.yaml:13 the scored scale "note" needs at least two options'],
  ])('refuses %j changed to %j', (from, to, expected) => {
    const faults = faultsOf(smallPackWith(from, to));
    if (expected instanceof RegExp) {
      expect(faults.join('\n')).toMatch(expected);
    } else {
      expect(faults).toEqual([expected].flat());
    }
  });

  it('takes a section without a question for some care setting, and an instrument in no round that asks of none', () => {
    const ofOneSetting = smallPackWith(
      'help: Count., scale: agreement, standing',
      'help: Count., scale: agreement, careSettings: [acute], standing',
    );
    expect(faultsOf(ofOneSetting)).toEqual([]);
    const other = { path: 'z.yaml', text: otherInstrument };
    expect(faultsOf([...SMALL_PACK, other])).toEqual([]);
  });

  it('refuses a section that could give nobody a score', () => {
    expect(faultsOf(smallPackWith(/scale: agreement,/g, 'scale: note,'))).toEqual([
      'instrument.yaml:2 the instrument "maturity" has no scored question that is always asked for the care setting "acute"',
      'instrument.yaml:23 the section "records" has no scored question',
    ]);
  });

  it('says where a file is not YAML, and nothing that might follow from it', () => {
    const faults = faultsOf(smallPackWith('summary: The least', 'summary: "The least'));
    expect(faults[0]).toMatch(/^programme\.yaml:\d+ Missing closing/);
    expect(faults.every((fault) => fault.startsWith('programme.yaml:'))).toBe(true);
  });

  it('refuses a key given twice in one file', () => {
    expect(faultsOf(smallPackWith('madeIn: A plan', 'title: Again\n    madeIn: A plan'))).toEqual([
      'programme.yaml:21 Map keys must be unique',
    ]);
  });

  it('joins a list that is spread over files and still knows each line', () => {
    const more = {
      path: 'z.yaml',
      text: '\nareaKinds:\n  - { id: stp, label: STP, labelPlural: STPs }\n  - { id: footprint }\n',
    };
    expect(faultsOf([...SMALL_PACK, more])).toEqual([
      'z.yaml:4 "label" is missing',
      'z.yaml:4 "labelPlural" is missing',
    ]);
    const sound = { ...more, text: more.text.split('\n').slice(0, 3).join('\n') };
    expect(parseProgrammePack([...SMALL_PACK, sound])).toMatchObject({ pack: { areaKinds: [{}, { id: 'stp' }] } });
  });

  it('reports faults of shape and of reference together, in order of file and line', () => {
    const files = smallPackWith('careSetting: acute', 'careSetting: prison').map((file) => ({
      ...file,
      text: file.text.replace('2020-12-31', 'soon').replace('group: records', 'group: notes'),
    }));
    expect(faultsOf(files)).toEqual([
      'content.yaml:4 no capability group "notes"',
      'programme.yaml:11 no care setting "prison"',
      'programme.yaml:20 "dueOn": must be a date written YYYY-MM-DD',
    ]);
  });

  it('does not blame a reference to a piece whose own shape is wrong', () => {
    expect(faultsOf(smallPackWith('label: Records, ', ''))).toEqual(['content.yaml:2 "label" is missing']);
  });

  it('finds a line for every fault, whichever line of the pack is lost', () => {
    const lines = SMALL_PACK.flatMap((file) =>
      file.text
        .split('\n')
        .slice(0, -1)
        .map((_, line) => ({ file, line })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...lines), ({ file, line }) => {
        const kept = file.text.split('\n').filter((_, index) => index !== line);
        const files = SMALL_PACK.map((other) => (other === file ? { ...other, text: kept.join('\n') } : other));
        const parsed = parseProgrammePack(files);
        if (parsed.kind === 'ok') {
          return;
        }
        for (const fault of parsed.faults) {
          const text = files.find((other) => other.path === fault.file)?.text;
          expect(fault.line).toBeGreaterThan(0);
          expect(fault.line).toBeLessThanOrEqual(text?.split('\n').length ?? 0);
        }
      }),
    );
  });

  it('refuses files that hold nothing', () => {
    expect(faultsOf([{ path: 'empty.yaml', text: '' }])).toEqual([
      'empty.yaml:1 the file must hold keys and values, such as "title: …"',
    ]);
    expect(faultsOf([])).toContain(':1 "id" is missing');
  });
});
