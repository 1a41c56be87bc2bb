import type { Connection } from '../../../platform/database/database.ts';
import { type ProgrammePack, type Round, wholeOrganisation } from '../../programme/index.ts';
import { type AssessedPart, readAssessedPart } from '../require-assessed-organisation.ts';
import { listAnswersInEffect } from '../settings/list-answers-in-effect.ts';
import { careSettingName } from '../views/result-view.ts';
import { type PartAtWork, workOfPart } from './part-at-work.ts';

export interface AssigningContext {
  readonly database: Connection;
  readonly pack: ProgrammePack;
}

/** The organisation in whose assessment something is assigned. */
export interface AssigningPlace {
  readonly organisationId: string;
  readonly typeId: string;
  /** What stands for it in addresses of working pages. */
  readonly addressKey: string;
}

/** Everything that an organisation answers in a round, in all of its care settings; what is answered once for them comes first. */
export async function readParts(
  { database, pack }: AssigningContext,
  place: AssigningPlace,
  round: Round,
): Promise<PartAtWork[]> {
  const first = await readAssessedPart({ database, pack }, place, round);
  const isOnce = first.careSetting === wholeOrganisation;
  const more = isOnce ? first.settings : [];
  const parts = [first];
  for (const setting of more) {
    parts.push(await readAssessedPart({ database, pack }, place, round, setting));
  }
  const works: PartAtWork[] = [];
  for (const part of parts) {
    works.push(await readWork({ database, pack }, part));
  }
  return works.filter(({ sections }) => sections.length > 0);
}

async function readWork({ database, pack }: AssigningContext, part: AssessedPart): Promise<PartAtWork> {
  const { careSetting, setting, assessment, instrument, takes } = part;
  return workOfPart({
    careSetting,
    setting,
    label: labelOf(pack, part),
    state: assessment?.state ?? 'not-started',
    instrument,
    takes,
    saved: await listAnswersInEffect(database, { careSetting, instrument }, takes, assessment),
  });
}

function labelOf(pack: ProgrammePack, { careSetting, setting }: AssessedPart): string | null {
  if (careSetting === wholeOrganisation) {
    return 'Answered once for all care settings';
  }
  return setting === null ? null : careSettingName(pack, setting);
}
