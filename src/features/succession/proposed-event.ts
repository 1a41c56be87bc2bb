/** A footprint that comes into being. */
export interface NewFootprint {
  readonly name: string;
  readonly code: string;
  readonly slug: string;
}

/** A footprint that a part of another becomes, with the codes of the organisations that are in it. */
export interface NewPart extends NewFootprint {
  readonly organisations: readonly string[];
}

interface Common {
  /** The first day of what comes after. */
  readonly effectiveOn: string;
  /** Why, in words for everyone. */
  readonly reason: string;
}

/** What a programme manager proposes. Footprints are named by slug, organisations by code, as they are on the day before. */
export type ProposedEvent = Common &
  (
    | { readonly kind: 'merge'; readonly predecessors: readonly string[]; readonly successor: NewFootprint }
    | { readonly kind: 'split'; readonly predecessor: string; readonly successors: readonly NewPart[] }
    | { readonly kind: 'rename'; readonly footprint: string; readonly name: string; readonly slug: string }
    | {
        readonly kind: 'boundary-change';
        readonly from: string;
        readonly to: string;
        readonly organisations: readonly string[];
      }
    | { readonly kind: 'closure'; readonly footprint: string }
    | {
        readonly kind: 'organisation-merge';
        readonly predecessors: readonly string[];
        /** An organisation of the directory, or a new one of the type of the first predecessor. */
        readonly successor: { readonly code: string; readonly name: string };
      }
    /** Takes back an event that was applied here. */
    | { readonly kind: 'undo'; readonly eventId: string }
  );

export type EventKind = ProposedEvent['kind'];

export type EventOf<Kind extends EventKind> = Extract<ProposedEvent, { readonly kind: Kind }>;

export const eventLabels: Readonly<Record<EventKind, string>> = {
  merge: 'Footprints merge',
  split: 'A footprint is split',
  rename: 'A footprint gets another name',
  'boundary-change': 'Organisations move to another footprint',
  closure: 'A footprint closes',
  'organisation-merge': 'Organisations merge, or one gets another code',
  undo: 'An event is taken back',
};
