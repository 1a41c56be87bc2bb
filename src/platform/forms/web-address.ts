/** What is wrong with the address of a page, or null. Only those that a browser fetches from elsewhere: nothing that it would run. */
export function webAddressProblem(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || !/^https?:\/\//i.test(text)) {
    return 'The address must begin with https:// or http://';
  }
  return url.username === '' && url.password === '' ? null : 'The address must not hold a name or password';
}
