import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatTime } from '../../../views/format.ts';
import { PlainText } from '../../../views/text/plain-text.tsx';
import type { FormStep, StepAction } from '../decisions/form-decision-repository.ts';

const actionLabels: Readonly<Record<StepAction, string>> = {
  begin: 'Begun',
  put: 'Put to the commissioners',
  complete: 'Passed to the region',
  'take-back': 'Taken back to be changed',
  'send-back': 'Sent back by the region',
  accept: 'Endorsed by the region',
  withdraw: 'Withdrawn',
};

/** What was done to the forms of a footprint, newest first. */
export function StepsTable({ steps, slug }: { steps: readonly FormStep[]; slug: string }) {
  return (
    <DataTable
      caption="What has happened"
      rows={steps.toReversed()}
      rowKey={({ stepId }) => `${stepId}`}
      columns={[
        {
          heading: 'Step',
          isRowHeading: true,
          cell: ({ action, number, reason }) => (
            <>
              {actionLabels[action]}
              <span className="ldr-baseline-note">
                <a href={paths.footprintForm(slug, number)}>Form {number}</a>
              </span>
              {reason !== '' && <PlainText text={reason} />}
            </>
          ),
        },
        { heading: 'By', cell: ({ by, onBehalfOf }) => (onBehalfOf === by ? by : `${by}, ${onBehalfOf}`) },
        { heading: 'When', cell: ({ at }) => formatTime(at) },
      ]}
    />
  );
}
