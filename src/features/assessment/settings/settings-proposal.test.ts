import { expect, test } from 'vitest';
import { projectFolder } from '../../../project-folder.ts';
import type { PublishedSettings } from '../../official-results/index.ts';
import { readProgrammePack } from '../../programme/index.ts';
import { settingsProposal } from './settings-proposal.ts';

const pack = await readProgrammePack(projectFolder('programmes', 'england-wgll'));
const trustSettings = ['acute', 'community', 'mental-health', 'ambulance'];

function published(predecessor: string | null, year: number, ...careSettings: string[]): PublishedSettings {
  return { predecessor, year, careSettings, publisher: 'NHS England', publishedOn: '2026-03-30' };
}

test('what an organisation and those that it took over from had results for is proposed together, each with its source', () => {
  const results = [published(null, 2025, 'Acute'), published('Gone Trust', 2024, 'Community', 'Mental health')];
  expect(settingsProposal(pack, { current: ['acute'], offered: trustSettings, published: results })).toEqual({
    settings: ['acute', 'community', 'mental-health'],
    isAsNow: false,
    reasons: [
      'Its official results of 2025 are for acute (published by NHS England on 30 March 2026).',
      'The official results of 2024 of Gone Trust, which it took over, are for community and mental health (published by NHS England on 30 March 2026).',
    ],
    inShort: 'As in the official results of 2024 and 2025.',
  });
});

test('a board keeps general practice, of which nothing is published', () => {
  const current = ['icb', 'primary-care'];
  const results = [published(null, 2025, 'Integrated care board')];
  const found = settingsProposal(pack, { current, offered: current, published: results });
  expect(found).toMatchObject({ settings: current, isAsNow: true });
});

test('nothing is proposed where nothing is published, or nothing that the organisation may answer for', () => {
  const asked = { current: ['acute'], offered: trustSettings };
  expect(settingsProposal(pack, { ...asked, published: [] })).toBeNull();
  const elsewhere = [published(null, 2025, 'Integrated care board'), published(null, 2025, 'Dentistry')];
  expect(settingsProposal(pack, { ...asked, published: elsewhere })).toBeNull();
});
