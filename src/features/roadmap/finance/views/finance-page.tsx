import { ChartFigure, StackedBars, StackedKey } from '../../../../views/charts/index.ts';
import { moneyTotals, poundsInWords } from '../../content/deployments/money.ts';
import { scheduleOf } from '../../content/deployments/schedule.ts';
import { MoneyNotes } from '../../content/deployments/views/money-table.tsx';
import type { RoadmapDocument } from '../../documents/frozen-document.ts';
import {
  type MoneyRow,
  moneyByCapability,
  moneyByGroup,
  moneyByOrganisation,
  moneyBySource,
  moneyOfYears,
} from '../money-by.ts';
import { asPlanned, isAsPlanned, type Scheduled, sourcesOf, suppose, type WhatIf } from '../what-if.ts';
import { MoneyByTable, moneyInOneSentence } from './money-by-table.tsx';
import { WhatIfForm } from './what-if-form.tsx';
import { WhatIfResult } from './what-if-result.tsx';

interface FinancePageProps {
  readonly document: RoadmapDocument;
  readonly whatIf: WhatIf;
  /** Of the page, without what is supposed. */
  readonly address: string;
}

/** What a plan costs and how much of that is there: by year, source, organisation and capability, as planned or as supposed. */
export function FinancePage({ document, whatIf, address }: FinancePageProps) {
  const rows = scheduleOf(document);
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">
          {document.footprint.name}, version {document.version}
        </span>
        Money in the plan
      </h1>
      {rows === null && (
        <p className="ldr-empty">The schedule of deployments is not in this edition, and so neither is its money.</p>
      )}
      {rows?.every(({ money }) => money.length === 0) && (
        <p className="ldr-empty">No money is stated in the schedule of deployments.</p>
      )}
      {rows?.some(({ money }) => money.length > 0) && (
        <Money rows={rows} document={document} whatIf={whatIf} address={address} />
      )}
    </>
  );
}

interface MoneyProps extends FinancePageProps {
  readonly rows: readonly Scheduled[];
}

function Money({ rows, document, whatIf, address }: MoneyProps) {
  const planned = suppose(rows, asPlanned);
  const supposed = suppose(rows, whatIf);
  const totals = moneyTotals(supposed.flatMap(({ money }) => money));
  const isPlan = isAsPlanned(whatIf);
  const stopped = rows.filter(({ status, money }) => status === 'stopped' && money.length > 0).length;
  const inCase = isPlan ? '' : ', in this case';
  return (
    <>
      {isPlan ? (
        <p className="nhsuk-lede-text">{moneyInOneSentence(totals)}</p>
      ) : (
        <WhatIfResult rows={rows} whatIf={whatIf} document={document} address={address} />
      )}
      <YearsFigure years={moneyOfYears(supposed)} inCase={inCase} />
      <MoneyNotes unknown={totals.unknown} stopped={stopped} />
      <WhatIfForm rows={planned} sources={sourcesOf(planned)} whatIf={whatIf} address={address} />
      <h2>Where the money comes from</h2>
      <MoneyByTable caption={`Money by source${inCase}`} heading="Source" rows={moneyBySource(supposed)} />
      <h2>Who it is for</h2>
      <MoneyByTable
        caption={`Money by organisation${inCase}`}
        heading="Organisation"
        rows={moneyByOrganisation(supposed, document)}
      />
      <p className="ldr-figure-note">
        What several organisations do together has one sum. The plan does not divide it among them.
      </p>
      <h2>What it is for</h2>
      <MoneyByTable
        caption={`Money by capability group${inCase}`}
        heading="Capability group"
        rows={moneyByGroup(supposed, document)}
      />
      <MoneyByTable
        caption={`Money by universal capability${inCase}`}
        heading="Universal capability"
        rows={moneyByCapability(supposed, document)}
      />
      <p className="ldr-figure-note">
        A deployment that helps to deliver several universal capabilities is counted in each of them, so these sums are
        not to be added up.
      </p>
    </>
  );
}

function YearsFigure({ years, inCase }: { readonly years: readonly MoneyRow[]; readonly inCase: string }) {
  const title = `Money by year${inCase}`;
  const looks = [
    { look: 'solid', label: 'Secured', key: 'secured' },
    { look: 'striped', label: 'Bid for', key: 'bid' },
    { look: 'hollow', label: 'No funding yet', key: 'gap' },
    ...(years.some(({ unstated }) => unstated > 0)
      ? [{ look: 'pale', label: 'Not said', key: 'unstated' } as const]
      : []),
  ] as const;
  return (
    <>
      <h2>{title}</h2>
      <ChartFigure
        note="From the schedule of deployments of this version. Financial years run from April to March."
        table={<MoneyByTable caption={title} heading="Year" rows={years} withNature />}
      >
        <StackedKey id="money-key" looks={looks} />
        <StackedBars
          id="money-by-year"
          title={title}
          description={years.map((year) => `${year.label}: ${moneyInOneSentence(year)}`).join(' ')}
          bars={years.map((year) => ({
            id: year.id,
            label: year.label,
            valueText: poundsInWords(year.pounds),
            parts: looks.map(({ look, key }) => ({ id: key, look, value: year[key] })),
          }))}
        />
      </ChartFigure>
    </>
  );
}
