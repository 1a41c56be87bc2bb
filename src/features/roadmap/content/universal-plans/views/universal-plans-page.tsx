import { paths } from '../../../../../paths.ts';
import { formatDate } from '../../../../../views/format.ts';
import { type Task, TaskList } from '../../../../../views/task-list.tsx';
import type { ProgrammePack, UniversalCapability } from '../../../../programme/index.ts';
import type { SaveStamp } from '../../../drafts/save-repository.ts';
import type { VersionPlace } from '../../../roadmap-place.ts';
import { subjectOf } from '../../saved-kind.ts';
import { type UniversalPlan, universalPlanSaves } from '../universal-plan.ts';

interface UniversalPlansPageProps {
  readonly pack: ProgrammePack;
  readonly place: VersionPlace;
  readonly plans: readonly UniversalPlan[];
  readonly stamps: ReadonlyMap<string, SaveStamp>;
}

/** The plans of the universal capabilities, each with how far it has come. */
export function UniversalPlansPage({ pack, place, plans, stamps }: UniversalPlansPageProps) {
  const tasks = pack.universalCapabilities.map((capability): Task => {
    const plan = plans.find(({ capabilityId }) => capabilityId === capability.id);
    return {
      id: `plan-${capability.id}`,
      text: `${capability.id}. ${capability.title}`,
      href: paths.roadmapContent(place.footprint.slug, 'universal-capabilities', capability.id),
      hint: hintOf(capability, stamps.get(subjectOf(universalPlanSaves, capability.id))),
      ...stateOf(plan),
    };
  });
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">Version {place.version.number}</span>
        Universal capability plans
      </h1>
      <p>
        These capabilities rest on services that are available nationally. Each has a plan: where you are, where you
        will be, what you will do in each quarter, and how you will know.
      </p>
      <TaskList tasks={tasks} />
    </>
  );
}

function hintOf({ nationalService }: UniversalCapability, stamp: SaveStamp | undefined): string {
  if (stamp === undefined) {
    return nationalService;
  }
  const by = stamp.savedBy === null ? '' : `by ${stamp.savedBy} `;
  return `${nationalService}. Saved ${by}on ${formatDate(stamp.savedAt)}`;
}

/** What is missing from a plan, most important first. */
function stateOf(plan: UniversalPlan | undefined): Pick<Task, 'status' | 'colour'> {
  const isEmpty = (text: string) => text.trim() === '';
  if (plan === undefined) {
    return { status: 'To write', colour: 'blue' };
  }
  const { baseline, ambitions, activities, evidence } = plan;
  const texts = [baseline, ...ambitions.map(({ text }) => text), ...activities.map(({ text }) => text)];
  if (texts.every(isEmpty)) {
    return { status: 'To write', colour: 'blue' };
  }
  if (isEmpty(baseline)) {
    return { status: 'Baseline missing', colour: 'aqua-green' };
  }
  if (ambitions.some(({ text }) => isEmpty(text))) {
    return { status: 'Ambition missing', colour: 'aqua-green' };
  }
  return isEmpty(evidence) ? { status: 'Evidence missing', colour: 'aqua-green' } : { status: 'Written' };
}
