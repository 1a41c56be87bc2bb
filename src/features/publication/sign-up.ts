import { compareNames } from '../../platform/compare.ts';
import type { MembershipRole } from '../programme/index.ts';
import type { DownloadEndorsement, RoadmapDownload, Signature } from '../roadmap/index.ts';

/** An organisation of the footprint and what it decided about exactly this document. */
export interface SignUpRow {
  readonly code: string;
  readonly name: string;
  readonly role: MembershipRole;
  /** Null where no decision is recorded. */
  readonly endorsement: DownloadEndorsement | null;
}

export interface SignUpTally {
  /** Organisations of the footprint, each once. */
  readonly members: number;
  /** With conditions or without. */
  readonly endorsed: number;
  readonly withConditions: number;
  readonly declined: number;
  readonly silent: number;
}

const roleOrder: readonly MembershipRole[] = ['lead', 'core', 'associate', 'support'];

/** Every organisation of the footprint as the document lists it: leads first, then by name; one in two roles stands once. */
export function signUpRows({ document, endorsements }: RoadmapDownload): SignUpRow[] {
  const rank = ({ role }: Pick<SignUpRow, 'role'>) => roleOrder.indexOf(role);
  const ordered = document.members.toSorted((a, b) => rank(a) - rank(b) || compareNames(a.name, b.name));
  const codes = ordered.map(({ code }) => code);
  return ordered
    .filter(({ code }, index) => codes.indexOf(code) === index)
    .map((member) => {
      const endorsement = endorsements.find(({ organisation }) => organisation === member.code) ?? null;
      return { code: member.code, name: member.name, role: member.role, endorsement };
    });
}

export function tallySignUp(rows: readonly SignUpRow[]): SignUpTally {
  const count = (holds: (row: SignUpRow) => boolean) => rows.filter(holds).length;
  const withConditions = count(({ endorsement }) => endorsement?.decision === 'endorse-with-conditions');
  return {
    members: rows.length,
    endorsed: count(({ endorsement }) => endorsement?.decision === 'endorse') + withConditions,
    withConditions,
    declined: count(({ endorsement }) => endorsement?.decision === 'decline'),
    silent: count(({ endorsement }) => endorsement === null),
  };
}

/** The decisions in a file as they are shown beneath its document. */
export function signaturesOf({ endorsements }: Pick<RoadmapDownload, 'endorsements'>): Signature[] {
  return endorsements.map(({ organisation, person, role, decision, conditions, at }) => {
    return { organisationCode: organisation, person: { name: person, role }, decision, conditions, at: new Date(at) };
  });
}
