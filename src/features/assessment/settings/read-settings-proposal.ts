import type { AppContext } from '../../../context.ts';
import { today } from '../../../platform/days.ts';
import { readPublishedSettings } from '../../official-results/index.ts';
import { organisationType, type ProgrammePack, settingsOffered } from '../../programme/index.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { listSettingChoices } from './setting-choice-repository.ts';
import { type SettingsProposal, settingsProposal } from './settings-proposal.ts';

/** What is proposed to an organisation of which nobody has said yet which care settings it answers for; null where there is nothing to propose. */
export async function readSettingsProposal(
  { database, pack, clock }: Pick<AppContext, 'database' | 'pack' | 'clock'>,
  assessed: Pick<AssessedOrganisation, 'organisation' | 'settings' | 'instrument'>,
): Promise<SettingsProposal | null> {
  const { organisation, settings, instrument } = assessed;
  if (instrument.returns === 'per-organisation') {
    return null;
  }
  const [choices, published] = await Promise.all([
    listSettingChoices(database, [organisation.organisationId], null),
    readPublishedSettings(database, organisation, today(clock)),
  ]);
  return choices.length > 0
    ? null
    : settingsProposal(pack, { current: settings, offered: offeredTo(pack, assessed), published });
}

/** What the organisation has stays on offer, whatever its type has become. */
export function offeredTo(
  pack: ProgrammePack,
  { organisation, settings }: Pick<AssessedOrganisation, 'organisation' | 'settings'>,
): string[] {
  const ofType = settingsOffered(pack, organisationType(pack, organisation.typeId));
  return pack.careSettings.map(({ id }) => id).filter((id) => ofType.includes(id) || settings.includes(id));
}
