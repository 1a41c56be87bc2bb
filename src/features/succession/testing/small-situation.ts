import type { VersionState } from '../../roadmap/index.ts';
import type { Situation, SituationFootprint } from '../planning/situation.ts';
import type { EventOf } from '../proposed-event.ts';
import { organisation } from './small-world.ts';

/* Two footprints, each with a commissioner, and a trust that is in both. Made up. */

/** Of the two footprints of the situation. */
export const merge: EventOf<'merge'> = {
  kind: 'merge',
  predecessors: ['north', 'south'],
  successor: { name: 'Whole', code: 'whole', slug: 'whole' },
  effectiveOn: '2016-10-01',
  reason: 'One plan',
};

export function footprint(name: string, members: Record<string, 'lead' | 'core' | 'associate'>): SituationFootprint {
  const [slug, areaId] = [name.toLowerCase(), `footprint:${name.toLowerCase()}`];
  return {
    areaId,
    code: slug,
    name,
    slug,
    from: '2016-06-30',
    memberships: Object.entries(members).map(([organisationId, role]) => ({
      areaId,
      organisationId,
      role,
      from: '2016-06-30',
      to: null,
    })),
    links: [
      { childAreaId: areaId, parentAreaId: `stp:${slug}`, parentKind: 'stp', relation: 'within', from: null, to: null },
      { childAreaId: areaId, parentAreaId: 'region:r', parentKind: 'region', relation: 'within', from: null, to: null },
    ],
    laterDays: [],
    version: null,
    endorsements: [],
    earlier: [],
    beside: [],
    published: [],
    grants: [{ personId: 'p', personName: 'Pat', role: 'editor', scopeKind: 'footprint', scopeId: areaId }],
    openForm: null,
  };
}

export const north = footprint('North', { C1: 'lead', T1: 'associate' });
export const south = footprint('South', { C2: 'lead', T1: 'core' });

export function situation(more: Partial<Situation> = {}): Situation {
  return {
    today: '2016-11-01',
    footprints: [north, south],
    organisations: [
      organisation('C1', { isCommissioner: true, patients: 100, practices: 10 }),
      organisation('C2', { isCommissioner: true, patients: 50, practices: 7 }),
      organisation('T1', { isTrust: true }),
    ],
    taken: [north, south].map(({ areaId, name, code, slug }) => ({ areaId, name, code, slug, to: null })),
    organisationCodes: [],
    isPlanningOpen: true,
    pending: [],
    undone: null,
    ...more,
  };
}

/** The same, where the north works on a version. */
export function withVersion(state: VersionState, more: Partial<SituationFootprint> = {}): Situation {
  const version = { versionId: 'v1', number: 1, state, digest: state === 'draft' ? null : 'd'.repeat(64) };
  return situation({ footprints: [{ ...north, version, ...more }, south] });
}
