import Bowser from 'bowser';

/** Longer than what any browser says of itself; what comes after tells nothing of which it is. */
const LONGEST = 500;

/** What a browser says of itself, as its owner knows it: `Chrome on Windows`, `Safari on iPhone`. */
export function browserName(userAgent: string): string {
  const said = userAgent.slice(0, LONGEST);
  if (said === '') {
    return 'Another browser';
  }
  const { browser, os, platform } = Bowser.parse(said);
  const name = browser.name?.replace(/ for Android$/, '') || 'Another browser';
  const device = platform.model ?? os.name;
  return device === undefined ? name : `${name} on ${device}`;
}
