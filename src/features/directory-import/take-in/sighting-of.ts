import { dayAfter } from '../../../platform/days.ts';
import {
  type Citation,
  type Facts,
  isSameText,
  type OrganisationHistory,
  type OrganisationObservation,
  type OrganisationTypes,
  type Relation,
  type RelationObservation,
  type Sighting,
  seenFrom,
} from '../../register/index.ts';

/** The file that is being read, as what is read from it cites it. */
export interface ReadSource {
  readonly sourceId: string;
  /** The day whose state of affairs the file gives. */
  readonly datedOn: string;
}

/**
 * What a file says of an organisation, as a sighting for its history. Of an organisation that was closed by the day of the
 * file, the region and geography are left out: publishers restate them to the areas of their own day.
 */
export function sightingOf(
  observation: OrganisationObservation,
  holders: readonly OrganisationHistory[],
  { sourceId, datedOn }: ReadSource,
  types: OrganisationTypes,
): Sighting {
  const endedOn = observation.closedOn === null ? null : dayAfter(observation.closedOn);
  const isClosed = endedOn !== null && endedOn <= datedOn;
  const known = knownBy(holders, datedOn);
  const typeId = observation.stated?.typeId ?? types.typeOfRole(observation.roleId, known?.typeId ?? null);
  const { address, town, postcode, phone, status, regionCode, geographyCode } = saidBeside(known, observation);
  return {
    on: datedOn,
    openedOn: observation.openedOn,
    endedOn,
    facts: {
      // Capitals and points are the publisher's habit; a name that is known is not spelt anew with every file.
      name: known !== null && isSameText(known.name, observation.name) ? known.name : observation.name,
      typeId,
      typeStanding: observation.stated?.typeStanding ?? (typeId === known?.typeId ? known.typeStanding : 'official'),
      status: isClosed ? null : status,
      address,
      town,
      postcode,
      phone,
      regionCode: isClosed ? null : regionCode,
      geographyCode: isClosed ? null : geographyCode,
    },
    cited: { ...citationOf({ sourceId, datedOn }, observation.row), ...citedAs(observation) },
  };
}

type Beside = Pick<
  OrganisationObservation,
  'address' | 'town' | 'postcode' | 'phone' | 'status' | 'regionCode' | 'geographyCode'
>;

/**
 * A copy takes nothing away by what it leaves empty, whatever else it says anew. Where organisations lie is worked out for it, unless
 * the record itself names a region.
 */
function saidBeside(known: Facts | null, observation: OrganisationObservation): Beside {
  if (known === null || observation.stated === undefined) {
    return observation;
  }
  return {
    address: observation.address ?? known.address,
    town: observation.town ?? known.town,
    postcode: observation.postcode ?? known.postcode,
    phone: observation.phone ?? known.phone,
    status: observation.status ?? known.status,
    regionCode: known.regionCode === null ? null : (observation.regionCode ?? known.regionCode),
    geographyCode: observation.geographyCode ?? known.geographyCode,
  };
}

function citedAs({ stated }: OrganisationObservation): Partial<Citation> {
  return stated === undefined ? {} : { standing: stated.standing, note: stated.note };
}

/** What is known for the day: the last sighting up to it, or else the first after it. */
function knownBy(holders: readonly OrganisationHistory[], day: string): Facts | null {
  const states = holders.flatMap(({ lives }) => lives.flatMap((life) => life.states));
  return (states.findLast((state) => seenFrom(state) <= day) ?? states[0])?.facts ?? null;
}

function citationOf({ sourceId, datedOn }: ReadSource, row: number): Citation {
  return { sourceId, row, standing: 'official', note: '', isCurated: false, saidOn: datedOn };
}

/** What a file says of a tie to another organisation. */
export function relationOf(observation: RelationObservation, row: number, { sourceId, datedOn }: ReadSource): Relation {
  const { kind, relatedCode, from, to } = observation;
  return {
    kind,
    relatedCode,
    from,
    to: to === null ? null : dayAfter(to),
    seenOn: datedOn,
    cited: { sourceId, row, standing: 'official' },
  };
}
