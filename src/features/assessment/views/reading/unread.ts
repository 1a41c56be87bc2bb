import { paths } from '../../../../paths.ts';
import { formatDate, listInWords } from '../../../../views/format.ts';
import { can } from '../../../identity/index.ts';
import { type Instrument, type ResultsDay, wholeOrganisation } from '../../../programme/index.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';

/** Why somebody cannot read the answers yet, and where they can go on. */
export interface Unread {
  readonly why: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

const readers: Readonly<Record<Instrument['draftsReadBy'][number], (whose: 'its' | 'your') => string>> = {
  editor: (whose) => `roadmap editors of ${whose} footprints`,
  lead: (whose) => `the leads of ${whose} footprints`,
  reviewer: (whose) => `${whose} regional reviewers`,
  analyst: () => 'national analysts',
  'programme-manager': () => 'programme managers',
};

/** Who reads the answers before an assessment is authorised, who after that, and who once the results of the round are public. */
export function readByInWords(
  { draftsReadBy, signing: { who } }: Pick<Instrument, 'draftsReadBy' | 'signing'>,
  { isPublic, on }: ResultsDay,
): string {
  const before = draftsReadBy.map((role) => readers[role]('its'));
  const others = before.length === 0 ? 'the organisation alone' : listInWords(['the organisation', ...before]);
  const until = `Until ${who} has authorised them: ${others}.`;
  return isPublic
    ? `${until} After that: also those who plan for its footprints, its region and the national team.`
    : `${until} After that: also its region and the national team. Once the results are public${onDay(on)}: also those who plan for its footprints.`;
}

function onDay(on: string | null): string {
  return on === null ? '' : `, on ${formatDate(on)}`;
}

/** Who reads the note beside an answer, for whoever is about to write one. */
export function noteReadersInWords({ draftsReadBy }: Pick<Instrument, 'draftsReadBy'>): string {
  const already = listInWords(draftsReadBy.map((role) => readers[role]('your')));
  const after = 'your region, the national team and, once results are public, those who plan for your footprints';
  return already === ''
    ? `It is signed with the answer, and read from then on by ${after}.`
    : `It is read by ${already} already, and after signing also by ${after}.`;
}

export function whyUnread(assessed: AssessedOrganisation): string {
  const { organisation, instrument, careSetting, state, results } = assessed;
  if (state === 'submitted') {
    return `The answers and scores of ${organisation.name} are signed. They can be read once the results of the round are public${onDay(results.on)}.`;
  }
  return careSetting === wholeOrganisation
    ? `What ${organisation.name} answers once for all of its care settings can be read with each of them, once ${instrument.signing.who} has authorised that one.`
    : `The answers of ${organisation.name} can be read once ${instrument.signing.who} has authorised them. Until then you see how far it has come.`;
}

export function unreadOf(assessed: AssessedOrganisation): Unread {
  const { organisation, round, actor, subject } = assessed;
  const coverage = can(actor, 'coverage.read', subject)
    ? [{ text: 'See the coverage of this round', href: paths.coverage({ round: round.id }) }]
    : [];
  const results = { text: `See the public page of ${organisation.name}`, href: paths.organisation(organisation.code) };
  return { why: whyUnread(assessed), links: [...coverage, results] };
}
