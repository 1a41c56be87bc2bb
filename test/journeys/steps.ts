import {
  instrumentOfRound,
  type ProgrammePack,
  type Section,
  sectionQuestions,
} from '../../src/features/programme/index.ts';
import { paths } from '../../src/paths.ts';
import type { Person } from './browser.ts';

export const footprint = { slug: 'wolverhampton', name: 'Wolverhampton', trust: 'RL4', ccg: '06A' };
export const round = 'dmsa-2017';

/**
 * Answers every question of these sections, which follow one another, from the third option of their scales: in the browser the first
 * two and the last, which lead on, and on to the list.
 */
export async function answerSections(person: Person, pack: ProgrammePack, sections: readonly Section[]): Promise<void> {
  const { scales } = instrumentOfRound(pack, round);
  const thirdOf = (scaleId: string) => scales.find(({ id }) => id === scaleId)?.options[2]?.id ?? '';
  const answersTo = (section: Section) =>
    sectionQuestions(section, 'acute').map(({ id, scale }) => [`answer-${id}`, thirdOf(scale)] as const);
  const addressOf = ({ id }: Section) => paths.assessmentSection(footprint.trust, round, id);
  for (const section of sections.slice(2, -1)) {
    await person.send(addressOf(section), Object.fromEntries(answersTo(section)));
  }
  const inBrowser = sections.filter((section, index) => index < 2 || section === sections.at(-1));
  for (const [index, section] of inBrowser.entries()) {
    if (index !== 1) {
      await person.goTo(addressOf(section));
    }
    await person.chooseAll(answersTo(section));
    await person.press(section === sections.at(-1) ? 'Save and return to list' : 'Save and continue');
    // The button waits for what the page is saving by itself.
    await person.page.waitForURL(({ pathname }) => pathname !== addressOf(section));
  }
}

/** Writes what freezing needs: the parts, the trajectory, the ten plans and a deployment. */
export async function writeRoadmap(person: Person, pack: ProgrammePack): Promise<void> {
  await writeParts(person, pack);
  await writeTrajectory(person, pack);
  await planCapabilities(person, pack);
  await addDeployment(person);
}

/** In the browser the first two and the last, one leading to the next. */
async function writeParts(person: Person, pack: ProgrammePack): Promise<void> {
  const { slug, name } = footprint;
  const { parts } = pack.roadmapTemplate;
  const addressOf = (id: string) => paths.roadmapContent(slug, 'parts', id);
  const bodyOf = (title: string) => `## ${title}\n\nWhat ${name} says about **${title}**.\n\n- one\n- two`;
  for (const { id, title } of parts.slice(2, -1)) {
    await person.send(addressOf(id), { body: bodyOf(title) });
  }
  const [first, second, last] = [parts[0], parts[1], parts.at(-1)] as const;
  await person.goTo(addressOf(first?.id ?? ''));
  await person.fill('body', bodyOf(first?.title ?? ''));
  await person.press(/^Save and go to/);
  await person.fill('body', bodyOf(second?.title ?? ''));
  await person.press(/^Save and go to/);
  await person.goTo(addressOf(last?.id ?? ''));
  await person.fill('body', bodyOf(last?.title ?? ''));
  await person.press('Save');
}

/** In the browser the first and the last. */
async function planCapabilities(person: Person, pack: ProgrammePack): Promise<void> {
  const { slug, name } = footprint;
  const capabilities = pack.universalCapabilities;
  for (const capability of capabilities) {
    const { id } = capability;
    const address = paths.roadmapContent(slug, 'universal-capabilities', id);
    const ambitions = pack.roadmapTemplate.ambitionYears.map((year) => [`ambition-${year.id}`, `Further on ${id}`]);
    const texts = {
      baseline: `Where ${name} stands on ${id}`,
      ...Object.fromEntries(ambitions),
      evidence: 'A monthly national report',
    };
    if (capability === capabilities[0] || capability === capabilities.at(-1)) {
      await person.goTo(address);
      await person.fillAll(texts);
      await person.choose('solution', 'national');
      await person.press(capability === capabilities.at(-1) ? 'Save' : /^Save and go to/);
    } else {
      await person.send(address, { ...texts, solution: 'national' });
    }
  }
}

/** Above what the trust of the demonstration scored in the first round, which no target may lie below. */
async function writeTrajectory(person: Person, pack: ProgrammePack): Promise<void> {
  await person.goTo(paths.roadmapContent(footprint.slug, 'trajectory'));
  const { targetYears } = pack.roadmapTemplate;
  const targets = pack.capabilityGroups.flatMap((group) =>
    targetYears.map((year, index) => [`target-${group.id}-${year.id}`, String(85 + 5 * index)] as const),
  );
  await person.fillAll(Object.fromEntries(targets));
  await person.press('Save the targets');
}

async function addDeployment(person: Person): Promise<void> {
  await person.goTo(paths.roadmapContent(footprint.slug, 'deployments', 'new'));
  await person.fill('title', 'Electronic prescribing on all wards');
  await person.page.locator('[name="group"]').selectOption('medicines');
  await person.choose('status', 'planned');
  await person.fill('goes-live', 'Q4 2017/18');
  await person.fill('money-pounds-0', '£2.4m');
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
