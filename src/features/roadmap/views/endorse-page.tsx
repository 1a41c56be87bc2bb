import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { formatTime } from '../../../views/format.ts';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import { DigestText } from '../../../views/text/digest-text.tsx';
import { DecisionForm, DecisionRefused, decisions, StandingDecision } from '../../agreement/index.ts';
import type { ChangedSection } from '../documents/document-difference.ts';
import type { RoadmapDocument } from '../documents/frozen-document.ts';
import type { VersionEndorsement } from '../endorsement/endorsement.ts';
import type { RoadmapMember } from '../roadmap.ts';
import type { VersionPlace } from '../roadmap-place.ts';
import { Commitments } from './document/commitments.tsx';

interface EndorsePageProps {
  readonly place: VersionPlace;
  readonly member: RoadmapMember;
  readonly digest: string;
  readonly document: RoadmapDocument;
  /** What the organisation decided on this very text before; null when it has not. */
  readonly standing: VersionEndorsement | null;
  /** What changed since the version before; null for a first version. */
  readonly changes: readonly ChangedSection[] | null;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  /** Said when the text was frozen anew after the page was opened, and nothing was recorded. */
  readonly refusal: string | null;
}

/** Where an executive decides for an organisation about one exact text. */
export function EndorsePage(props: EndorsePageProps) {
  const { place, member, digest, document, typed, errors, refusal, standing } = props;
  const { number } = place.version;
  return (
    <>
      <ErrorSummary errors={errors} />
      {refusal !== null && (
        <DecisionRefused reason={refusal} whatIsShown="the digest on this page is that of the text as it stands now" />
      )}
      <h1>
        <span className="nhsuk-caption-xl">{member.name}</span>
        Decide on version {number} of the roadmap of {place.footprint.name}
      </h1>
      <WhatIsSigned {...props} />
      <Commitments document={document} member={member} />
      <h2>Your decision</h2>
      <StandingDecision standing={standing} whose="your organisation" />
      <DecisionForm
        action={paths.endorse(place.footprint.slug, member.code)}
        name={member.name}
        offered={decisions}
        readers={{
          conditions: 'They are published with the roadmap',
          reason: 'It is published with the roadmap',
        }}
        typed={typed}
        errors={errors}
        laterHref={paths.agreement(place.footprint.slug)}
      >
        <input type="hidden" name="digest" id="digest" value={digest} />
      </DecisionForm>
    </>
  );
}

function WhatIsSigned({ place, digest, changes }: EndorsePageProps) {
  const { number, frozenAt, frozenBy, summaryOfChanges } = place.version;
  const read = paths.readVersion(place.footprint.slug, number);
  return (
    <>
      <p>
        <a href={read}>Read version {number} in full</a>
        {changes !== null && (
          <>
            {' '}
            or <a href={paths.versionChanges(place.footprint.slug, number)}>what changed, word by word</a>,
          </>
        )}{' '}
        before you decide. Your name, office and decision are recorded with it, and published with the roadmap.
      </p>
      <SummaryList
        rows={[
          { key: 'Text', value: `Version ${number}${frozenBy === null ? '' : `, frozen by ${frozenBy}`}` },
          ...(frozenAt === null ? [] : [{ key: 'Frozen', value: formatTime(frozenAt) }]),
          ...(summaryOfChanges === '' ? [] : [{ key: 'Summary of changes', value: summaryOfChanges }]),
          ...(changes === null ? [] : [{ key: 'Changed since the version before', value: changesInWords(changes) }]),
          { key: 'Digest', value: <DigestText digest={digest} /> },
        ]}
      />
      <p>
        The digest stands for exactly the text you read. If one letter of it is changed, the digest is another, and your
        decision no longer stands.
      </p>
    </>
  );
}

export function changesInWords(changes: readonly ChangedSection[]): string {
  return changes.length === 0 ? 'Nothing' : changes.map(({ title }) => title).join('; ');
}
