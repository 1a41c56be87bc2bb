import type { IdSource } from '../../../platform/ids.ts';
import { organisationType, type ProgrammePack, type Round } from '../../programme/index.ts';
import { type FreezeReturn, freezeReturn, type ReturnDocument } from '../../return-documents/index.ts';
import { careSettingName } from '../views/result-view.ts';

/** An assessment that is put to be signed. */
export interface ToFreeze
  extends Pick<FreezeReturn, 'instrument' | 'instrumentDigest' | 'illustrative' | 'asked' | 'answers' | 'giver'> {
  readonly pack: ProgrammePack;
  readonly round: Pick<Round, 'id' | 'label'>;
  /** As it is called on the day. */
  readonly organisation: { readonly code: string; readonly name: string; readonly typeId: string };
  readonly careSetting: string;
  readonly newId: IdSource;
}

/** The document of an assessment, with what its programme calls everything. */
export function documentOf({ pack, organisation, careSetting, newId, ...rest }: ToFreeze): ReturnDocument {
  const { id, label } = organisationType(pack, organisation.typeId);
  return freezeReturn({
    ...rest,
    programme: pack,
    organisation: { ...organisation, type: { id, label } },
    careSetting: { id: careSetting, label: careSettingName(pack, careSetting) },
    newSalt: () => newId().replaceAll('-', ''),
  });
}
