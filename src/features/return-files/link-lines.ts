import { withoutHidden } from '../../platform/forms/hidden-characters.ts';
import { webAddressProblem } from '../../platform/forms/web-address.ts';
import { evidenceTextLimits } from '../evidence/index.ts';

/** Evidence that is a link, as a cell has it. */
export interface NamedLink {
  readonly title: string;
  readonly url: string;
}

/** Links as the text of a cell, a line each: `Board paper: https://example.org/board`. Nothing in it is a link that a program follows. */
export function linesOf(links: readonly NamedLink[]): string {
  return links.map(({ title, url }) => `${title}: ${linkKey(url)}`).join('\n');
}

/** An address as it stands in a line, by which two of them are the same. */
export function linkKey(url: string): string {
  return url.replaceAll(/\s/g, encodeURIComponent);
}

export type LinksRead =
  | { readonly kind: 'links'; readonly links: readonly NamedLink[] }
  /** What is wrong with a line and what to do, as sentences without the last full stop. */
  | { readonly kind: 'odd'; readonly problem: string };

/** The links of such a text, each once. A line may have the address alone; it is called by its site then. */
export function linksOf(text: string): LinksRead {
  const links = new Map<string, NamedLink>();
  for (const line of text.split(/\r?\n/).map((each) => withoutHidden(each).trim())) {
    const link = line === '' ? null : linkIn(line);
    if (link !== null && 'problem' in link) {
      return { kind: 'odd', problem: link.problem };
    }
    if (link !== null && !links.has(link.url)) {
      links.set(link.url, link);
    }
  }
  return { kind: 'links', links: [...links.values()] };
}

/** The address is the last word of its line. */
function linkIn(line: string): NamedLink | { readonly problem: string } {
  const [, before = '', url = ''] = /^(.*?)(https?:\/\/\S+)$/i.exec(line) ?? [];
  const said = line.length > 60 ? `${line.slice(0, 60).toWellFormed()}…` : line;
  if (url === '') {
    return { problem: `“${said}” has no address at its end. Write a name and an address that begins with https://` };
  }
  const wrong = webAddressProblem(url);
  if (wrong !== null) {
    return { problem: `“${said}”: ${wrong}. Mend the address` };
  }
  const title =
    before
      .replace(/[\s:]+$/, '')
      .replaceAll(/\s+/g, ' ')
      .trim() || new URL(url).host;
  if (url.length > evidenceTextLimits.link || [...title].length > evidenceTextLimits.title) {
    return {
      problem: `“${said}” is too long: a name has up to ${evidenceTextLimits.title} characters, and an address up to ${evidenceTextLimits.link.toLocaleString('en-GB')}. Shorten it`,
    };
  }
  return { title, url };
}
