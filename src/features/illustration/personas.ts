import type { Role, ScopeKind } from '../identity/index.ts';

interface PersonaRole {
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
}

/** An invented person of the demonstration. */
export interface DemonstrationPersona {
  readonly personId: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly grants: readonly PersonaRole[];
}

const wolverhamptonTrust = 'RL4';
const wolverhamptonCcg = '06A';

function persona(personId: string, name: string, jobTitle: string, ...grants: PersonaRole[]): DemonstrationPersona {
  return { personId: `persona-${personId}`, name, jobTitle, grants };
}

function of(role: Role, scopeKind: ScopeKind, scopeId = ''): PersonaRole {
  return { role, scopeKind, scopeId };
}

/** One before each stage that Wolverhampton has not reached yet, so that a visitor can begin at any of them. */
function atOtherStages(): DemonstrationPersona[] {
  return [
    persona(
      'executive-forming',
      'Mina Illustrative',
      'Signs for each CCG that has not yet, so that one visitor can',
      ...['05H', '05R'].map((code) => of('executive', 'organisation', code)),
    ),
    // The last to sign, who then submits: the story goes on with the region.
    persona(
      'executive-endorsing',
      'Nadia Illustrative',
      'Chief officer and programme director',
      of('executive', 'organisation', '13T'),
      of('lead', 'footprint', 'footprint:ng'),
    ),
    persona(
      'reviewer-south',
      'Omar Illustrative',
      'Digital lead of two regions',
      of('reviewer', 'region', 'region:Y57'),
      of('reviewer', 'region', 'region:Y54'),
    ),
    persona('lead-changes', 'Priya Illustrative', 'Programme director', of('lead', 'footprint', 'footprint:bnssg')),
    persona('lead-cleared', 'Quinn Illustrative', 'Programme director', of('lead', 'footprint', 'footprint:snee')),
    persona(
      'executive-gloucestershire',
      'Sami Illustrative',
      'Signs for each member, so that one visitor can',
      ...['11M', 'RTE', 'RTQ', 'R1J', '904'].map((code) => of('executive', 'organisation', code)),
    ),
    persona('lead-published', 'Rosa Illustrative', 'Programme director', of('lead', 'footprint', 'footprint:don')),
  ];
}

/**
 * The people a visitor of the demonstration can be, in the order in which a footprint needs them. All are invented; most belong to
 * Wolverhampton, whose assessment and roadmap are left empty so that a visitor can take one footprint the whole way.
 */
export const personas: readonly DemonstrationPersona[] = [
  persona('contributor', 'Asha Illustrative', 'Ward sister', of('contributor', 'organisation', wolverhamptonTrust)),
  persona(
    'coordinator',
    'Ben Illustrative',
    'Head of digital programmes',
    of('coordinator', 'organisation', wolverhamptonTrust),
  ),
  persona('executive', 'Carol Illustrative', 'Chief executive', of('executive', 'organisation', wolverhamptonTrust)),
  persona(
    'ccg-executive',
    'David Illustrative',
    'Accountable officer',
    of('executive', 'organisation', wolverhamptonCcg),
  ),
  persona('editor', 'Elif Illustrative', 'Informatics manager', of('editor', 'footprint', 'footprint:wol')),
  persona('lead', 'Femi Illustrative', 'Senior responsible owner', of('lead', 'footprint', 'footprint:wol')),
  persona('reviewer', 'Grace Illustrative', 'Regional digital lead', of('reviewer', 'region', 'region:Y55')),
  persona('reviewer-london', 'Hugo Illustrative', 'Regional digital lead', of('reviewer', 'region', 'region:Y56')),
  persona(
    'editor-gloucestershire',
    'Ines Illustrative',
    'Digital programme director',
    of('lead', 'footprint', 'footprint:glos'),
    of('editor', 'footprint', 'footprint:glos'),
  ),
  persona('analyst', 'Jon Illustrative', 'National analyst', of('analyst', 'nation')),
  persona('programme-manager', 'Kezia Illustrative', 'Programme manager', of('programme-manager', 'nation')),
  persona('administrator', 'Lewis Illustrative', 'Service administrator', of('administrator', 'nation')),
  ...atOtherStages(),
];
