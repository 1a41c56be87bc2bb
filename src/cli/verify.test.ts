import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFreezeReturn } from '../features/assessment/testing/a-freeze-return.ts';
import { completeForm, realInstrument, realPack } from '../features/assessment/testing/real-instrument.ts';
import { digestInPack } from '../features/instruments/index.ts';
import { buildRoadmapDownload } from '../features/publication/roadmap-download.ts';
import { freezeReturn, returnDigest, returnDownload } from '../features/return-documents/index.ts';
import { freezeDocument } from '../features/roadmap/documents/freeze-document.ts';
import { documentDigest } from '../features/roadmap/index.ts';
import { aFreezeInput, fullEndorsement, members } from '../features/roadmap/testing/northvale.ts';
import { runLdr } from './run-ldr.ts';
import { recordingTerminal } from './testing/recording-terminal.ts';

const document = freezeDocument(aFreezeInput());
const digest = documentDigest(document);
const download = buildRoadmapDownload(document, fullEndorsement(digest), members, {
  footprintCode: 'NV',
  versionNumber: 1,
  releaseNumber: 1,
  publishedAt: new Date('2017-01-31T12:00:00Z'),
  digest,
  illustrative: true,
});
const sound = JSON.stringify(download, null, 2);

/** As its organisation downloads it, of a questionnaire that comes with the program. */
async function signedAssessment() {
  const [pack, instrument] = await Promise.all([realPack(), realInstrument()]);
  const answers = completeForm(instrument).map(({ questionId, value }) => ({
    ...{ questionId, value, desired: null, revision: 1 },
    comment: 'As the board heard in May',
  }));
  const returned = freezeReturn(
    aFreezeReturn({ instrument, answers, programme: pack, instrumentDigest: digestInPack(pack, instrument) }),
  );
  const signature = {
    organisation: returned.organisation.code,
    person: { name: 'Carol Example', role: 'Chief executive' },
    declaration: returned.declaration,
    boardApprovedOn: null,
    at: '2015-12-10T09:00:00.000Z',
    digest: returnDigest(returned),
  };
  return {
    digest: signature.digest,
    declaration: signature.declaration,
    own: JSON.stringify(returnDownload(returned, signature, 'organisation'), null, 2),
    open: JSON.stringify(returnDownload(returned, signature, 'public'), null, 2),
  };
}

let folder: string;
let signed: Awaited<ReturnType<typeof signedAssessment>>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-verify-'));
  await writeFile(path.join(folder, 'sound.json'), sound);
  await writeFile(path.join(folder, 'changed.json'), sound.replace('One record', 'Two records'));
  signed = await signedAssessment();
  const changed = {
    '': signed.own,
    '-public': signed.open,
    '-note': signed.own.replace('board heard', 'ward heard'),
    '-answer': signed.own.replace(/"agree-completely"/, '"mostly-agree"'),
    '-name': signed.own.replace('Carol Example', 'Conrad Example'),
    '-declaration': signed.own.replaceAll(signed.declaration, 'We declare nothing.'),
  };
  for (const [name, text] of Object.entries(changed)) {
    await writeFile(path.join(folder, `assessment${name}.json`), text);
  }
  await writeFile(path.join(folder, 'text.json'), 'Dear reader');
  await writeFile(path.join(folder, 'latin.json'), Buffer.from([0x22, 0xe9, 0x22]));
  await writeFile(path.join(folder, 'endless.json'), 'x'.repeat(20_000_001));
});
afterAll(() => rm(folder, { recursive: true }));

async function verify(...files: string[]) {
  const terminal = recordingTerminal({ folder });
  const exitCode = await runLdr(['verify', ...files], terminal);
  return { exitCode, terminal };
}

describe('ldr verify', () => {
  it('verifies a sound file and says what it is about', async () => {
    const { exitCode, terminal } = await verify('sound.json');
    expect(exitCode).toBe(0);
    expect(terminal.printed()).toMatch(/^VERIFIED\n/);
    expect(terminal.printed()).toContain('Northvale');
    expect(terminal.printed()).toContain(digest);
  });

  it('does not verify a changed one', async () => {
    const { exitCode, terminal } = await verify('changed.json');
    expect(exitCode).toBe(1);
    expect(terminal.printed()).toContain('NOT VERIFIED');
    expect(terminal.printed()).toContain('The section "Vision" is not as it was endorsed');
  });

  it.each([
    ['absent.json', 'There is no such file'],
    ['.', 'This is a folder'],
    ['text.json', 'The file is not JSON'],
    ['latin.json', 'The file is not UTF-8 text'],
    ['endless.json', 'larger than 20 megabytes'],
  ])('says why it cannot read %s', async (file, reason) => {
    const { exitCode, terminal } = await verify(file);
    expect(exitCode).toBe(2);
    expect(terminal.printed()).toContain(reason);
  });

  it('reads standard input', async () => {
    const terminal = recordingTerminal({ input: sound });
    expect(await runLdr(['verify', '-'], terminal)).toBe(0);
    expect(terminal.printed()).toContain('VERIFIED');
  });

  it('takes several files, and the worst counts', async () => {
    const { exitCode, terminal } = await verify('sound.json', 'changed.json', 'sound.json');
    expect(exitCode).toBe(1);
    expect(terminal.printed().match(/VERIFIED/g)).toHaveLength(3);
    expect((await verify('absent.json', 'changed.json')).exitCode).toBe(2);
  });

  it('asks for a file', async () => {
    const { exitCode, terminal } = await verify();
    expect(exitCode).toBe(2);
    expect(terminal.complained()).toContain('Name the file');
  });
});

describe('ldr verify, of a signed assessment', () => {
  it('needs nothing but the file: digests, signature and scores come out again', async () => {
    const { exitCode, terminal } = await verify('assessment.json');
    expect(exitCode).toBe(0);
    expect(terminal.printed()).toMatch(/^VERIFIED\n/);
    expect(terminal.printed()).toContain('Its scores come out again from its answers');
    expect(terminal.printed()).toContain(signed.digest);
  });

  it('verifies the file for everybody too, which has the same digest and no answers', async () => {
    const { exitCode, terminal } = await verify('assessment-public.json');
    expect(exitCode).toBe(0);
    expect(terminal.printed()).toContain(signed.digest);
    expect(terminal.printed()).toContain('so its scores were not worked out again');
  });

  it.each(['note', 'answer', 'name', 'declaration'])('refuses one in which the %s was changed', async (what) => {
    const { exitCode, terminal } = await verify(`assessment-${what}.json`);
    expect(exitCode).toBe(1);
    expect(terminal.printed()).toMatch(/^NOT VERIFIED\n/);
  });
});
