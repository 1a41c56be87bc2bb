import { type Role, scopeOfRole } from '../../identity/index.ts';

const scopeWords = {
  organisation: 'Of one organisation',
  footprint: 'Of one footprint',
  region: 'Of one region',
  nation: 'Of the national team',
} as const;

/**
 * Under a role that is offered: for what it is held and, where names of roles alone mislead, what it is for in this programme. `signs`: whether
 * assessments are signed by it there.
 */
export function roleDuty(role: Role, signs: boolean): string {
  const scope = scopeWords[scopeOfRole[role]];
  switch (role) {
    case 'contributor':
      return `${scope}: answers questions of its assessment`;
    case 'coordinator':
      return `${scope}: completes its assessment, and asks for the signature`;
    case 'executive':
      return `${scope}: ${signs ? 'signs its assessment, and endorses roadmaps' : 'endorses roadmaps; others sign its assessment'}`;
    case 'signatory':
      return `${scope}: signs its assessment`;
    case 'peer':
      return `${scope}: checks signed returns of others, by invitation`;
    case 'editor':
      return `${scope}: writes its roadmap`;
    case 'lead':
      return `${scope}: leads the writing of its roadmap, asks for endorsements and submits it`;
    case 'reviewer':
      return `${scope}: reviews its roadmaps`;
    case 'analyst':
      return `${scope}: reads all assessments and roadmaps, names exemplars and answers messages`;
    case 'programme-manager':
      return `${scope}: runs rounds, mergers and the directory, and gives roles`;
    case 'administrator':
      return `${scope}: looks after the service, its settings and everybody’s access`;
  }
}
