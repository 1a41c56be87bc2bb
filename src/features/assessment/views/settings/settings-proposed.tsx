import type { SettingsProposal } from '../../settings/settings-proposal.ts';

interface SettingsProposedProps {
  /** Null where there is nothing to decide. */
  readonly proposal: SettingsProposal | null;
  /** Where the settings are chosen; null for who may not. */
  readonly chooseHref: string | null;
}

/** That official results name the care settings of an organisation, while nobody has said which ones it answers for. */
export function SettingsProposed({ proposal, chooseHref }: SettingsProposedProps) {
  return proposal === null ? null : (
    <div className="nhsuk-inset-text">
      <p>
        {proposal.reasons.join(' ')}{' '}
        {proposal.isAsNow
          ? 'Here it answers for them, which nobody has confirmed yet.'
          : 'Here it answers for others, as follows from its type, and nobody has said yet which ones it answers for.'}
      </p>
      <p>
        {chooseHref === null ? (
          'The coordinator chooses the care settings.'
        ) : (
          <a href={chooseHref}>Choose or confirm the care settings</a>
        )}
      </p>
    </div>
  );
}
