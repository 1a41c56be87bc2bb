export interface SearchHit {
  readonly href: string;
  readonly title: string;
  readonly text: string;
}

export interface SearchGroup {
  readonly heading: string;
  readonly hits: readonly SearchHit[];
}
