import type { ReactNode } from 'react';
import { byField, tokenField } from '../../platform/forms/kept-form.ts';
import { usePageContext } from '../page/page-context.ts';

interface FormProps {
  /** Where the form goes; the page's own address when left out. */
  readonly action?: string;
  readonly id?: string;
  /** True for a form with a file. */
  readonly isMultipart?: boolean;
  /** True for the form that signs out, with which the browser forgets what was typed. */
  readonly endsSession?: boolean;
  /** True for a form that sends on, as it was, what was typed into another. */
  readonly sendsKept?: boolean;
  /** True for a form that is saved while somebody types, where there is script; its route answers by `answerSaved`. By question: each alone, and kept in the browser until it is stored. */
  readonly savesItself?: boolean | 'by question';
  readonly children: ReactNode;
}

/**
 * A form that changes something. It carries the token without which nothing is accepted, and for whom it was made: should their
 * session end while they type, whoever signs in then is told whose words these are.
 */
export function Form({ action, id, isMultipart, endsSession, sendsKept, savesItself = false, children }: FormProps) {
  const { csrfToken, by } = usePageContext();
  return (
    <form
      method="post"
      noValidate
      {...(isMultipart === true ? { encType: 'multipart/form-data' } : {})}
      {...(endsSession === true ? { 'data-ends-session': '' } : {})}
      {...(sendsKept === true ? { 'data-sends-kept': '' } : {})}
      {...(savesItself === false ? {} : { 'data-saves-itself': savesItself === true ? '' : savesItself })}
      {...(action === undefined ? {} : { action })}
      {...(id === undefined ? {} : { id })}
    >
      <input type="hidden" name={tokenField} value={csrfToken()} />
      {by !== '' && <input type="hidden" name={byField} value={by} />}
      {children}
      {savesItself !== false && <p className="ldr-saving" role="status" hidden />}
    </form>
  );
}
