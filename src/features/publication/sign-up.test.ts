import { describe, expect, it } from 'vitest';
import { freezeDocument } from '../roadmap/documents/freeze-document.ts';
import { documentDigest } from '../roadmap/index.ts';
import { aFreezeInput, anEndorsement, fullEndorsement, members } from '../roadmap/testing/northvale.ts';
import { buildRoadmapDownload } from './roadmap-download.ts';
import { signUpRows, tallySignUp } from './sign-up.ts';
import { signUpSentence } from './views/sign-up-sentence.ts';

const twice = [...members, { organisationId: 'org-2', code: 'XN2', name: 'Northvale Acute', role: 'support' as const }];
const document = freezeDocument(aFreezeInput({ members: twice }));
const digest = documentDigest(document);
const decided = [
  ...fullEndorsement(digest).slice(0, 1),
  anEndorsement({ organisationId: 'org-2', digest, decision: 'endorse-with-conditions', conditions: 'Fund it' }),
  anEndorsement({ organisationId: 'org-3', digest, decision: 'decline', conditions: 'Too soon' }),
];
const download = buildRoadmapDownload(document, decided, twice, {
  footprintCode: 'NV',
  versionNumber: 1,
  releaseNumber: 1,
  publishedAt: new Date('2017-01-31T12:00:00Z'),
  digest,
  illustrative: true,
});

describe('signUpRows', () => {
  it('lists every organisation once, leads first, with its decision where there is one', () => {
    expect(signUpRows(download).map(({ code, role, endorsement }) => [code, role, endorsement?.decision])).toEqual([
      ['XN1', 'lead', 'endorse'],
      ['XN3', 'core', 'decline'],
      ['XN2', 'core', 'endorse-with-conditions'],
      ['XN4', 'associate', undefined],
      ['XN5', 'support', undefined],
    ]);
  });
});

describe('signUpSentence', () => {
  it('says how many agreed, how, and who did not', () => {
    expect(signUpSentence(tallySignUp(signUpRows(download)))).toBe(
      '2 of 5 organisations endorsed exactly this text, 1 of them with conditions; 1 declined and 2 recorded no decision.',
    );
  });

  it('is short where all agreed', () => {
    const all = { members: 1, endorsed: 1, withConditions: 0, declined: 0, silent: 0 };
    expect(signUpSentence(all)).toBe('Its one organisation endorsed exactly this text.');
    expect(signUpSentence({ ...all, withConditions: 1 })).toBe(
      'Its one organisation endorsed exactly this text, with conditions.',
    );
    expect(signUpSentence({ ...all, endorsed: 0, declined: 1 })).toBe(
      '0 of 1 organisation endorsed exactly this text; 1 declined.',
    );
  });
});
