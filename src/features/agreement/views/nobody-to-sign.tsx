import { paths } from '../../../paths.ts';
import { listInWords } from '../../../views/format.ts';
import { type Actor, can } from '../../identity/index.ts';
import type { BoardParty } from './board-table.tsx';

interface NobodyToSignProps {
  readonly actor: Actor;
  /** Those for whom nobody can decide. */
  readonly parties: readonly BoardParty[];
}

/** Without them what is agreed on cannot go on, so it is said before the deadline says it, with the way to mend it. */
export function NobodyToSign({ actor, parties }: NobodyToSignProps) {
  if (parties.length === 0) {
    return null;
  }
  const [only, ...others] = parties;
  return (
    <div className="nhsuk-inset-text">
      <p>
        Nobody can sign for {listInWords(parties.map(({ name }) => name))}.
        {!can(actor, 'people.manage-all') &&
          ` Ask the programme office to invite ${only !== undefined && others.length === 0 ? 'its executive' : 'their executives'}.`}
      </p>
      {can(actor, 'people.manage-all') && (
        <ul className="nhsuk-list">
          {parties.map(({ organisationId, code, name }) => (
            <li key={organisationId}>
              <a href={paths.invitePerson({ role: 'executive', place: code })}>Invite the executive of {name}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
