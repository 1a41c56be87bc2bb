import { paths } from '../../../../paths.ts';
import type { EvidenceLimits } from '../../../../platform/evidence-config.ts';
import type { TypedForm } from '../../../../platform/forms/typed-form.ts';
import { formatDate, sentenceStart } from '../../../../views/format.ts';
import type { Evidence, EvidenceVersion } from '../../../evidence/index.ts';
import { can } from '../../../identity/index.ts';
import type { ProgrammePack } from '../../../programme/index.ts';
import { type EvidenceHere, waitsForSignature } from '../../evidence/evidence-here.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';
import { byWhomAndWhen } from '../stamp-words.ts';
import { contentLink, daysInWords, evidenceLine, whatItIs } from './evidence-view.ts';
import type { ItemView } from './item-page.tsx';
import { placesInWords } from './places-in-words.ts';

interface Beside {
  readonly versions: readonly EvidenceVersion[];
  readonly pack: ProgrammePack;
  readonly limits: EvidenceLimits;
}

/** Everything that the page of one piece of evidence prints. */
export function itemView(
  assessed: AssessedOrganisation,
  here: EvidenceHere,
  item: Evidence,
  { versions, pack, limits }: Beside,
): ItemView {
  const { addressKey, round, setting, actor, subject } = assessed;
  const { evidenceId, removal, scanned, content } = item;
  const uses = here.everywhere.filter((use) => use.evidenceId === evidenceId);
  const { tags } = evidenceLine(assessed, item, here);
  const isScannable = content.kind === 'file' && removal === null && scanned?.outcome !== 'clean';
  const mayAdd = can(actor, 'evidence.add', subject);
  return {
    organisation: assessed.heading,
    title: item.title,
    facts: [
      { key: 'What it is', value: whatItIs(content) },
      { key: 'Holds', value: daysInWords(item) || 'No days are given, so it counts until it is taken off' },
      ...(tags.length === 0 ? [] : [{ key: 'To look at', value: tags.map(({ text }) => text).join(', ') }]),
      { key: 'Used for', value: placesInWords(pack, here.assessments, uses).join('. ') || 'No answer' },
      ...(content.kind === 'file' ? [{ key: 'Virus scanner', value: scannedInWords(item) }] : []),
      ...(removal === null
        ? []
        : [
            {
              key: 'Removed',
              value: `${sentenceStart(byWhomAndWhen({ personName: removal.by, at: removal.at }))}: ${removal.reason}`,
            },
          ]),
      ...(content.kind === 'file' ? [{ key: 'SHA-256', value: content.digest }] : []),
    ],
    versions: versions.map((version) => ({
      version: version.version,
      title: version.title,
      what: whatItIs(version.content),
      days: daysInWords(version),
      made: sentenceStart(byWhomAndWhen({ personName: version.madeBy, at: version.madeAt })),
      content: removal === null ? contentLink(assessed, evidenceId, version) : null,
    })),
    version: item.version,
    locked: whyLocked(here, item, mayAdd),
    removeHref:
      removal === null && !waitsForSignature(here, evidenceId) && can(actor, 'evidence.remove', subject)
        ? paths.removeEvidence(addressKey, round.id, evidenceId, setting)
        : null,
    scanHref:
      isScannable && mayAdd && limits.scanner !== null
        ? paths.scanEvidence(addressKey, round.id, evidenceId, setting)
        : null,
    mostBytes: limits.fileBytes,
    all: paths.evidence(addressKey, round.id, setting),
  };
}

function whyLocked(here: EvidenceHere, item: Evidence, mayAdd: boolean): string | null {
  if (item.removal !== null) {
    return 'It is removed. What is needed in its place is added as something new.';
  }
  if (!mayAdd) {
    return 'You can read this, but not change it.';
  }
  return waitsForSignature(here, item.evidenceId)
    ? 'It stands in a return that waits for a signature, so it cannot change until that is signed or given back.'
    : null;
}

function scannedInWords({ scanned }: Evidence): string {
  switch (scanned?.outcome) {
    case 'clean':
      return 'Nothing was found';
    case 'infected':
      return `Found in it: ${scanned.detail}. It is not given out any more; have it removed`;
    default:
      return `Not scanned: ${scanned?.detail ?? 'it was never looked at'}`;
  }
}

/** Its details as they stand, to change. */
export function typedFrom({ title, effectiveOn, expiresOn, content }: Evidence): TypedForm {
  return {
    title,
    effective: effectiveOn === null ? '' : formatDate(effectiveOn),
    expires: expiresOn === null ? '' : formatDate(expiresOn),
    link: content.kind === 'link' ? content.url : '',
  };
}
