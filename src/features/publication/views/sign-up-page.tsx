import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate } from '../../../views/format.ts';
import { DigestText } from '../../../views/text/digest-text.tsx';
import { type Decision, decisionLabels } from '../../agreement/index.ts';
import type { MembershipRole } from '../../programme/index.ts';
import type { Edition } from '../find-edition.ts';
import { type SignUpRow, signUpRows, tallySignUp } from '../sign-up.ts';
import { signUpSentence } from './sign-up-sentence.ts';

/** Every organisation of a footprint with what it decided about the published roadmap, by whom, when and on what conditions. */
export function SignUpPage({ edition }: { edition: Edition }) {
  const { footprint, publication, download } = edition;
  const rows = signUpRows(download);
  return (
    <div className="ldr-edition">
      <h1>Who agreed to the roadmap of {footprint.name}</h1>
      <p className="nhsuk-lede-text">{signUpSentence(tallySignUp(rows))}</p>
      <p>
        Each decision is about{' '}
        <a href={paths.publishedVersion(footprint.slug, publication.versionNumber)}>
          version {publication.versionNumber}, published {formatDate(publication.publishedAt)}
        </a>
        , and about no other text.
      </p>
      {roles.map(({ role, caption }) => (
        <RoleTable key={role} caption={caption} rows={rows.filter((row) => row.role === role)} />
      ))}
      <p className="ldr-figure-note">
        Organisations as the roadmap lists them. Digest of the text: <DigestText digest={publication.digest} />{' '}
        <a href={`${paths.publishedVersion(footprint.slug, publication.versionNumber)}#verify`}>How to verify it</a>
      </p>
    </div>
  );
}

const roles: readonly { readonly role: MembershipRole; readonly caption: string }[] = [
  { role: 'lead', caption: 'Lead' },
  { role: 'core', caption: 'Core members' },
  { role: 'associate', caption: 'Associates, which lie partly in another footprint' },
  { role: 'support', caption: 'Support bodies' },
];

function RoleTable({ caption, rows }: { caption: string; rows: readonly SignUpRow[] }) {
  if (rows.length === 0) {
    return null;
  }
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        {
          heading: 'Organisation',
          isRowHeading: true,
          cell: ({ code, name }) => (
            <>
              <a href={paths.organisation(code)}>{name}</a> ({code})
            </>
          ),
        },
        { heading: 'Decision', cell: ({ endorsement }) => labelOf(endorsement?.decision ?? null) },
        {
          heading: 'Signed by',
          cell: ({ endorsement }) => (endorsement === null ? '–' : `${endorsement.person}, ${endorsement.role}`),
        },
        {
          heading: 'On',
          cell: ({ endorsement }) => (endorsement === null ? '–' : formatDate(new Date(endorsement.at))),
        },
        {
          heading: 'Conditions or reason',
          cell: ({ endorsement }) => <span className="ldr-as-written">{endorsement?.conditions || 'None'}</span>,
        },
      ]}
    />
  );
}

function labelOf(decision: Decision | null): string {
  return decision === null ? 'No decision recorded' : decisionLabels[decision];
}
