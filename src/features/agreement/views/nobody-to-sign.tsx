import { paths } from '../../../paths.ts';
import { listInWords } from '../../../views/format.ts';
import { type Actor, can } from '../../identity/index.ts';
import type { BoardParty } from './board-table.tsx';

interface NobodyToSignProps {
  readonly actor: Actor;
  /** Those for whom nobody can decide. */
  readonly parties: readonly BoardParty[];
  /** In which somebody is to be invited. */
  readonly role?: 'executive' | 'signatory' | undefined;
}

/** Without them what is agreed on cannot go on, so it is said before the deadline says it, with the way to mend it. */
export function NobodyToSign({ actor, parties, role = 'executive' }: NobodyToSignProps) {
  if (parties.length === 0) {
    return null;
  }
  const [only, ...others] = parties;
  return (
    <div className="nhsuk-inset-text">
      <p>
        Nobody can sign for {listInWords(parties.map(({ name }) => name))}.
        {!can(actor, 'people.manage-all') &&
          ` Ask the programme office to invite ${only !== undefined && others.length === 0 ? `its ${words[role].one}` : `their ${words[role].several}`}.`}
      </p>
      {can(actor, 'people.manage-all') && (
        <ul className="nhsuk-list">
          {parties.map(({ organisationId, code, name }) => (
            <li key={organisationId}>
              <a href={paths.invitePerson({ role, place: code })}>
                Invite the {words[role].one} of {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const words = {
  executive: { one: 'executive', several: 'executives' },
  signatory: { one: 'assessment signatory', several: 'assessment signatories' },
} as const;
