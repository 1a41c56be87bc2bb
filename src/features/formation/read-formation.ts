import type { Connection } from '../../platform/database/database.ts';
import { type FootprintLife, findFootprintLife, listFootprintLives } from '../directory/index.ts';
import type { FormBoard } from './decisions/form-endorsement.ts';
import type { OrganisationMention } from './formation.ts';
import type { FormationCase } from './formation-place.ts';
import {
  type FormationRow,
  type FormRow,
  findFormation,
  findFormationOf,
  findNewestForm,
  listFormations,
  listNewestForms,
} from './formation-repository.ts';
import { getWrittenForm, listWrittenForms } from './forms/form-content-repository.ts';
import { readBoards } from './forms/move-form.ts';

/** What is on record at an address of the day; null when there is neither footprint nor proposal. */
export async function findCase(connection: Connection, slug: string, day: string): Promise<FormationCase | null> {
  const bySlug = await findFootprintLife(connection, { slug }, day);
  const formation =
    bySlug === null ? await findFormation(connection, slug) : await findFormationOf(connection, bySlug.areaId);
  if (bySlug === null && formation === null) {
    return null;
  }
  const life = bySlug ?? (await lifeOf(connection, formation, day));
  const form = formation === null ? null : await findNewestForm(connection, formation.formationId);
  const written = form === null ? null : await getWrittenForm(connection, form.formId);
  return { slug, formation, life, form, written, hasAccepted: hasAccepted(form) };
}

async function lifeOf(
  connection: Connection,
  formation: FormationRow | null,
  day: string,
): Promise<FootprintLife | null> {
  const areaId = formation?.footprintId ?? null;
  return areaId === null ? null : await findFootprintLife(connection, { areaId }, day);
}

function hasAccepted(newest: FormRow | null): boolean {
  return newest !== null && (newest.state === 'accepted' || !newest.isFirst);
}

/** Every footprint and every proposal, as far as a list shows it: footprints by name, then proposals. */
export async function listCases(connection: Connection, day: string): Promise<FormationCase[]> {
  const [lives, formations, forms] = await Promise.all([
    listFootprintLives(connection, day),
    listFormations(connection),
    listNewestForms(connection),
  ]);
  const contents = await listWrittenForms(
    connection,
    [...forms.values()].map(({ formId }) => formId),
  );
  const caseOf = (slug: string, life: FootprintLife | null, formation: FormationRow | null): FormationCase => {
    const form = formation === null ? null : (forms.get(formation.formationId) ?? null);
    const content = form === null ? undefined : contents.get(form.formId);
    const written =
      content === undefined ? null : { content, saves: { area: null, organisations: null, people: null } };
    return { slug, formation, life, form, written, hasAccepted: hasAccepted(form) };
  };
  const proposals = formations.filter(({ footprintId }) => footprintId === null);
  return [
    ...lives.map((life) =>
      caseOf(life.slug, life, formations.find(({ footprintId }) => footprintId === life.areaId) ?? null),
    ),
    ...proposals.map((formation) => caseOf(formation.slug, null, formation)),
  ];
}

/** A case with the commissioners that have yet to endorse its form. */
export interface WaitingCase extends FormationCase {
  readonly waitingFor: readonly OrganisationMention[];
}

/** Where every form stands that is in hand, and which commissioners it waits for. */
export async function listFormationWork(connection: Connection, day: string): Promise<WaitingCase[]> {
  const cases = await listCases(connection, day);
  const waiting = cases.flatMap(({ form }) => (form?.state === 'with-ccgs' ? [form] : []));
  const boards = await readBoards(connection, waiting);
  return cases.map((one) => ({ ...one, waitingFor: undecided(boards.get(one.form?.formId ?? '')) }));
}

/** A commissioner that declined has decided: it is the lead's turn then. */
function undecided(board: FormBoard | undefined): OrganisationMention[] {
  return (board?.rows ?? []).filter(({ endorsement }) => endorsement === null).map(({ party }) => party);
}
