import type { ReactNode } from 'react';
import { IllustrativeBand, type Invented } from './illustrative-band.tsx';

interface AloneProps {
  readonly title: string;
  readonly stylesText: string;
  readonly invented: Invented | null;
  readonly children: ReactNode;
}

/** A document without the frame of the service: it lies in a file or on another site, and loads nothing from anywhere. */
export function Alone({ title, stylesText, invented, children }: AloneProps) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta
          httpEquiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {invented !== null && <meta name="robots" content="noindex" />}
        <style>{loadingNothing(stylesText)}</style>
      </head>
      <body>
        {invented !== null && <IllustrativeBand invented={invented} lookingAt={null} />}
        <div className="nhsuk-width-container">
          <main className="nhsuk-main-wrapper" id="maincontent">
            {children}
          </main>
        </div>
      </body>
    </html>
  );
}

/** Styles without the pictures that the service would be asked for: those of controls, which no document has. */
function loadingNothing(stylesText: string): string {
  return stylesText.replaceAll(/url\(["']?\/[^)]*\)/g, 'none');
}
