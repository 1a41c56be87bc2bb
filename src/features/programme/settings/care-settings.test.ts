import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { organisationType, questionsFor } from '../programme-lookups.ts';
import { readProgrammePack } from '../read-programme-pack.ts';
import {
  answeredOnce,
  sectionsAnsweredOnce,
  sectionsSharedInGroups,
  settingsOffered,
  settingsOfType,
  typesAlike,
} from './care-settings.ts';

const pack = await readProgrammePack(join(import.meta.dirname, '../../../../programmes/england-wgll'));
const [instrument] = pack.instruments;
if (instrument === undefined) {
  throw new Error('the pack england-wgll has no instrument');
}

describe('the care settings of today’s programme', () => {
  it('are one for a trust at first, and two for a board, which answers for general practice', () => {
    expect(settingsOfType(organisationType(pack, 'acute-trust'))).toEqual(['acute']);
    expect(settingsOfType(organisationType(pack, 'integrated-care-board'))).toEqual(['icb', 'primary-care']);
    expect(settingsOfType(organisationType(pack, 'council'))).toEqual([]);
  });

  it('may be those of every type that the registry does not tell from its own', () => {
    const offered = (type: string) => settingsOffered(pack, organisationType(pack, type));
    expect(offered('specialist-trust')).toEqual(['acute', 'community', 'mental-health', 'ambulance']);
    expect(offered('integrated-care-board')).toEqual(['icb', 'primary-care']);
  });
});

describe('what is answered once', () => {
  it('is what holds for the whole organisation', () => {
    expect(sectionsAnsweredOnce(instrument).map(({ id }) => id)).toEqual([
      'leading-digital',
      'keeping-safe',
      'staff-and-tools',
      'population-health',
    ]);
  });

  it('is every question of theirs that is put to any of the settings, put to the whole organisation', () => {
    const once = answeredOnce(instrument, ['icb', 'primary-care']);
    const asked = questionsFor(once, 'whole-organisation').map(({ id }) => id);
    const put = ['icb', 'primary-care'].flatMap((setting) => questionsFor(instrument, setting).map(({ id }) => id));
    expect(asked.filter((id) => !put.includes(id))).toEqual([]);
    expect(asked).toHaveLength(4 + 1 + 3 + 2 + 1 + 5);
  });
});

describe('what organisations of a group may answer together', () => {
  it('is all of today’s questionnaire but what each has in place', () => {
    expect(sectionsSharedInGroups(instrument).map(({ id }) => id)).toEqual([
      'leading-digital',
      'keeping-safe',
      'staff-and-tools',
      'people-online',
      'better-care',
      'population-health',
    ]);
  });

  it('goes between organisations that the registry does not tell apart', () => {
    const alike = typesAlike(pack, organisationType(pack, 'acute-trust')).map(({ id }) => id);
    expect(alike).toContain('community-trust');
    expect(alike).not.toContain('integrated-care-board');
  });
});
