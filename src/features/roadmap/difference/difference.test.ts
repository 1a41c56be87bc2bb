import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentTables } from '../documents/document-tables.ts';
import { freezeDocument } from '../documents/freeze-document.ts';
import { publicCopy } from '../documents/frozen-document.ts';
import { content } from '../testing/arbitraries.ts';
import { aContent, aDeployment, aFreezeInput, aMoneyLine, aRisk, members } from '../testing/northvale.ts';
import { documentDifferences } from './document-differences.ts';
import { figuresChanged } from './figures-changed.ts';
import { tableDifference } from './table-difference.ts';
import { countWords, textDifference } from './text-difference.ts';

const documentWith = (changes: Parameters<typeof aContent>[0], input: Parameters<typeof aFreezeInput>[0] = {}) =>
  freezeDocument(aFreezeInput({ content: aContent(changes), ...input }));
const nothing = { membersJoined: [], membersLeft: [], texts: [], tables: [], unseen: [] };
const part = (body: string) => ({ partId: 'vision', body, localHeading: '' });

describe('what two documents say differently', () => {
  it('is told word by word in texts', () => {
    const before = documentWith({ parts: [part('We share records with all wards.')] });
    const after = documentWith({ parts: [part('We share every record with all wards by 2018.')] });
    const [change, ...others] = documentDifferences(before, after).texts;
    expect(others).toEqual([]);
    expect(change?.pieces.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => [kind, text.trim()])).toEqual([
      ['removed', 'records'],
      ['added', 'every'],
      ['added', 'record'],
      ['added', 'by 2018'],
    ]);
    expect(countWords(change?.pieces ?? [], 'added')).toBe(4);
  });

  it('is told row by row and cell by cell in tables, with names for what rows refer to', () => {
    const [portal, wards] = [
      aDeployment({ id: 'portal', title: 'Shared record' }),
      aDeployment({ id: 'wards', title: 'Prescribing', money: [aMoneyLine({ pounds: 5 })] }),
    ];
    const before = documentWith({ deployments: [portal, wards] });
    const after = documentWith({
      deployments: [portal, { ...wards, status: 'live', dependsOn: ['portal'], money: [aMoneyLine({ pounds: 7 })] }],
    });
    const { tables } = documentDifferences(before, after);
    expect(tables.map(({ name, changed }) => [name, changed])).toEqual([
      [
        'deployments',
        [
          {
            called: 'Prescribing',
            cells: [
              { heading: 'How far it has come', before: 'Planned', after: 'Live' },
              { heading: 'Depends on (ids)', before: '', after: 'Shared record' },
            ],
          },
        ],
      ],
      [
        'deployment-money',
        [
          {
            called: 'Prescribing, 2017/18, Capital, Own capital',
            cells: [{ heading: 'Pounds', before: '5', after: '7' }],
          },
        ],
      ],
      ['money', [expect.objectContaining({ called: '2017/18' })]],
    ]);
    expect(figuresChanged(before, after)).toEqual([
      '1 of the deployments is live, not 0.',
      expect.stringMatching(/^The schedule costs £[\d,]+, not £[\d,]+ as before\.$/),
      expect.stringMatching(/^£[\d,]+ is bid for, not £[\d,]+ as before\.$/),
    ]);
  });

  it('tells of a new title once, and not with each line of its money', () => {
    const before = documentWith({ deployments: [aDeployment({ title: 'Old name' })] });
    const after = documentWith({ deployments: [aDeployment({ title: 'New name' })] });
    expect(documentDifferences(before, after).tables.map(({ name }) => name)).toEqual(['deployments']);
  });

  it('names who joined and who left', () => {
    const fewer = documentWith({}, { members: members.slice(0, 4) });
    expect(documentDifferences(fewer, documentWith({}))).toEqual({ ...nothing, membersJoined: ['Vale Support Unit'] });
    expect(documentDifferences(documentWith({}), fewer)).toEqual({ ...nothing, membersLeft: ['Vale Support Unit'] });
  });

  it('is not told of what a copy is without, not even whether it differs', () => {
    const before = documentWith({ risks: [aRisk()] });
    const after = documentWith({ risks: [aRisk({ mitigation: 'A secret plan' })] });
    const open = documentDifferences(publicCopy(before), publicCopy(after));
    expect(JSON.stringify(open)).not.toContain('secret');
    expect(open).toEqual(documentDifferences(publicCopy(before), publicCopy(before)));
    expect(open.unseen).toContain('Risk register');
    expect(documentDifferences(before, after).tables.map(({ name }) => name)).toEqual(['risks']);
  });

  it('is nothing for a document and itself, whatever it says', () => {
    fc.assert(
      fc.property(content, (any) => {
        const document = freezeDocument(aFreezeInput({ content: any }));
        expect(documentDifferences(document, document)).toEqual(nothing);
        expect(figuresChanged(document, document)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('leads from the one to the other, whatever they say', () => {
    fc.assert(
      fc.property(content, content, (one, other) => {
        const [before, after] = [one, other].map((any) => freezeDocument(aFreezeInput({ content: any })));
        for (const table of documentTables(after ?? before ?? documentWith({}))) {
          const earlier = documentTables(before ?? documentWith({})).find(({ name }) => name === table.name) ?? null;
          const difference = tableDifference(earlier, table);
          const kept = (earlier?.rows.length ?? 0) - (difference?.removed.length ?? 0);
          expect(kept + (difference?.added.length ?? 0)).toBe(table.rows.length);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('gives back both texts from their pieces, also where they have nothing in common', () => {
    const without = (pieces: ReturnType<typeof textDifference>, kind: string) =>
      pieces
        .filter((piece) => piece.kind !== kind)
        .map(({ text }) => text)
        .join('');
    const long = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join(' ');
    fc.assert(
      fc.property(fc.oneof(fc.lorem(), fc.string()), fc.oneof(fc.lorem(), fc.string()), (before, after) => {
        const pieces = textDifference(before, after);
        expect([without(pieces, 'added'), without(pieces, 'removed')]).toEqual([before, after]);
      }),
    );
    expect(textDifference(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
