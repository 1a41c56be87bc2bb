import type { MembershipRole } from '../programme/index.ts';
import type { SituationGrant, SituationLink, SituationMembership } from './facts.ts';

export interface AreaNames {
  readonly areaId: string;
  readonly code: string;
  readonly name: string;
  readonly slug: string;
}

type Membership = Omit<SituationMembership, 'from'>;
type Link = Omit<SituationLink, 'from' | 'parentKind'>;
type Grant = Omit<SituationGrant, 'personName'>;

/** A version that a new draft is to be read beside. */
export interface CitedVersion {
  readonly versionId: string;
  readonly footprintName: string;
  readonly number: number;
}

interface OrganisationNames {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly typeId: string;
  /** First day after, where an end lies ahead. */
  readonly to: string | null;
}

/** A change for each of several kinds that say the same. */
type Each<Kind extends string, Facts> = Kind extends string ? { readonly kind: Kind } & Facts : never;

/**
 * One thing that applying a plan writes. Facts of the directory hold, or end, from the day of the event; roles and roadmaps
 * change when the plan is confirmed. Nothing is ever removed.
 */
export type Change =
  | Each<'begin-area', AreaNames>
  | Each<'end-area', AreaNames>
  /** An area that had ended goes on under the key it had. */
  | Each<'resume-area', AreaNames>
  | { readonly kind: 'rename-area'; readonly before: AreaNames; readonly after: AreaNames }
  | Each<'begin-membership' | 'end-membership', Membership>
  | Each<'begin-link' | 'end-link', Link>
  | Each<'begin-grant' | 'end-grant', Grant>
  | {
      readonly kind: 'withdraw-version';
      readonly versionId: string;
      readonly number: number;
      readonly digest: string;
      readonly reason: string;
    }
  | { readonly kind: 'begin-draft'; readonly footprintId: string; readonly cites: readonly CitedVersion[] }
  | Each<'begin-organisation' | 'end-organisation' | 'resume-organisation', OrganisationNames>
  | { readonly kind: 'begin-place'; readonly organisationId: string; readonly areaId: string }
  | {
      readonly kind: 'carry-patients';
      readonly organisationId: string;
      readonly value: number;
      readonly measuredOn: string;
    };

export type ChangeOf<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;

/** The changes of one kind. */
export function changesOf<Kind extends Change['kind']>(changes: readonly Change[], kind: Kind): ChangeOf<Kind>[] {
  return changes.filter((change): change is ChangeOf<Kind> => change.kind === kind);
}

const strength: readonly MembershipRole[] = ['lead', 'core', 'associate', 'support'];

/** The rule for memberships: an organisation that would be in one footprint twice is in it once, in the strongest role. */
export function strongestRoles(memberships: readonly Membership[]): Membership[] {
  const byKey = Map.groupBy(memberships, ({ areaId, organisationId }) => `${areaId} ${organisationId}`);
  return [...byKey.values()].flatMap((same) => {
    const to = latestEnd(same.map((one) => one.to));
    const [strongest] = same.toSorted((one, other) => strength.indexOf(one.role) - strength.indexOf(other.role));
    return strongest === undefined ? [] : [{ ...strongest, to }];
  });
}

function latestEnd(ends: readonly (string | null)[]): string | null {
  return ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
}
