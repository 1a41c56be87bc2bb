import { dayBefore } from '../../../platform/days.ts';
import {
  type Difference,
  type HistoryRows,
  historyRows,
  layRelations,
  type OrganisationHistory,
  type OrganisationObservation,
  type OrganisationTypes,
  type Relation,
  type RelationObservation,
  type StoredOrganisation,
  type StoredRelation,
  takeSighting,
} from '../../register/index.ts';
import type { Contradiction } from '../contradictions/contradiction.ts';
import { closedEarlier, contradictionIn, type KnownClosings } from './contradiction-in.ts';
import { type ReadSource, relationOf, sightingOf } from './sighting-of.ts';
import { takeCopy } from './take-copy.ts';

export interface RelationItem {
  readonly organisationCode: string;
  readonly relation: RelationObservation;
  readonly row: number;
}

export interface Batch {
  readonly organisations: readonly OrganisationObservation[];
  /** Ties alone, of organisations that the file says nothing else of. */
  readonly relations: readonly RelationItem[];
}

export interface BatchPlan {
  readonly rows: HistoryRows;
  readonly differences: readonly Difference[];
  /** What of the differences somebody is to decide. */
  readonly contradictions: readonly Contradiction[];
  /** Ties of codes that the directory does not know. */
  readonly unknown: readonly RelationItem[];
  /** Organisations of which a period begins, ends or says another thing than before. */
  readonly renewedIds: readonly string[];
}

/** What part of a file does to what is stored: the rows to write, and each difference in words for a person. Pure. */
export function planBatch(
  stored: ReadonlyMap<string, StoredOrganisation>,
  batch: Batch,
  source: ReadSource,
  types: OrganisationTypes,
  known: KnownClosings = { closings: [], reopened: new Set() },
): BatchPlan {
  const work = new Work(stored, source, types, known);
  for (const observation of batch.organisations) {
    work.takeOrganisation(observation);
  }
  for (const item of batch.relations) {
    work.takeRelation(item);
  }
  return work.plan();
}

interface Entry {
  readonly history: OrganisationHistory;
  readonly relations: readonly Relation[];
}

/** The histories at hand, changed as a batch is gone through: a file may speak of one organisation more than once. */
class Work {
  readonly #stored: ReadonlyMap<string, StoredOrganisation>;
  readonly #source: ReadSource;
  readonly #types: OrganisationTypes;
  readonly #known: KnownClosings;
  readonly #entries: Map<string, Entry>;
  readonly #idsByCode: Map<string, string[]>;
  readonly #touched = new Set<string>();
  readonly #differences: Difference[] = [];
  readonly #contradictions: Contradiction[] = [];
  readonly #unknown: RelationItem[] = [];

  constructor(
    stored: ReadonlyMap<string, StoredOrganisation>,
    source: ReadSource,
    types: OrganisationTypes,
    known: KnownClosings,
  ) {
    this.#known = known;
    this.#stored = stored;
    this.#source = source;
    this.#types = types;
    this.#entries = new Map(
      [...stored].map(([id, { history, relations }]) => [id, { history, relations: relations.map(withoutId) }]),
    );
    this.#idsByCode = Map.groupBy(stored.keys(), (id) => stored.get(id)?.history.code ?? id);
  }

  takeOrganisation(observation: OrganisationObservation): void {
    const { code, name, row } = observation;
    const holders = this.#holdersOf(code);
    const against = contradictionIn(observation, holders, this.#known, this.#source.datedOn);
    if (against !== null) {
      this.#differences.push(...against.differences);
      this.#contradictions.push(...(against.contradiction === null ? [] : [against.contradiction]));
      return;
    }
    const sighting = sightingOf(observation, holders, this.#source, this.#types);
    const { history, differences, additions } = takeSighting(holders, code, sighting, this.#types);
    const isCopy = observation.stated !== undefined;
    // A file of the registry fills in much that nobody need read; whoever adds to a copy is told that it was taken.
    const told = isCopy ? [...differences, ...additions] : differences;
    const id = history.organisationId;
    const known = this.#entries.get(id);
    const contradicted = told.filter(({ kind }) => kind === 'contradicted');
    this.#contradictions.push(...contradicted.map((each) => closedEarlier(observation, known?.history, each)));
    // What is a copy of what a directory said, and says nothing new, takes nobody's place as the source of it.
    const isNews = known === undefined || !isCopy || contradicted.length < told.length;
    const base = isNews ? history : known.history;
    const regions = this.#known.regions?.get(id) ?? null;
    const copied = known === undefined ? null : takeCopy(base, observation, sighting, this.#types, regions);
    this.#differences.push(...told, ...(copied?.differences ?? []));
    const taken = copied?.history ?? base;
    if (!isNews && taken === base) {
      return;
    }
    if (known === undefined) {
      this.#idsByCode.set(code, [...(this.#idsByCode.get(code) ?? []), id]);
    }
    this.#entries.set(id, { history: taken, relations: known?.relations ?? [] });
    this.#touched.add(id);
    this.#tie(
      taken,
      name,
      observation.relations.map((relation) => relationOf(relation, row, this.#source)),
    );
  }

  takeRelation(item: RelationItem): void {
    const holder = this.#holdersOf(item.organisationCode).at(-1);
    if (holder === undefined) {
      this.#unknown.push(item);
    } else {
      const name = holder.lives.at(-1)?.states.at(-1)?.facts.name ?? '';
      this.#tie(holder, name, [relationOf(item.relation, item.row, this.#source)]);
    }
  }

  plan(): BatchPlan {
    const changes = [...this.#touched].flatMap((id) => {
      const entry = this.#entries.get(id);
      return entry === undefined ? [] : [{ stored: this.#stored.get(id) ?? null, ...entry }];
    });
    const rows = historyRows(changes, this.#types);
    return {
      rows,
      differences: this.#differences,
      contradictions: this.#contradictions,
      unknown: this.#unknown,
      renewedIds: [...new Set(rows.records.map(({ organisationId }) => organisationId))],
    };
  }

  #holdersOf(code: string): OrganisationHistory[] {
    return (this.#idsByCode.get(code) ?? []).flatMap((id) => this.#entries.get(id)?.history ?? []);
  }

  #tie(history: OrganisationHistory, name: string, seen: readonly Relation[]): void {
    if (seen.length === 0) {
      return;
    }
    const before = this.#entries.get(history.organisationId)?.relations ?? [];
    const relations = layRelations(before, seen);
    this.#differences.push(...relationDifferences(history.code, name, before, relations));
    this.#entries.set(history.organisationId, { history, relations });
    this.#touched.add(history.organisationId);
  }
}

function withoutId({ relationId: _, ...relation }: StoredRelation): Relation {
  return relation;
}

/** New ties, and known ones that now end on another day; one that ends because the next begins is told by the next. */
function relationDifferences(
  code: string,
  name: string,
  before: readonly Relation[],
  after: readonly Relation[],
): Difference[] {
  const startOf = ({ kind, relatedCode, from }: Relation) => `${kind} ${relatedCode} ${from}`;
  const known = new Map(before.map((relation) => [startOf(relation), relation]));
  const begins = new Set(after.map(({ kind, from }) => `${kind} ${from}`));
  return after.flatMap((relation) => {
    const was = known.get(startOf(relation));
    const isFollowed = begins.has(`${relation.kind} ${relation.to}`);
    const isSame = was !== undefined && (was.to === relation.to || isFollowed);
    const last = was ?? before.findLast(({ kind }) => kind === relation.kind);
    return isSame || before.length === 0
      ? []
      : [
          {
            kind: 'relation-changed' as const,
            code,
            name,
            before: last === undefined ? '' : describeRelation(last),
            after: describeRelation(relation),
            isPast: false,
            row: relation.cited.row,
          },
        ];
  });
}

function describeRelation({ kind, relatedCode, from, to }: Relation): string {
  return `${kind} ${relatedCode}, ${from ?? 'unknown'} to ${to === null ? 'now' : dayBefore(to)}`;
}
