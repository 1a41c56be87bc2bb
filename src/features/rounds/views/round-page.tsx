import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { countOf, formatDate, formatTime } from '../../../views/format.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import { SummaryList, type SummaryRow } from '../../../views/summary-list.tsx';
import {
  dueOnFor,
  extensionsInForce,
  firstDayInWords,
  getRound,
  instrumentOfRound,
  type ProgrammePack,
  packOfRound,
  type Round,
  type RoundStep,
  resultsDay,
  roundDeadlineInWords,
  roundState,
} from '../../programme/index.ts';
import { plansOver } from '../planned-round.ts';
import { givesTime, type RoundActionKind, type RoundFacts, whyNotTaken } from '../round-rules.ts';
import { resultsInWords, scopeInWords, stateMeaning } from './round-words.ts';
import { RoundTag } from './rounds-page.tsx';

interface RoundPageProps {
  readonly pack: ProgrammePack;
  readonly round: Round;
  /** The present day. */
  readonly today: string;
  readonly facts: RoundFacts;
}

/** Where one round stands, for whom its deadline is another, and what was done about it. */
export function RoundPage({ pack, round, today, facts }: RoundPageProps) {
  const state = roundState(round, today);
  return (
    <>
      <h1>{round.label}</h1>
      <SummaryList
        rows={[
          {
            key: 'State',
            value: (
              <>
                <RoundTag round={round} today={today} />
                <span className="ldr-meaning">{stateMeaning(round, state)}</span>
              </>
            ),
          },
          { key: 'First day', value: firstDayInWords(round) },
          { key: 'Deadline', value: roundDeadlineInWords(round, today) },
          ...resultsOf(pack, round, today),
          ...contentOf(pack, round),
        ]}
      />
      <Steps round={round} today={today} facts={facts} />
      {state !== 'planned' && (
        <p>
          <a href={coverageOf(round)}>See who has not submitted</a>
        </p>
      )}
      <Extensions round={round} today={today} />
      <h2>What was done</h2>
      <DataTable
        caption="What was done about this round, newest first"
        captionIsHidden
        rows={round.steps.toReversed()}
        rowKey={({ number }) => String(number)}
        empty={
          round.isPlannedHere
            ? 'Nothing since it was planned. The round follows its dates.'
            : 'Nothing yet. The round follows the dates of the programme.'
        }
        columns={[
          { heading: 'When', isRowHeading: true, cell: ({ at }) => formatTime(at) },
          { heading: 'What', cell: stepInWords },
          { heading: 'Reason', cell: ({ reason }) => reason },
          { heading: 'By', cell: ({ by }) => by },
        ]}
      />
    </>
  );
}

function coverageOf({ id, kind }: Pick<Round, 'id' | 'kind'>): string {
  return kind === 'assessment' ? paths.coverage({ round: id }) : paths.planCoverage({ round: id });
}

/** For whom the deadline is another; what gives nobody more time is not among them. */
function Extensions({ round, today }: Pick<RoundPageProps, 'round' | 'today'>) {
  const extensions = extensionsInForce(round);
  const giving = extensions.filter((extension) => givesTime(round, extension));
  return (
    <>
      <h2>Extensions</h2>
      <DataTable
        caption="Extensions in force"
        captionIsHidden
        rows={giving}
        rowKey={({ scope }) => `${scope.kind} ${scope.id}`}
        empty="Nobody has an extension."
        columns={[
          { heading: 'For', isRowHeading: true, cell: ({ scope }) => scopeInWords(scope) },
          { heading: 'Deadline', cell: ({ dueOn }) => roundDeadlineInWords(round, today, dueOn) },
          { heading: 'Reason', cell: ({ reason }) => reason },
        ]}
      />
      {giving.length < extensions.length && (
        <p>
          Left out: {countOf(extensions.length - giving.length, 'extension')} to no later day than{' '}
          {formatDate(dueOnFor(round))}, which everybody has.
        </p>
      )}
    </>
  );
}

function resultsOf(pack: ProgrammePack, round: Round, today: string): SummaryRow[] {
  return round.kind === 'assessment' ? [{ key: 'Results', value: resultsInWords(resultsDay(pack, round, today)) }] : [];
}

/** What a round asks: the questions of an assessment; of roadmaps the years, and what their baseline is taken from. */
function contentOf(pack: ProgrammePack, round: Round): SummaryRow[] {
  if (round.kind === 'assessment') {
    const plans = plansOver(pack.rounds, round.id);
    const { id, title, version } = instrumentOfRound(pack, round.id);
    return [
      {
        key: 'Questions',
        value: (
          <>
            <a href={paths.instrument(id, version)}>{title}</a>, version {version}
          </>
        ),
      },
      ...(plans.length === 0 ? [] : [{ key: 'Baseline of', value: <DueRounds rounds={plans} /> }]),
    ];
  }
  const { targetYears, planQuarters } = packOfRound(pack, round.id).roadmapTemplate;
  return [
    ...(round.baselineRound === null
      ? []
      : [{ key: 'Baseline', value: <DueRounds rounds={[getRound(pack, round.baselineRound)]} /> }]),
    { key: 'Targets', value: fromTo(targetYears) },
    { key: 'Quarters', value: fromTo(planQuarters) },
  ];
}

/** Plans are due after what they start from, so each is named with its deadline. */
function DueRounds({ rounds }: { rounds: readonly Round[] }) {
  return rounds.map((round, index) => (
    <span key={round.id}>
      {index > 0 && <br />}
      <a href={paths.round(round.id)}>{round.label}</a>, due by {formatDate(dueOnFor(round))}
    </span>
  ));
}

function fromTo(items: readonly { readonly label: string }[]): string {
  const [first, last] = [items[0]?.label ?? '', items.at(-1)?.label ?? ''];
  return items.length > 1 ? `${first} to ${last}` : first;
}

function Steps({ round, today, facts }: Omit<RoundPageProps, 'pack'>) {
  const may = (kind: RoundActionKind) => whyNotTaken(round, kind, today, facts) === null;
  return (
    <div className="nhsuk-button-group">
      {may('open') && (
        <ButtonLink href={paths.openRound(round.id)}>
          {roundState(round, today) === 'planned' ? 'Open it now' : 'Open it again'}
        </ButtonLink>
      )}
      {may('extend') && (
        <ButtonLink href={paths.extendRound(round.id)} secondary>
          Extend the deadline
        </ButtonLink>
      )}
      {may('set-results-day') && (
        <ButtonLink href={paths.setResultsDay(round.id)} secondary>
          Set the day of the results
        </ButtonLink>
      )}
      {may('correct') && (
        <ButtonLink href={paths.correctRound(round.id)} secondary>
          Correct the round
        </ButtonLink>
      )}
      {may('withdraw') && (
        <ButtonLink href={paths.withdrawRound(round.id)} secondary>
          Withdraw the round
        </ButtonLink>
      )}
      {may('close') && (
        <ButtonLink href={paths.closeRound(round.id)} secondary>
          Close the round
        </ButtonLink>
      )}
    </div>
  );
}

function stepInWords(step: RoundStep): string {
  switch (step.kind) {
    case 'open':
      return 'Opened';
    case 'close':
      return 'Closed';
    case 'correct':
      return `Corrected: “${step.label}”, from ${formatDate(step.opensOn)} to ${formatDate(step.dueOn)}`;
    case 'set-results-day':
      return `Results public from ${formatDate(step.resultsOn)}`;
    case 'extend':
      return `Deadline for ${step.scope.kind === 'all' ? 'everybody' : step.scope.name}: ${formatDate(step.dueOn)}`;
  }
}
