import { paths } from '../../../paths.ts';
import { ButtonLink, SubmitButton } from '../../../views/forms/button.tsx';
import { Form } from '../../../views/forms/form.tsx';
import type { UploadDecision } from '../uploads/decide-upload.ts';
import type { Upload } from '../uploads/upload.ts';
import type { UploadState } from '../uploads/upload-state.ts';

interface Choice {
  readonly decision: UploadDecision;
  readonly label: string;
}

/** What a person can do with a file in each state, the usual thing first. */
const choices: Readonly<Record<UploadState, readonly Choice[]>> = {
  received: [{ decision: 'withdraw', label: 'Put it aside' }],
  checking: [{ decision: 'withdraw', label: 'Stop, and put it aside' }],
  waiting: [
    { decision: 'confirm', label: 'Bring it in' },
    { decision: 'withdraw', label: 'Put it aside' },
  ],
  confirmed: [{ decision: 'stop', label: 'Do not bring it in yet' }],
  importing: [{ decision: 'stop', label: 'Stop' }],
  failed: [
    { decision: 'retry', label: 'Try again' },
    { decision: 'withdraw', label: 'Put it aside' },
  ],
  imported: [],
  refused: [],
  withdrawn: [],
};

const explanations: Readonly<Partial<Record<UploadState, string>>> = {
  waiting: 'All of it is brought in, or nothing. What it replaces stays readable.',
  importing: 'When you stop it, nothing of the file is kept. You can bring it in later.',
};

export function DecisionForms({ upload: { uploadId, state }, newHref }: { upload: Upload; newHref: string }) {
  if (choices[state].length === 0) {
    return (
      <ButtonLink href={newHref} secondary={true}>
        Bring in another file
      </ButtonLink>
    );
  }
  return (
    <>
      <h2>Decide</h2>
      {explanations[state] !== undefined && <p>{explanations[state]}</p>}
      {choices[state].map(({ decision, label }) => (
        <Form key={decision} action={paths.importDecision(uploadId)}>
          <input type="hidden" name="decision" value={decision} />
          <SubmitButton secondary={decision === 'withdraw' || decision === 'stop'}>{label}</SubmitButton>
        </Form>
      ))}
    </>
  );
}
