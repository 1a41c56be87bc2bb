import type { ReactNode } from 'react';
import type { FormOutcome } from '../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { DraftForm } from '../drafts/draft-form.ts';
import type { SaveStamp } from '../drafts/save-repository.ts';
import type { Wording } from '../drafts/wording.ts';
import type { VersionExchange } from '../require-roadmap.ts';
import type { VersionPlace } from '../roadmap-place.ts';
import type { WordingTerms } from './content-kind.ts';
import type { SavedKind } from './saved-kind.ts';

/** Something that stands in a list of its kind. */
export interface ContentRow {
  readonly id: string;
  readonly title: string;
}

/** What the pages of a kind need that is written row by row: a list, a form to add or change a row, and a page to take it out. */
export interface RowPages<Row extends ContentRow> {
  readonly kind: SavedKind<Row>;
  /** The last step of the address of the list. */
  readonly address: string;
  readonly words: RowWords;
  readonly parse: (form: PostedForm, exchange: VersionExchange, others: readonly Row[]) => FormOutcome<RowFields<Row>>;
  readonly rowOf: (id: string, fields: RowFields<Row>) => Row;
  readonly typedOf: (row: Row) => TypedForm;
  readonly wordingOf: (row: Row, terms: WordingTerms) => readonly Wording[];
  readonly List: (props: RowListProps<Row>) => ReactNode;
  readonly Form: (props: RowFormProps<Row>) => ReactNode;
}

/** A row as it is typed, with the revision that its page was made from. */
type RowFields<Row> = Omit<Row, 'id'> & { readonly revision: number };

/** How the pages call a row and the list it stands in. */
export interface RowWords {
  /** `Capability deployment schedule`: the page of the list. */
  readonly title: string;
  /** `the schedule`: the list within a sentence. */
  readonly list: string;
  /** `Deployment schedule`: the way back to the list. */
  readonly crumb: string;
  /** `deployment`: a row. */
  readonly row: string;
}

export interface RowListProps<Row> {
  readonly pack: ProgrammePack;
  readonly place: VersionPlace;
  readonly rows: readonly Row[];
}

export interface RowFormProps<Row = ContentRow> {
  readonly pack: ProgrammePack;
  readonly place: VersionPlace;
  readonly id: string;
  /** The rows beside this one. */
  readonly others: readonly Row[];
  /** Null for one that is being added. */
  readonly stamp: SaveStamp | null;
  readonly form: DraftForm;
}
