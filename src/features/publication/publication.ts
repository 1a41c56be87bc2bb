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
