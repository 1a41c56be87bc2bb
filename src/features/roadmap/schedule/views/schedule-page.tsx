import { countOf } from '../../../../views/format.ts';
import { SelectField } from '../../../../views/forms/fields.tsx';
import { FilterForm } from '../../../../views/forms/filter-form.tsx';
import { organisationsInWords } from '../../content/deployments/deployment.ts';
import { deploymentStatuses, statusLabels } from '../../content/deployments/deployment-status.ts';
import { type DeploymentView, viewsOf } from '../../content/deployments/deployment-view.ts';
import { type DatedDeployment, scheduleOf } from '../../content/deployments/schedule.ts';
import { DeploymentGroups } from '../../content/deployments/views/deployment-groups.tsx';
import { DeploymentTimeline } from '../../content/deployments/views/deployment-timeline.tsx';
import type { RoadmapDocument } from '../../documents/frozen-document.ts';
import { isChosen, isFiltered, type ScheduleFilter } from '../schedule-filter.ts';

interface SchedulePageProps {
  readonly document: RoadmapDocument;
  readonly filter: ScheduleFilter;
  /** Of the page, with nothing chosen. */
  readonly address: string;
}

/** What goes live when, as a timeline over its tables, narrowed and put together as the reader wants. */
export function SchedulePage({ document, filter, address }: SchedulePageProps) {
  const rows = scheduleOf(document);
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">
          {document.footprint.name}, version {document.version}
        </span>
        Deployment schedule
      </h1>
      {rows === null && <p className="ldr-empty">The schedule of deployments is not in this edition.</p>}
      {rows?.length === 0 && <p className="ldr-empty">No deployments are in the schedule.</p>}
      {rows !== null && rows.length > 0 && (
        <>
          <ScheduleFilterForm document={document} filter={filter} address={address} />
          <Chosen all={rows} document={document} filter={filter} />
        </>
      )}
    </>
  );
}

const groupsOf: Readonly<Record<ScheduleFilter['by'], (row: DeploymentView) => readonly string[]>> = {
  group: ({ group }) => [group],
  organisation: ({ organisations }) => (organisations.length === 0 ? [organisationsInWords([])] : organisations),
  status: ({ status }) => [statusLabels[status]],
};

interface ChosenProps extends Pick<SchedulePageProps, 'document' | 'filter'> {
  readonly all: readonly DatedDeployment[];
}

function Chosen({ all, document, filter }: ChosenProps) {
  const chosen = new Set(all.filter((row) => isChosen(row, filter)).map(({ id }) => id));
  const rows = viewsOf(all, document).filter(({ id }) => chosen.has(id));
  return (
    <>
      <p role="status">
        {rows.length === all.length
          ? `All ${countOf(all.length, 'deployment')}.`
          : `${countOf(rows.length, 'deployment')} of ${all.length}.`}
      </p>
      {rows.length === 0 && <p className="ldr-empty">No deployment is like that. Choose something else.</p>}
      <DeploymentTimeline rows={rows} groupsOf={groupsOf[filter.by]} />
      <DeploymentGroups rows={rows} headingLevel={2} />
    </>
  );
}

function ScheduleFilterForm({ document: { terms, members }, filter, address }: SchedulePageProps) {
  const labelled = (items: readonly { readonly id: string; readonly label: string }[]) =>
    items.map(({ id, label }) => ({ value: id, label }));
  return (
    <FilterForm
      label="Deployments"
      action={address}
      button="Show deployments"
      isFiltered={isFiltered(filter) || filter.by !== 'group'}
    >
      <SelectField
        name="by"
        label="Timeline by"
        choices={[
          { value: 'group', label: 'Capability group' },
          { value: 'organisation', label: 'Organisation' },
          { value: 'status', label: 'State' },
        ]}
        value={filter.by}
      />
      <SelectField
        name="group"
        label="Capability group"
        choices={labelled(terms.capabilityGroups)}
        value={filter.group}
        placeholder="Every group"
      />
      <SelectField
        name="organisation"
        label="Organisation"
        choices={members.map(({ code, name }) => ({ value: code, label: name }))}
        value={filter.organisation}
        placeholder="Every organisation"
      />
      <SelectField
        name="status"
        label="State"
        choices={deploymentStatuses.map((status) => ({ value: status, label: statusLabels[status] }))}
        value={filter.status}
        placeholder="Every state"
      />
      <SelectField
        name="capability"
        label="Universal capability it supports"
        choices={terms.universalCapabilities.map(({ id, label }) => ({ value: id, label: `${id}. ${label}` }))}
        value={filter.capability}
        placeholder="Any or none"
      />
    </FilterForm>
  );
}
