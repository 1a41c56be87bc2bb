import { projectFolder } from '../../../project-folder.ts';
import { type Instrument, type ProgrammePack, readProgrammePack } from '../../programme/index.ts';
import { onRecord } from '../../programme/rounds-on-record.ts';
import { levelledInstrument } from '../../scoring/testing/levelled-instrument.ts';

/** Each care setting is assessed by itself; "well led" is answered once for the organisation. */
export function settingsInstrument(): Instrument {
  const instrument = levelledInstrument();
  return {
    ...instrument,
    id: 'by-setting',
    returns: 'per-setting',
    asksDesiredLevels: true,
    themes: instrument.themes.map((theme) =>
      theme.id === 'well-led' ? { ...theme, answered: 'organisation' } : theme,
    ),
  };
}

/** The same, of which organisations of a group may answer "well led" and "access" together. */
export function groupInstrument(): Instrument {
  const instrument = settingsInstrument();
  return {
    ...instrument,
    id: 'in-groups',
    themes: instrument.themes.map((theme) => ({ ...theme, sharedInGroup: theme.id !== 'foundations' })),
  };
}

/** The shipped programme, with that instrument asked in every round of assessment, and time left in each. */
export function settingsPack(): Promise<ProgrammePack> {
  return packWithTime(settingsInstrument());
}

/** The same with the one that groups may answer together. */
export function groupPack(): Promise<ProgrammePack> {
  return packWithTime(groupInstrument());
}

async function packWithTime(instrument: Instrument): Promise<ProgrammePack> {
  const pack = await readProgrammePack(projectFolder('programmes', 'england-ldr'));
  const rounds = pack.rounds.map((round) =>
    round.kind === 'assessment' ? { ...round, instrument: instrument.id, dueOn: '2099-01-15' } : round,
  );
  const names: Readonly<Record<string, string[]>> = {
    acute: ['Acute'],
    community: ['Community'],
    ambulance: ['Ambulance'],
  };
  const careSettings = pack.careSettings.map((each) => ({ ...each, officialNames: names[each.id] ?? [] }));
  const staffSurveys = [{ id: 'staff', instrument: instrument.id, questions: ['WL2', 'SF1'] }];
  return { ...pack, careSettings, rounds, roundsOnRecord: onRecord(rounds), instruments: [instrument], staffSurveys };
}
