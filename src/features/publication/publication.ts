/** A version made public: when, as which release of its footprint, and exactly which document. Never edited. */
export interface Publication {
  readonly footprintCode: string;
  readonly versionNumber: number;
  /** Counts the footprint's publications from 1. */
  readonly releaseNumber: number;
  readonly publishedAt: Date;
  readonly digest: string;
  readonly illustrative: boolean;
}

/** A publication as lists and other pages need it, without the document itself. */
export interface PublicationRow extends Publication {
  readonly publicationId: string;
  readonly versionId: string;
  readonly footprintId: string;
  readonly footprintName: string;
  readonly footprintSlug: string;
  /** Digest of signatures and dates, beside that of the document. */
  readonly recordDigest: string;
  /** Organisations that endorsed exactly this document, with conditions or without. */
  readonly endorsedCount: number;
  /** Organisations of the footprint, each once. */
  readonly memberCount: number;
  /** True for the publication that stands; the others are superseded and stay readable. */
  readonly isLatest: boolean;
}

/** A publication with its file, byte for byte as it is downloaded. */
export interface StoredPublication extends PublicationRow {
  readonly downloadText: string;
}
