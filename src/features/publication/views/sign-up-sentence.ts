import { countOf, listInWords } from '../../../views/format.ts';
import type { SignUpTally } from '../sign-up.ts';

/** `5 of 7 organisations endorsed exactly this text, 1 of them with conditions; 1 declined and 1 recorded no decision.` */
export function signUpSentence({ members, endorsed, withConditions, declined, silent }: SignUpTally): string {
  const conditions = withConditions === 0 ? '' : `, ${withConditions} of them with conditions`;
  const others = [
    ...(declined === 0 ? [] : [`${declined} declined`]),
    ...(silent === 0 ? [] : [`${silent} recorded no decision`]),
  ];
  const rest = others.length === 0 ? '' : `; ${listInWords(others)}`;
  return `${endorsed} of ${countOf(members, 'organisation')} endorsed exactly this text${conditions}${rest}.`;
}
