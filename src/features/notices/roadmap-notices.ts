import { paths } from '../../paths.ts';
import type { OrganisationMention } from '../formation/index.ts';
import type { Happening } from './happening.ts';
import { executivesOf, leadsOf, type NoticeDraft, reviewersOf, writersOf } from './notice-draft.ts';

/** The version of a roadmap that something happened to. */
export interface NoticedVersion {
  readonly footprintId: string;
  readonly slug: string;
  readonly name: string;
  readonly regionIds: readonly string[];
  readonly number: number;
  readonly deadline: string;
  /** The members that its frozen document names; none while it is a draft. */
  readonly members: readonly OrganisationMention[];
  /** The member that has just given the last endorsement that had to be given; null where what happened is anything else. */
  readonly completedBy: string | null;
}

/** Whom to tell of a step of a roadmap. */
export function roadmapNotices(happening: Happening, place: NoticedVersion): NoticeDraft[] {
  const { footprintId, slug, name: footprint, number, deadline } = place;
  const { by, detail } = happening;
  const known = { footprint, version: String(number), by, deadline };
  const writers = writersOf(footprintId);
  const reviewers = reviewersOf(place.regionIds);
  switch (happening.action) {
    case 'roadmap.freeze':
      return place.members.map(({ organisationId, code, name: organisation }) => ({
        kind: 'asked-to-endorse',
        to: [executivesOf(organisationId)],
        href: paths.endorse(slug, code),
        known: { ...known, organisation },
      }));
    case 'roadmap.endorse':
      return decisionNotices(happening, place, known);
    case 'roadmap.return-to-draft': {
      const returned = { ...known, reason: detail.reason ?? '' };
      const lapsed = executivesOf(...(detail.lapsed ?? []));
      return [
        { kind: 'roadmap-returned', to: [writers], href: paths.roadmap(slug), known: returned },
        { kind: 'endorsement-lapsed', to: [lapsed], href: paths.agreement(slug), known: returned },
      ];
    }
    case 'roadmap.submit':
      return [
        { kind: 'asked-to-review', to: [reviewers], href: paths.review(slug), known },
        { kind: 'roadmap-submitted', to: [writers], href: paths.readVersion(slug, number), known },
      ];
    case 'review.decide':
      return detail.outcome === 'cleared'
        ? [{ kind: 'roadmap-cleared', to: [writers], href: paths.roadmap(slug), known }]
        : [{ kind: 'changes-requested', to: [writers], href: paths.roadmap(slug), known }];
    case 'review.take-back-clearance': {
      const reason = detail.reason ?? '';
      return [{ kind: 'clearance-taken-back', to: [writers], href: paths.roadmap(slug), known: { ...known, reason } }];
    }
    case 'roadmap.publish': {
      const executives = executivesOf(...place.members.map(({ organisationId }) => organisationId));
      const to = [writers, executives, reviewers];
      return [{ kind: 'roadmap-published', to, href: paths.publishedVersion(slug, number), known }];
    }
    default:
      return [];
  }
}

/** A decision of a member is told to those who write where it stands in the way, and to the lead where it was the last one needed. */
function decisionNotices({ detail }: Happening, place: NoticedVersion, known: NoticeDraft['known']): NoticeDraft[] {
  const { footprintId, slug, members, completedBy } = place;
  const decided = members.find(({ organisationId }) => organisationId === detail.organisation);
  if (decided === undefined) {
    return [];
  }
  if (detail.decision === 'decline') {
    const declined = { ...known, organisation: decided.name, reason: detail.conditions ?? '' };
    return [
      { kind: 'endorsement-declined', to: [writersOf(footprintId)], href: paths.agreement(slug), known: declined },
    ];
  }
  return completedBy === decided.organisationId
    ? [{ kind: 'all-endorsed', to: [leadsOf(footprintId)], href: paths.submitRoadmap(slug), known }]
    : [];
}
