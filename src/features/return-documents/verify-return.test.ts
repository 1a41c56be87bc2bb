import { describe, expect, it } from 'vitest';
import { aFreezeReturn } from '../assessment/testing/a-freeze-return.ts';
import { answerAtLevel, levelledInstrument } from '../scoring/testing/levelled-instrument.ts';
import { freezeReturn } from './freeze-return.ts';
import { returnDigest } from './frozen-return.ts';
import { type ReturnDownload, returnDownload, returnRecordDigest } from './signed-file.ts';
import { verifyReturn } from './verify-return.ts';

const instrument = levelledInstrument();
const answers = [{ ...answerAtLevel('WL1', 2), comment: 'Board minutes', desired: null, revision: 1 }];
const document = freezeReturn(aFreezeReturn({ instrument, answers }));
const signature = {
  organisation: 'RX1',
  person: { name: 'Eve Example', role: 'Chief executive' },
  declaration: instrument.declaration,
  boardApprovedOn: null,
  at: '2015-12-10T09:00:00.000Z',
  digest: returnDigest(document),
};
const own = returnDownload(document, signature, 'organisation');
const open = returnDownload(document, signature, 'public');
const find = () => instrument;
const parsed = (download: ReturnDownload) => JSON.parse(JSON.stringify(download)) as ReturnDownload;

describe('the file of an organisation', () => {
  it('is verified, and its scores come out again from its answers', () => {
    expect(verifyReturn(parsed(own), find)).toMatchObject({ kind: 'verified-return', rescored: 'same' });
    expect(verifyReturn(parsed(own), () => null)).toMatchObject({
      kind: 'verified-return',
      rescored: 'no-questionnaire',
    });
  });

  it('is not, with a note, a signature or a score that is another', () => {
    const changed = JSON.parse(JSON.stringify(own).replace('Board minutes', 'Ward minutes')) as unknown;
    expect(verifyReturn(changed, find)).toMatchObject({ kind: 'failed' });
    expect(verifyReturn({ ...own, signature: { ...signature, at: '2015-12-11T09:00:00.000Z' } }, find)).toMatchObject({
      kind: 'failed',
      problems: [expect.stringContaining('The signature is not as it was downloaded')],
    });
    const other = { ...own, signature: { ...signature, digest: '0'.repeat(64) } };
    expect(verifyReturn({ ...other, recordDigest: returnRecordDigest(other) }, find)).toMatchObject({
      problems: ['The signature is of another document'],
    });
    const better = freezeReturn(
      aFreezeReturn({ instrument, answers: [{ ...answerAtLevel('WL1', 4), comment: '', desired: null, revision: 1 }] }),
    );
    const [scores, said] = [better, document].map(({ sections }) => sections);
    const mixed = {
      ...document,
      sections: said?.map((each) => scores?.find(({ id }) => id === each.id && id === 'scores') ?? each),
    };
    expect(verifyReturn(returnDownload(mixed as typeof document, null, 'organisation'), find)).toMatchObject({
      kind: 'failed',
      problems: expect.arrayContaining([expect.stringContaining('The answers give another score')]),
    });
  });
});

it('the file for everybody has the same digest, names nobody, and says that its answers are not there', () => {
  expect(open.digest).toBe(own.digest);
  expect(JSON.stringify(open)).not.toMatch(/Board minutes|Eve Example|Ben Example/);
  expect(verifyReturn(parsed(open), find)).toMatchObject({ kind: 'verified-return', rescored: 'no-answers' });
});

it.each([null, [], {}, 'text', { ...own, more: 1 }])('refuses what is no such file: %j', (file) => {
  expect(verifyReturn(file, find).kind).toBe('failed');
});
