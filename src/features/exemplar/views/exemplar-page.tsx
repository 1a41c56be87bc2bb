import { paths } from '../../../paths.ts';
import { SummaryList, type SummaryRow } from '../../../views/summary-list.tsx';
import { AsAtLine, type Day } from '../../directory/index.ts';

export interface ExemplarModel {
  readonly exemplarId: string;
  readonly title: string;
  readonly reason: string;
  readonly groupLabel: string;
  readonly facts: readonly SummaryRow[];
  readonly withdrawal: { readonly on: string; readonly reason: string } | null;
  /** Where a member of the national team withdraws it; null for everyone else. */
  readonly withdrawHref: string | null;
}

/** One exemplar: what it is an example of, who, and why others should look. */
export function ExemplarPage({ day, model }: { readonly day: Day; readonly model: ExemplarModel }) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>
          <span className="nhsuk-caption-l">Exemplar in {model.groupLabel.toLowerCase()}</span> {model.title}
        </h1>
        {model.withdrawal !== null && (
          <div className="nhsuk-warning-callout">
            <h2 className="nhsuk-warning-callout__label">
              <span className="nhsuk-u-visually-hidden">Important: </span>Withdrawn
            </h2>
            <p>
              The national team withdrew this exemplar on {model.withdrawal.on}. The page is kept so that links to it
              still lead somewhere.
            </p>
            <p className="ldr-as-written">{model.withdrawal.reason}</p>
          </div>
        )}
        <h2>Why to look at it</h2>
        <p className="ldr-as-written">{model.reason}</p>
        <h2>Facts</h2>
        <SummaryList rows={model.facts} />
        <h2>Learn more</h2>
        <p>
          Documents alone seldom spread good work; people do.{' '}
          <a href={paths.contact('exemplar')}>Ask the national team</a> to put you in touch with the organisation, and
          say which exemplar you mean.
        </p>
        {model.withdrawHref !== null && (
          <p>
            <a href={model.withdrawHref}>Withdraw this exemplar</a>
          </p>
        )}
        <AsAtLine day={day} path={paths.exemplar(model.exemplarId)} />
      </div>
    </div>
  );
}
