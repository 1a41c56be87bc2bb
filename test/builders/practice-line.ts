export interface MadeUpPractice {
  readonly code: string;
  readonly name: string;
  /** `YYYYMMDD`; empty while it is open. */
  readonly closedOn?: string;
}

/** A made-up practice as a line of the registry's file. */
export function practiceLine({ code, name, closedOn = '' }: MadeUpPractice): string {
  const who = [code, name, 'Y54', 'Q74', '1 HIGH STREET', '', '', 'DARLINGTON', '', 'DL3 6JL', '19740401', closedOn];
  const status = [closedOn === '' ? 'A' : 'C', 'B', '00C', '20130401', '', '01325 000000'];
  const rest = ['', '', '', '0', '', '00C', '', '4', ''];
  return `${[...who, ...status, ...rest].map((cell) => `"${cell}"`).join(',')}\r\n`;
}
