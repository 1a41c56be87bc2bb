import { paths } from '../../../paths.ts';
import type { CheckResult } from '../../../platform/check-result.ts';
import { countOf, formatDate } from '../../../views/format.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import { type Task, TaskList } from '../../../views/task-list.tsx';
import { type LapsedEndorsement, LapsedTable, NobodyToSign } from '../../agreement/index.ts';
import type { FormStep } from '../decisions/form-decision-repository.ts';
import type { FormBoard, FormEndorsement } from '../decisions/form-endorsement.ts';
import { type FormPage, formPages, formPageTitles, type OrganisationMention } from '../formation.ts';
import { type FormationPlace, type FormPlace, mayInCase, nameOfCase, stateOfCase } from '../formation-place.ts';
import { formDifference } from '../forms/form-difference.ts';
import { acceptsChanges, isInHand } from '../forms/form-state.ts';
import { ChangesTable } from './changes-table.tsx';
import { FormBoardTable } from './form-board.tsx';
import { FormNextStep } from './form-next-step.tsx';
import { FormationTag, FormTag } from './state-tags.tsx';
import { StepsTable } from './steps-table.tsx';

/** What is known of a form in hand or settled, beside the place itself. */
export interface FormStanding {
  readonly place: FormPlace;
  readonly check: CheckResult;
  readonly board: FormBoard;
  /** Names of those who can sign for each commissioner that is asked, by its id. */
  readonly signers: ReadonlyMap<string, readonly string[]>;
  readonly lapsed: readonly LapsedEndorsement<FormEndorsement>[];
  readonly steps: readonly FormStep[];
}

interface OverviewPageProps {
  readonly place: FormationPlace;
  /** Null where no form was begun. */
  readonly standing: FormStanding | null;
}

/** Where a footprint's form stands, what comes next and for whom, and everything that has happened to it. */
export function OverviewPage({ place, standing }: OverviewPageProps) {
  const { state, reason } = stateOfCase(place);
  const { life } = place;
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">Footprint and governance form</span>
        {nameOfCase(place)}
      </h1>
      <p>
        <FormationTag state={state} /> {reason}.
      </p>
      {life !== null && (
        <p>
          In the directory {life.from === null ? '' : `since ${formatDate(life.from)}`}:{' '}
          <a href={paths.footprint(life.slug)}>public page of the footprint</a>.
        </p>
      )}
      {standing === null ? <NoForm place={place} /> : <Form {...standing} />}
    </>
  );
}

function NoForm({ place }: { place: FormationPlace }) {
  const mayOpen = mayInCase(place, 'formation.edit') && place.life?.endedOn === null;
  return (
    <>
      <p className="ldr-empty">
        No form is held of this footprint. It would say who takes part, who answers for it, and which commissioners and
        region agreed.
      </p>
      {mayOpen ? (
        <ButtonLink href={paths.openFootprintForm(place.slug)}>Open a form</ButtonLink>
      ) : (
        <p>The lead of the footprint can open one. It begins with what the directory says.</p>
      )}
    </>
  );
}

function Form({ place, check, board, signers, lapsed, steps }: FormStanding) {
  const { form, written, slug } = place;
  const nameOf = (id: string) =>
    [...board.rows.map(({ party }) => party), ...written.content.organisations].find(
      ({ organisationId }) => organisationId === id,
    )?.name ?? id;
  const isAsked = form.state !== 'writing';
  return (
    <>
      <h2>{form.isFirst ? 'The form' : isInHand(form.state) ? 'Request for change' : 'The last request for change'}</h2>
      <p>
        Form {form.number} <FormTag state={form.state} />
      </p>
      <FormNextStep place={place} check={check} board={board} />
      {acceptsChanges(form.state) && mayInCase(place, 'formation.edit') && <TaskList tasks={tasksOf(place, check)} />}
      <p>
        <a href={paths.footprintForm(slug, form.number)}>
          {form.isFirst ? 'Read the whole form' : 'Read what changes, and the whole form'}
        </a>
      </p>
      {!form.isFirst && form.base !== null && isInHand(form.state) && (
        <ChangesTable caption="What changes" changes={formDifference(form.base, written.content)} />
      )}
      {form.state === 'with-ccgs' && <NobodyToSign actor={place.actor} parties={withoutSigner(board, signers)} />}
      {isAsked && <FormBoardTable place={place} board={board} signers={form.state === 'with-ccgs' ? signers : null} />}
      <LapsedTable
        lapsed={lapsed}
        heading="Commissioner"
        nameOf={nameOf}
        explanation="A decision holds for one text only. When the form is put again, each commissioner decides again."
      />
      <StepsTable steps={steps} slug={slug} />
    </>
  );
}

/** Those that have yet to decide, and for whom nobody can. */
function withoutSigner({ rows }: FormBoard, signers: FormStanding['signers']): OrganisationMention[] {
  return rows.flatMap(({ party, endorsement }) =>
    endorsement === null && !signers.has(party.organisationId) ? [party] : [],
  );
}

function tasksOf({ slug, written }: FormPlace, { blockers, warnings }: CheckResult): Task[] {
  const hrefs: Readonly<Record<FormPage, string>> = {
    area: paths.footprintFormArea(slug),
    organisations: paths.footprintFormOrganisations(slug),
    people: paths.footprintFormPeople(slug),
  };
  const hints: Readonly<Record<FormPage, string>> = {
    area:
      written.content.area.startsOn === null ? 'No day given yet' : `From ${formatDate(written.content.area.startsOn)}`,
    organisations: countOf(written.content.organisations.length, 'organisation'),
    people: written.content.people.owner.name === '' ? 'Nobody named yet' : written.content.people.owner.name,
  };
  return formPages.map((page) => {
    const about = (list: CheckResult['blockers']) => list.filter(({ subject }) => subject === page).length;
    const task = { id: page, text: formPageTitles[page], href: hrefs[page], hint: hints[page] };
    const left = about(blockers);
    if (left > 0) {
      return { ...task, status: `${left} to put right`, colour: 'blue' };
    }
    return { ...task, status: about(warnings) > 0 ? `Complete, ${about(warnings)} worth a look` : 'Complete' };
  });
}
