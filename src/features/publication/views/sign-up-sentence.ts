import { countOf, listInWords } from '../../../views/format.ts';
import type { SignUpTally } from '../sign-up.ts';

/** `5 of 7 organisations endorsed exactly this text, 1 of them with conditions; 1 declined and 1 recorded no decision.` */
export function signUpSentence({ members, endorsed, withConditions, declined, silent }: SignUpTally): string {
  const conditions = conditionsInWords(members, withConditions);
  const others = [
    ...(declined === 0 ? [] : [`${declined} declined`]),
    ...(silent === 0 ? [] : [`${silent} recorded no decision`]),
  ];
  const rest = others.length === 0 ? '' : `; ${listInWords(others)}`;
  const who =
    members === 1 && endorsed === 1 ? 'Its one organisation' : `${endorsed} of ${countOf(members, 'organisation')}`;
  return `${who} endorsed exactly this text${conditions}${rest}.`;
}

function conditionsInWords(members: number, withConditions: number): string {
  if (withConditions === 0) {
    return '';
  }
  return members === 1 ? ', with conditions' : `, ${withConditions} of them with conditions`;
}
