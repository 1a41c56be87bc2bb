/** The headers by which a browser says what kind of page sent a form. */
export interface SenderHeaders {
  readonly 'sec-fetch-site'?: string | string[] | undefined;
  readonly origin?: string | undefined;
  readonly referer?: string | undefined;
}

/**
 * Whether a form came from a page of this service, by what the browser says of it: no page can make a browser lie about that.
 * `ownHosts` are the hosts the service is reached by. Where nothing is said, as by programs, it did not.
 */
export function isFromOwnPage(headers: SenderHeaders, ownHosts: readonly string[]): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) {
    return site === 'same-origin';
  }
  const sender = headers.origin ?? headers.referer;
  return sender !== undefined && URL.canParse(sender) && ownHosts.includes(new URL(sender).host);
}
