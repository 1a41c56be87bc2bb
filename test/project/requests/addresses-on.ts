/** Where the links of a page lead, and where its forms are sent; `address` is the page's own. */
export function addressesOn(body: string, address: string): { links: string[]; forms: string[] } {
  const inText = (text = '') => text.replaceAll('&amp;', '&').replace(/#.*/, '');
  const links = [...body.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => inText(href));
  const forms = [...body.matchAll(/<form [^>]*method="post"[^>]*>/g)].map(
    ([form]) => /action="([^"]*)"/.exec(form)?.[1] ?? address,
  );
  return { links, forms: forms.map((form) => inText(form).replace(/\?.*/, '')) };
}
