import { paths } from '../../../paths.ts';
import { checkNumber } from '../../../platform/canonical-json.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { type Actor, can, SecondPerson } from '../../identity/index.ts';
import type { Activation } from '../activation/activation.ts';
import { type InstrumentVersion, versionState } from '../instrument-version.ts';

interface ActivationStepProps {
  readonly version: InstrumentVersion;
  readonly actor: Actor;
  /** The names of those, beside this reader, who may confirm that it may be asked. */
  readonly others: readonly string[];
  readonly reason: string;
  readonly errors: readonly FieldError[];
}

/** What can be done so that rounds may ask a version; nothing where they may, or where the pack has gone on. */
export function ActivationStep(step: ActivationStepProps) {
  const { version, actor, others } = step;
  const { activation } = version;
  const state = versionState(version);
  if (state === 'proposed' && activation !== null) {
    return <Proposed {...step} activation={activation} />;
  }
  return state === 'inactive' && version.isInPack ? (
    <ToPropose version={version} actor={actor} others={others} />
  ) : null;
}

function ToPropose({
  version: { id, version, digest },
  actor,
  others,
}: Pick<ActivationStepProps, 'version' | 'actor' | 'others'>) {
  return (
    <>
      <h2>Activate it</h2>
      <p>
        Rounds ask a version once one person has proposed it and a second person has read it and confirmed it. Should
        the programme pack change it meanwhile, the proposal lapses.
      </p>
      {can(actor, 'instrument.propose') ? (
        <>
          {others.length === 0 && <SecondPerson others={others} />}
          <Form action={paths.proposeInstrument(id, version)}>
            <input type="hidden" name="digest" value={digest} />
            <SubmitButton>Propose that it may be asked</SubmitButton>
          </Form>
        </>
      ) : (
        <p>A programme manager proposes it.</p>
      )}
    </>
  );
}

function Proposed({
  version: { id, version, digest },
  activation: { activationId, proposedBy, proposedById },
  actor,
  others,
  reason,
  errors,
}: ActivationStepProps & { readonly activation: Activation }) {
  const isOwn = proposedById === actor.personId;
  if (!can(actor, 'instrument.confirm')) {
    return <p>A second person, a programme manager or an administrator, confirms it on this page.</p>;
  }
  return (
    <>
      <h2>Confirm that it may be asked</h2>
      {isOwn ? (
        <>
          <p>You proposed this.</p>
          <SecondPerson others={others} />
        </>
      ) : (
        <Form action={paths.confirmInstrument(id, version)}>
          <p>
            Read it first: its previews, its scoring and its differences. You confirm the text with the check number{' '}
            <strong>{checkNumber(digest)}</strong>, in your name and that of {proposedBy}. It cannot be taken back.
          </p>
          <input type="hidden" name="activation" value={activationId} />
          <input type="hidden" name="digest" value={digest} />
          <SubmitButton>Confirm and activate</SubmitButton>
        </Form>
      )}
      <Form action={paths.withdrawInstrument(id, version)}>
        <h2>Withdraw the proposal</h2>
        <input type="hidden" name="activation" value={activationId} />
        <TextAreaField name="reason" label="Why it is withdrawn" rows={3} value={reason} errors={errors} />
        <SubmitButton secondary>Withdraw</SubmitButton>
      </Form>
    </>
  );
}
