import type { FootprintLife } from '../directory/index.ts';
import { type Action, type Actor, can, type Subject } from '../identity/index.ts';
import { type FormContent, leadOf } from './formation.ts';
import type { FormationRow, FormRow } from './formation-repository.ts';
import { type FormationStateWithReason, formationState } from './formation-state.ts';
import type { WrittenForm } from './forms/form-content-repository.ts';

/** Everything on record about how one footprint forms. */
export interface FormationCase {
  readonly slug: string;
  /** Null for a footprint of the directory whose form was never begun here. */
  readonly formation: FormationRow | null;
  /** Null while the directory has no such footprint. */
  readonly life: FootprintLife | null;
  /** The newest form, in hand or settled. */
  readonly form: FormRow | null;
  readonly written: WrittenForm | null;
  /** Whether any form was accepted. */
  readonly hasAccepted: boolean;
}

/** A case, and who looks at it. */
export interface FormationPlace extends FormationCase {
  readonly actor: Actor;
}

/** A place where a form was begun. */
export interface FormPlace extends FormationPlace {
  readonly formation: FormationRow;
  readonly form: FormRow;
  readonly written: WrittenForm;
}

/**
 * What a form calls its footprint: a proposal by the name in it, a later form by the name that held when it was begun. What the footprint
 * is called later, by an event of succession, changes neither.
 */
export function nameInForm({ base }: Pick<FormRow, 'base'>, content: FormContent): string {
  return base?.area.name ?? content.area.name;
}

/** What the newest form calls the footprint, or where there is none the directory. */
export function nameOfForm({ life, form, written, slug }: FormationCase): string {
  const inForm = form === null || written === null ? '' : nameInForm(form, written.content);
  return inForm || life?.name || slug;
}

/** What the footprint is called now; one that is not in the directory yet, by its form. */
export function nameOfCase(one: FormationCase): string {
  return one.life?.name ?? nameOfForm(one);
}

export function stateOfCase({ life, form, hasAccepted }: FormationCase): FormationStateWithReason {
  return formationState({ firstForm: hasAccepted ? 'accepted' : (form?.state ?? null), area: life });
}

type FormationAction = Extract<Action, `formation.${string}`>;

/**
 * Whose grants count for an action. The executive of the lead commissioner edits a proposal until there is a footprint to hold a role
 * in; after that its lead and editors do. A commissioner is endorsed for by its own executives alone, so that is asked of the commissioner.
 */
export function subjectOfCase({ life, written }: FormationCase, action: FormationAction): Subject {
  const footprintIds = life === null ? [] : [life.areaId];
  const content = written?.content ?? null;
  const regionIds = content === null ? (life?.regionIds ?? []) : content.area.regions.map(({ areaId }) => areaId);
  const named = content?.organisations.map(({ organisationId }) => organisationId) ?? [];
  switch (action) {
    case 'formation.read':
      return {
        footprintIds,
        organisationIds: [...named, ...(life?.memberIds ?? [])],
        regionIds: [...regionIds, ...(life?.regionIds ?? [])],
      };
    case 'formation.edit': {
      const lead = life === null ? leadOf(content?.organisations ?? []) : null;
      return { footprintIds, organisationIds: lead === null ? [] : [lead.organisationId] };
    }
    case 'formation.decide':
      return { regionIds };
    case 'formation.endorse':
      return { organisationIds: named };
  }
}

export function mayInCase(place: FormationPlace, action: FormationAction): boolean {
  return can(place.actor, action, subjectOfCase(place, action));
}
