import type {
  OrganisationObservation,
  RelationObservation,
  SourceRow,
  SuccessionObservation,
} from '../../register/index.ts';

/** One thing that a file says. */
export type ImportItem =
  | { readonly kind: 'organisation'; readonly observation: OrganisationObservation }
  | { readonly kind: 'succession'; readonly observation: SuccessionObservation }
  /** A relation of an organisation that the file does not describe further. */
  | {
      readonly kind: 'relation';
      readonly organisationCode: string;
      readonly relation: RelationObservation;
      readonly row: SourceRow;
    }
  /** What a person should know of the reading, in a sentence: what was left out and why. Always last. */
  | { readonly kind: 'note'; readonly text: string };
