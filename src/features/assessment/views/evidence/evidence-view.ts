import { paths } from '../../../../paths.ts';
import { fileTypeOf } from '../../../../platform/files/file-type.ts';
import { formatDate } from '../../../../views/format.ts';
import type { TagColour } from '../../../../views/tag.tsx';
import {
  type Evidence,
  type EvidenceStanding,
  type EvidenceVersion,
  megabytesInWords,
  standingFactsOf,
  standingOn,
} from '../../../evidence/index.ts';
import type { EvidenceHere } from '../../evidence/evidence-here.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';

export interface EvidenceTag {
  readonly text: string;
  readonly colour: TagColour;
}

/** One piece of evidence, as every page shows it. */
export interface EvidenceLine {
  readonly id: string;
  readonly title: string;
  /** Its own page. */
  readonly href: string;
  /** Where its content is; null where that was removed. */
  readonly content: { readonly href: string; readonly words: string; readonly isElsewhere: boolean } | null;
  /** `PDF, 1 MB`, or the host of a link. */
  readonly what: string;
  /** From when to when it says something; empty where no day is given. */
  readonly days: string;
  /** What is to be known of it before one relies on it. */
  readonly tags: readonly EvidenceTag[];
}

/** Where an assessment lies. */
export type AssessmentPlace = Pick<AssessedOrganisation, 'addressKey' | 'round' | 'setting'>;

/** `version`: of one that was signed; the latest where it is null. */
export function evidenceLine(
  place: AssessmentPlace,
  evidence: Evidence,
  { day, soonFrom }: Pick<EvidenceHere, 'day' | 'soonFrom'>,
  version: number | null = null,
): EvidenceLine {
  const { addressKey, round, setting } = place;
  const { evidenceId, removal, scanned, content } = evidence;
  const standing = standingOn(standingFactsOf(evidence), day, soonFrom);
  const isUnscanned = removal === null && content.kind === 'file' && scanned?.outcome !== 'clean';
  const tag = standingTags[standing];
  return {
    id: evidenceId,
    title: evidence.title,
    href: paths.evidenceItem(addressKey, round.id, evidenceId, setting),
    content: removal === null ? contentLink(place, evidenceId, evidence, version) : null,
    what: whatItIs(content),
    days: daysInWords(evidence),
    tags: [
      ...(tag === null ? [] : [tag]),
      ...(isUnscanned ? [{ text: 'Not scanned', colour: 'yellow' as const }] : []),
    ],
  };
}

const standingTags: Readonly<Record<EvidenceStanding, EvidenceTag | null>> = {
  current: null,
  'expires-soon': { text: 'Expires soon', colour: 'orange' },
  expired: { text: 'Expired', colour: 'red' },
  'not-yet': { text: 'Not in effect yet', colour: 'blue' },
  removed: { text: 'Removed', colour: 'grey' },
};

export function contentLink(
  { addressKey, round, setting }: AssessmentPlace,
  evidenceId: string,
  { content, version }: EvidenceVersion,
  wanted: number | null = null,
): NonNullable<EvidenceLine['content']> {
  return content.kind === 'link'
    ? { href: content.url, words: 'Open the link', isElsewhere: true }
    : {
        href: paths.evidenceFile(addressKey, round.id, evidenceId, wanted ?? version, setting),
        words: 'Download',
        isElsewhere: false,
      };
}

export function whatItIs(content: EvidenceVersion['content']): string {
  return content.kind === 'link'
    ? `Link to ${new URL(content.url).host}`
    : `${fileTypeOf(content.mediaType)?.label ?? 'File'}, ${megabytesInWords(content.byteCount)}`;
}

/** `From 1 May 2026 to 30 April 2027`; empty where neither is said. */
export function daysInWords({ effectiveOn, expiresOn }: Pick<EvidenceVersion, 'effectiveOn' | 'expiresOn'>): string {
  const from = effectiveOn === null ? '' : `From ${formatDate(effectiveOn)}`;
  const until = expiresOn === null ? '' : `${from === '' ? 'Until' : ' to'} ${formatDate(expiresOn)}`;
  return `${from}${until}`;
}
