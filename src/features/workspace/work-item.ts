import type { FormState, OrganisationMention } from '../formation/index.ts';
import type { Subject } from '../identity/index.ts';
import type { RoundState } from '../programme/index.ts';
import type { StoryPart } from './story.ts';

export interface WorkItem {
  readonly id: string;
  readonly text: string;
  readonly href: string;
  readonly hint: string;
  readonly dueOn: string | null;
  /** Who asks for it by then; left out where the programme does. */
  readonly asker?: string;
  /** Whether something waits for this very person; the rest is there to look at. */
  readonly waits: boolean;
  /** What it is in the story of a footprint; null where it belongs to none. */
  readonly part: StoryPart | null;
  /** The round that keeps it from going on, because it is not open; null where none does. */
  readonly heldBy: RoundOfWork | null;
}

/** A round of the programme that somebody works in. */
export interface RoundOfWork {
  readonly id: string;
  readonly label: string;
  readonly state: RoundState;
}

/** A version of a questionnaire that rounds cannot ask before two people have activated it. */
export interface ActivationFact {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** Who proposed it; null where nobody has. */
  readonly proposedById: string | null;
  /** The names of rounds that do not open before that. */
  readonly rounds: readonly string[];
}

/** Where the form of a footprint stands; see `FormationCase`. */
export interface FormationFact {
  readonly slug: string;
  readonly name: string;
  /** Null where no form was begun. */
  readonly state: FormState | null;
  /** True for the first form, false for a request for change. */
  readonly isFirst: boolean;
  readonly editors: Subject;
  readonly deciders: Subject;
  /** Commissioners that have yet to decide on it. */
  readonly waitingFor: readonly OrganisationMention[];
}
