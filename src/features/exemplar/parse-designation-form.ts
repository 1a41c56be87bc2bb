import { type FormOutcome, readForm, type TextRule } from '../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../platform/forms/posted-form.ts';
import { countWords, fewestReasonWords } from './exemplar.ts';

export const longestTitle = 120;
const longestOrganisation = 200;
export const longestReason = 5000;

export interface Designation {
  /** A code or a name; which organisation it means is looked up afterwards. */
  readonly organisation: string;
  readonly groupId: string;
  readonly title: string;
  readonly reason: string;
}

/** Reads the form by which an exemplar is designated; `groupIds` are the capability groups there are. */
export function parseDesignationForm(posted: PostedForm, groupIds: readonly string[]): FormOutcome<Designation> {
  const reader = readForm(posted);
  return reader.outcome({
    organisation: reader.line('organisation', {
      label: 'The organisation',
      limit: longestOrganisation,
      required: 'Enter the name or code of an organisation',
      tooLong: () =>
        `No name of an organisation is that long. Enter a part of it, of at most ${longestOrganisation} characters, or its code`,
    }),
    groupId: reader.requiredChoice('group', groupIds, 'Choose the capability group it is an example of'),
    title: reader.line('title', titleRule),
    reason: reader.text('reason', reasonRule('why others should look at it')),
  });
}

/** Reads the form by which an exemplar is withdrawn. */
export function parseWithdrawalForm(posted: PostedForm): FormOutcome<{ readonly reason: string }> {
  const reader = readForm(posted);
  return reader.outcome({ reason: reader.text('reason', reasonRule('why it is withdrawn')) });
}

const noTitle = 'Enter a title that says what was done';

const titleRule: TextRule = {
  label: 'The title',
  limit: longestTitle,
  required: noTitle,
  problem: (title) => (countWords(title) === 0 ? noTitle : null),
  tooLong: (length) => `Shorten the title to ${longestTitle} characters; it has ${length}`,
};

function reasonRule(subject: string): TextRule {
  const required = `Say ${subject}, in at least ${fewestReasonWords} words`;
  return {
    label: 'The reason',
    limit: longestReason,
    required,
    problem: (reason) => {
      const words = countWords(reason);
      if (words >= fewestReasonWords) {
        return null;
      }
      return words === 0
        ? required
        : `Say more about ${subject}: use at least ${fewestReasonWords} words; there are ${words}`;
    },
    tooLong: (length) => `Shorten this to ${longestReason} characters; it has ${length}`,
  };
}
