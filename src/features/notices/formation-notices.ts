import { paths } from '../../paths.ts';
import { checkNumber } from '../../platform/canonical-json.ts';
import type { OrganisationMention } from '../formation/index.ts';
import type { Happening } from './happening.ts';
import { executivesOf, type NoticeDraft, reviewersOf, writersOf } from './notice-draft.ts';

/** The footprint form that something happened to. */
export interface NoticedForm {
  readonly slug: string;
  readonly name: string;
  /** Where those who write the form hold their roles: the footprint, or the lead commissioner of one that is proposed. */
  readonly footprintIds: readonly string[];
  readonly leadIds: readonly string[];
  readonly regionIds: readonly string[];
  /** Commissioners that have yet to decide on it. */
  readonly waitingFor: readonly OrganisationMention[];
  /** Every commissioner on the form. */
  readonly ccgIds: readonly string[];
}

/** Whom to tell of a step of a footprint form. */
export function formationNotices(happening: Happening, place: NoticedForm): NoticeDraft[] {
  const { slug, name: footprint } = place;
  const { by, detail } = happening;
  const reason = detail.reason ?? '';
  const check = checkNumber(detail.digest ?? '');
  const writers = [writersOf(...place.footprintIds), executivesOf(...place.leadIds)];
  const href = paths.formation(slug);
  switch (happening.action) {
    case 'formation.put':
      return place.waitingFor.map(({ organisationId, code, name: organisation }) => ({
        kind: 'asked-to-endorse-form',
        to: [executivesOf(organisationId)],
        href: paths.endorseFootprintForm(slug, code),
        known: { footprint, organisation, check, by },
      }));
    case 'formation.take-back':
    case 'formation.send-back':
      return [
        { kind: 'form-returned', to: writers, href, known: { footprint, by, reason } },
        {
          kind: 'form-endorsement-lapsed',
          to: [executivesOf(...(detail.lapsed ?? []))],
          href,
          known: { footprint, by, reason },
        },
      ];
    case 'formation.complete': {
      const to = [reviewersOf(place.regionIds)];
      return [
        { kind: 'asked-to-decide-on-form', to, href: paths.decideFootprintForm(slug), known: { footprint, check } },
      ];
    }
    case 'formation.accept':
      return [
        {
          kind: 'form-accepted',
          to: [...writers, executivesOf(...place.ccgIds)],
          href,
          known: { footprint, check, by },
        },
      ];
    default:
      return [];
  }
}
