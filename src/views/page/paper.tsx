import type { Assets } from '../../platform/http/assets.ts';

/** What a page needs that is all by itself. */
export interface Paper {
  readonly stylesText: string;
  /** Where its links lead from. */
  readonly base: string;
}

/** What a browser loads with a page, or, of one that leaves the service as a document of its own, all of it in place. */
export function StylesOf({ assets, paper }: { readonly assets: Assets; readonly paper: Paper | null }) {
  if (paper === null) {
    return (
      <>
        <link rel="stylesheet" href={assets.styles} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <script src={assets.script} type="module" />
      </>
    );
  }
  return (
    <>
      <meta
        httpEquiv="Content-Security-Policy"
        content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
      />
      <base href={paper.base} />
      <style>{paper.stylesText}</style>
    </>
  );
}
