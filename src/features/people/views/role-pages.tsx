import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { typedText } from '../../../platform/forms/typed-form.ts';
import { formatDate } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { CheckboxesField, TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import { roleLabels } from '../../identity/index.ts';
import { lastDayOf } from '../letters.ts';
import type { PersonRow } from '../people-repository.ts';
import { type FormProps, PersonFields, UntilField } from './person-fields.tsx';

interface RolePageProps extends FormProps {
  readonly row: PersonRow;
}

/** What can be done about a role. */
export function ChooseStepPage({ row, mayRecover }: { row: PersonRow; mayRecover: boolean }) {
  const steps = [
    { href: paths.changeRoleEnd(row.grantId), text: 'Change until when it is held' },
    { href: paths.handOverRole(row.grantId), text: 'Hand it over to somebody else' },
    { href: paths.endRole(row.grantId), text: 'End it now' },
    ...(mayRecover
      ? [
          {
            href: paths.recoverPerson(row.grantId),
            text: row.canSignIn ? 'Help its holder to sign in' : 'Send the link again',
          },
        ]
      : []),
  ];
  return (
    <RolePage heading="Change a role" row={row} errors={[]}>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {steps.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </RolePage>
  );
}

export function EndRolePage({ row, typed, errors }: RolePageProps) {
  return (
    <RolePage heading="End a role" row={row} errors={errors}>
      <p>
        {row.name} loses this role at once and is signed out everywhere. What they did stays on record. They are told,
        with the reason you give.
      </p>
      <Form>
        <ReasonField typed={typed} errors={errors} />
        <SubmitButton warning>End the role</SubmitButton>
      </Form>
    </RolePage>
  );
}

export function ExtendRolePage({ row, typed, errors }: RolePageProps) {
  return (
    <RolePage heading="Change the end of a role" row={row} errors={errors}>
      <p>After its last day the role ends by itself, and {row.name} is signed out. They are told of this change.</p>
      <Form>
        <UntilField typed={typed} errors={errors} />
        <SubmitButton>Save the end</SubmitButton>
      </Form>
    </RolePage>
  );
}

export function HandOverPage({ row, typed, errors }: RolePageProps) {
  return (
    <RolePage heading="Hand a role over" row={row} errors={errors}>
      <p>
        {row.name} loses this role at once, and somebody else has it, until the same day. Both are told. Say who takes
        it.
      </p>
      <Form>
        <PersonFields typed={typed} errors={errors} />
        <ReasonField typed={typed} errors={errors} />
        <SubmitButton>Hand the role over</SubmitButton>
      </Form>
    </RolePage>
  );
}

export function RecoverPage({ row, sendsMail }: { row: PersonRow; sendsMail: boolean }) {
  return (
    <RolePage heading="Help somebody sign in" row={row} errors={[]}>
      <p>
        {row.name} is signed out everywhere and {sendsMail ? 'is sent' : 'gets'} a new link to choose a password. Links
        from before stop working. A password they have works until they follow the link.
      </p>
      {!sendsMail && <p>No mail server is set up, so you are shown the link, to pass on.</p>}
      <Form>
        {row.hasSecondFactor && (
          <CheckboxesField
            name="factor"
            label="Second factor"
            choices={[{ value: 'off', label: 'Take it off: the phone and the recovery codes are lost' }]}
            errors={[]}
          />
        )}
        <SubmitButton>{sendsMail ? 'Send the link' : 'Make the link'}</SubmitButton>
      </Form>
    </RolePage>
  );
}

function ReasonField({ typed, errors }: FormProps) {
  return (
    <TextField
      name="reason"
      label="Reason"
      hint="Such as: has left the organisation"
      value={typedText(typed, 'reason')}
      errors={errors}
    />
  );
}

function RolePage({
  heading,
  row,
  errors,
  children,
}: Pick<RolePageProps, 'row' | 'errors'> & { heading: string; children: ReactNode }) {
  const { name, email, role, scopeKind, scopeName, grantedAt, endsAt } = row;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1>{heading}</h1>
        <SummaryList
          rows={[
            { key: 'Person', value: <span className="ldr-unbroken">{`${name}, ${email}`}</span> },
            { key: 'Role', value: `${roleLabels[role]}, ${scopeKind === 'nation' ? 'national team' : scopeName}` },
            { key: 'Since', value: formatDate(grantedAt) },
            { key: 'Until', value: endsAt === null ? 'No end' : formatDate(lastDayOf(endsAt)) },
          ]}
        />
        {children}
        <p>
          <a href={paths.people()}>Change nothing and go back</a>
        </p>
      </div>
    </div>
  );
}
