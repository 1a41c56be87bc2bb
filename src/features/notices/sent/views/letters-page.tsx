import { paths } from '../../../../paths.ts';
import type { Page } from '../../../../platform/page.ts';
import { DataTable } from '../../../../views/data-table.tsx';
import { Details } from '../../../../views/details.tsx';
import { countOf, formatTime } from '../../../../views/format.ts';
import { SelectField, TextField } from '../../../../views/forms/fields.tsx';
import { FilterForm } from '../../../../views/forms/filter-form.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { Tag, type TagColour } from '../../../../views/tag.tsx';
import { PlainText } from '../../../../views/text/plain-text.tsx';
import {
  isLinkGone,
  type LetterQuery,
  type LetterState,
  type ListedLetter,
  letterStateLabels,
  letterStates,
  textToShow,
} from '../letter-query.ts';

interface LettersPageProps {
  readonly query: LetterQuery;
  readonly page: Page<ListedLetter>;
  /** Of all letters, whatever is shown. */
  readonly failedCount: number;
  readonly isMailSetUp: boolean;
  /** Whether the reader can set up a mail server. */
  readonly mayChangeSettings: boolean;
  readonly maySendAgain: boolean;
}

const colours: Readonly<Record<LetterState, TagColour>> = { failed: 'red', queued: 'yellow', sent: 'green' };

/** Every letter, newest first, with what became of it. */
export function LettersPage(props: LettersPageProps) {
  const { query, page, failedCount, isMailSetUp, mayChangeSettings, maySendAgain } = props;
  const isFiltered = query.find !== '' || query.state !== null;
  return (
    <>
      <h1>E-mails</h1>
      {!isMailSetUp && (
        <p>
          No mail server is set up, so no e-mails are written at present.{' '}
          {mayChangeSettings ? (
            <a href={paths.serviceSettings()}>Set up a mail server</a>
          ) : (
            'An administrator sets it up.'
          )}
        </p>
      )}
      {failedCount > 0 && query.state !== 'failed' && (
        <p>
          <a href={paths.letters({ state: 'failed' })}>
            {countOf(failedCount, 'e-mail was', 'e-mails were')} not delivered
          </a>
        </p>
      )}
      <Filters query={query} isFiltered={isFiltered} />
      <DataTable
        caption={`${countOf(page.total, 'e-mail')}, newest first`}
        rows={page.rows}
        rowKey={({ letterId }) => letterId}
        empty={isFiltered ? 'No e-mail matches.' : 'No e-mail has been written yet.'}
        cardsOn="tablet"
        columns={[
          { heading: 'Written', cell: ({ writtenAt }) => formatTime(writtenAt) },
          { heading: 'To', isRowHeading: true, cell: (letter) => <Reader letter={letter} /> },
          { heading: 'E-mail', cell: (letter) => <Words letter={letter} /> },
          { heading: 'State', cell: (letter) => <State letter={letter} canBeSent={isMailSetUp && maySendAgain} /> },
        ]}
      />
      <p>
        {query.before !== null && <a href={paths.letters(partsOf(query))}>Newest e-mails</a>}
        {query.before !== null && page.next !== null && ' · '}
        {page.next !== null && (
          <a href={paths.letters({ ...partsOf(query), before: page.next.join() })} rel="next">
            Older e-mails
          </a>
        )}
      </p>
    </>
  );
}

function partsOf({ find, state }: LetterQuery) {
  return { find, state: state ?? '' };
}

function Filters({ query, isFiltered }: Pick<LettersPageProps, 'query'> & { readonly isFiltered: boolean }) {
  const choices = letterStates.map((state) => ({ value: state, label: letterStateLabels[state] }));
  return (
    <FilterForm label="E-mails" action={paths.letters()} button="Show e-mails" isFiltered={isFiltered}>
      <TextField name="find" label="Name or e-mail address" hint="Part of it will do" value={query.find} errors={[]} />
      <SelectField
        name="state"
        label="State"
        choices={choices}
        value={query.state}
        placeholder="Every state"
        errors={[]}
      />
    </FilterForm>
  );
}

function Reader({ letter: { name, email } }: { letter: ListedLetter }) {
  return (
    <>
      {name !== null && (
        <>
          {name}
          <br />
        </>
      )}
      <span className="ldr-unbroken ldr-unbroken--address">{email}</span>
    </>
  );
}

function Words({ letter }: { letter: ListedLetter }) {
  return (
    <Details summary={letter.subject}>
      <PlainText text={textToShow(letter)} />
    </Details>
  );
}

function State({ letter, canBeSent }: { letter: ListedLetter; canBeSent: boolean }) {
  const { state, failure, settledAt } = letter;
  return (
    <>
      <Tag text={letterStateLabels[state]} colour={colours[state]} />
      {settledAt !== null && (
        <>
          <br />
          {formatTime(settledAt)}
        </>
      )}
      {failure !== '' && (
        <>
          <br />
          The mail server said: <span className="ldr-typed">{failure}</span>
        </>
      )}
      {state === 'failed' && canBeSent && <SendAgain letter={letter} />}
    </>
  );
}

function SendAgain({ letter }: { letter: ListedLetter }) {
  return isLinkGone(letter) ? (
    <>
      <br />
      It cannot be sent again: its link is no longer kept.{' '}
      <a href={paths.people({ find: letter.email })}>Find {letter.email} under People</a> to send a new link.
    </>
  ) : (
    <Form action={paths.sendLetterAgain(letter.letterId)}>
      <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
        Send again
        <span className="nhsuk-u-visually-hidden">
          {' '}
          to {letter.email}: {letter.subject}
        </span>
      </button>
    </Form>
  );
}
