import {
  instrumentOfRound,
  type ProgrammePack,
  type Section,
  sectionQuestions,
} from '../../src/features/programme/index.ts';
import { paths } from '../../src/paths.ts';
import type { Person } from './browser.ts';

export const footprint = { slug: 'wolverhampton', name: 'Wolverhampton', trust: 'RL4', ccg: '06A' };
export const round = 'dmsa-2015';

/** Answers every question of these sections, which follow one another, from the third option of their scales, and goes on. */
export async function answerSections(person: Person, pack: ProgrammePack, sections: readonly Section[]): Promise<void> {
  const { scales } = instrumentOfRound(pack, round);
  const thirdOf = (scaleId: string) => scales.find(({ id }) => id === scaleId)?.options[2]?.id ?? '';
  await person.goTo(paths.assessmentSection(footprint.trust, round, sections[0]?.id ?? ''));
  for (const section of sections) {
    const questions = sectionQuestions(section, 'acute');
    await person.chooseAll(questions.map(({ id, scale }) => [`answer-${id}`, thirdOf(scale)]));
    await person.press(section === sections.at(-1) ? 'Save and return to list' : 'Save and continue');
  }
}

/** Writes what freezing needs: the parts, the trajectory, the ten plans and a deployment. */
export async function writeRoadmap(person: Person, pack: ProgrammePack): Promise<void> {
  const { slug, name } = footprint;
  const { parts } = pack.roadmapTemplate;
  await person.goTo(paths.roadmapContent(slug, 'parts', parts[0]?.id ?? ''));
  for (const part of parts) {
    await person.fill('body', `## ${part.title}\n\nWhat ${name} says about **${part.title}**.\n\n- one\n- two`);
    await person.press(part === parts.at(-1) ? 'Save' : /^Save and go to/);
  }
  await writeTrajectory(person, pack);
  const capabilities = pack.universalCapabilities;
  await person.goTo(paths.roadmapContent(slug, 'universal-capabilities', capabilities[0]?.id ?? ''));
  for (const capability of capabilities) {
    const { id } = capability;
    await person.fill('baseline', `Where ${name} stands on ${id}`);
    for (const year of pack.roadmapTemplate.ambitionYears) {
      await person.fill(`ambition-${year.id}`, `Further on ${id}`);
    }
    await person.choose('solution', 'national');
    await person.fill('evidence', 'A monthly national report');
    await person.press(capability === capabilities.at(-1) ? 'Save' : /^Save and go to/);
  }
  await addDeployment(person);
}

async function writeTrajectory(person: Person, pack: ProgrammePack): Promise<void> {
  await person.goTo(paths.roadmapContent(footprint.slug, 'trajectory'));
  for (const group of pack.capabilityGroups) {
    for (const [index, year] of pack.roadmapTemplate.targetYears.entries()) {
      await person.fill(`target-${group.id}-${year.id}`, String(60 + 10 * index));
    }
  }
  await person.press('Save the targets');
}

async function addDeployment(person: Person): Promise<void> {
  await person.goTo(paths.roadmapContent(footprint.slug, 'deployments', 'new'));
  await person.fill('title', 'Electronic prescribing on all wards');
  await person.page.locator('[name="group"]').selectOption('medicines');
  await person.choose('year', '2017-18');
  await person.choose('status', 'planned');
  await person.fill('cost', '£2.4m');
  await person.press('Add to the schedule');
}

/** The lead freezes version `number`; both members endorse exactly that. */
export async function agree(person: Person, number: number): Promise<void> {
  await person.become('persona-lead');
  await person.goTo(paths.freeze(footprint.slug));
  await person.press(`Freeze version ${number}`);

  await person.become('persona-executive');
  await person.goTo(paths.endorse(footprint.slug, footprint.trust));
  await person.choose('decision', 'endorse');
  await person.press('Record the decision');

  await person.become('persona-ccg-executive');
  await person.goTo(paths.endorse(footprint.slug, footprint.ccg));
  await person.choose('decision', 'endorse-with-conditions');
  await person.fill('conditions', 'Funding is confirmed before orders are placed.');
  await person.press('Record the decision');
}

export async function submit(person: Person, number: number): Promise<void> {
  await person.become('persona-lead');
  await person.goTo(paths.submitRoadmap(footprint.slug));
  await person.press(`Submit version ${number}`);
}

/** The regional reviewer rates every criterion, the first with `firstRating`, and comments on it. */
export async function review(person: Person, pack: ProgrammePack, firstRating: string): Promise<void> {
  await person.become('persona-reviewer');
  await person.goTo(paths.review(footprint.slug));
  await person.press('Start the review');
  await person.goTo(paths.review(footprint.slug));
  const ratings = pack.reviewCriteria.map(
    ({ id }, index) => [`rating-${id}`, index === 0 ? firstRating : 'met'] as const,
  );
  await person.chooseAll(ratings);
  await person.fill(`comment-${pack.reviewCriteria[0]?.id}`, 'Name the aim of the plan that each deployment serves.');
  await person.fill('summary', 'A clear plan with a credible climb.');
  await person.press('Save and go to the outcome');
}
