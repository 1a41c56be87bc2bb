import { inSentence } from '../../../views/format.ts';
import { commissionerTypeOn } from '../../directory/index.ts';
import type { OrganisationType } from '../../programme/index.ts';

/** What those are called that commission care on a day, one and several, within a sentence. */
export interface CommissionerNames {
  readonly one: string;
  readonly many: string;
}

type TypeNames = Pick<OrganisationType, 'id' | 'label' | 'labelPlural'>;

/** As the programme calls the type of organisation that they are of. */
export function commissionerNames(
  { organisationTypes }: { readonly organisationTypes: readonly TypeNames[] },
  day: string,
): CommissionerNames {
  const type = organisationTypes.find(({ id }) => id === commissionerTypeOn(day));
  return type === undefined
    ? { one: 'commissioner', many: 'commissioners' }
    : { one: inSentence(type.label), many: inSentence(type.labelPlural) };
}
