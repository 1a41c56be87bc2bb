/** A form of a page, as a browser would send it. */
export interface SentForm {
  readonly action: string;
  /** What it sends untouched, its token with it. */
  readonly fields: Readonly<Record<string, string>>;
  /** The names of the fields that take any text: typed, hidden or chosen, as a sender may change each of them. */
  readonly texts: readonly string[];
}

/** The forms on a page that change something, read from its source. */
export function sentForms(page: string, address: string): SentForm[] {
  return [...page.matchAll(/<form\b([^>]*\bmethod="post"[^>]*)>(.*?)<\/form>/gs)].map(
    ([, attributes = '', inside = '']) => {
      const fields: Record<string, string> = {};
      for (const [tag] of inside.matchAll(/<(?:input|textarea|select|button)\b[^>]*>/g)) {
        const name = attribute(tag, 'name');
        if (name !== null && attribute(tag, 'type') !== 'file') {
          fields[name] ??= attribute(tag, 'value') ?? '';
        }
      }
      return {
        action: attribute(attributes, 'action') ?? address,
        fields,
        texts: Object.keys(fields).filter((name) => name !== '_csrf'),
      };
    },
  );
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return (
    value?.replaceAll('&#x2F;', '/').replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&') ??
    null
  );
}
