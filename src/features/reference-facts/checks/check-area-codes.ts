import { faultAt, type LocatedReference, type ReferenceFault } from '../reading/reference-fault.ts';
import { areaCodePattern } from '../reading/reference-shapes.ts';

/** Each kind of area has codes of its own form; other files only repeat codes given in `areas.csv`. */
export function checkAreaCodes({ areas }: LocatedReference): ReferenceFault[] {
  return areas
    .filter(({ value }) => !areaCodePattern[value.kind].test(value.code))
    .map((area) => faultAt(area, `code: "${area.value.code}" is not the code of a ${area.value.kind}`));
}
