import { mean } from '../../scoring/index.ts';
import type { ProviderScore } from './score-repository.ts';

/** What an organisation scored, by section and theme; null where nothing was scored. */
type OrganisationScores = Pick<ProviderScore, 'organisationId' | 'sections' | 'themes' | 'overall' | 'illustrative'>;

/**
 * The scores of each organisation, once: of one that submitted for several care settings the mean of theirs, where a setting without a score
 * does not count.
 */
export function scoresByOrganisation(scores: readonly OrganisationScores[]): ReadonlyMap<string, OrganisationScores> {
  const groups = Map.groupBy(scores, ({ organisationId }) => organisationId);
  return new Map([...groups].map(([organisationId, own]) => [organisationId, together(organisationId, own)]));
}

function together(organisationId: string, own: readonly OrganisationScores[]): OrganisationScores {
  const [only] = own;
  if (own.length === 1 && only !== undefined) {
    return only;
  }
  return {
    organisationId,
    sections: meansOf(own.map(({ sections }) => sections)),
    themes: meansOf(own.map(({ themes }) => themes)),
    overall: mean(own.flatMap(({ overall }) => overall ?? [])),
    illustrative: own.some(({ illustrative }) => illustrative),
  };
}

type Scores = ProviderScore['sections'];

function meansOf(all: readonly Scores[]): Scores {
  const keys = new Set(all.flatMap((scores) => Object.keys(scores)));
  return Object.fromEntries([...keys].map((key) => [key, mean(all.flatMap((scores) => scores[key] ?? []))]));
}
