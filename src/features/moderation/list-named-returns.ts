import type { Connection } from '../../platform/database/database.ts';
import { inSentence } from '../../views/format.ts';
import { answersForSeveral, careSettingName } from '../assessment/index.ts';
import { listAddressed, listPlacements } from '../directory/index.ts';
import type { ProgrammePack, Round } from '../programme/index.ts';

interface OneReturn {
  readonly organisationId: string;
  readonly round: Round;
  readonly careSetting: string;
}

/** A return as it is named and found. */
interface NamedReturn {
  readonly addressKey: string;
  /** With the care setting, where it is one of several. */
  readonly name: string;
  /** One care setting of several, as addresses name it; null where the organisation has one alone. */
  readonly setting: string | null;
  readonly regionIds: readonly string[];
}

/** Names returns of any rounds, in the order in which they come. */
export async function listNamedReturns<Return extends OneReturn>(
  { database, pack }: { readonly database: Connection; readonly pack: ProgrammePack },
  returns: readonly Return[],
): Promise<(Return & NamedReturn)[]> {
  const ids = [...new Set(returns.map(({ organisationId }) => organisationId))];
  if (ids.length === 0) {
    return [];
  }
  const [addressed, placements] = [
    await listAddressed(database, ids, pack.positionOn),
    await listPlacements(database, ids, pack.positionOn),
  ];
  return Promise.all(
    returns.map(async (one) => {
      const { organisationId, round, careSetting } = one;
      const { addressKey = organisationId, name = organisationId } = addressed.get(organisationId) ?? {};
      const isOneOfSeveral = await answersForSeveral(database, pack, round, organisationId);
      return {
        ...one,
        addressKey,
        name: isOneOfSeveral ? `${name} (${inSentence(careSettingName(pack, careSetting))})` : name,
        setting: isOneOfSeveral ? careSetting : null,
        regionIds: placements.get(organisationId)?.regionIds ?? [],
      };
    }),
  );
}
