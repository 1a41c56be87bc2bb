import { expect, it } from 'vitest';
import type { Role } from '../../identity/index.ts';
import { roleDuty } from './role-duty.ts';

it.each<[Role, Role, string]>([
  ['executive', 'executive', 'Of one organisation: signs its assessment, and endorses roadmaps'],
  ['executive', 'signatory', 'Of one organisation: endorses roadmaps; others sign its assessment'],
  ['signatory', 'signatory', 'Of one organisation: signs its assessment'],
  ['lead', 'executive', 'Of one footprint: leads the writing of its roadmap, asks for endorsements and submits it'],
])('a %s, where each %s signs assessments, is offered as %s', (role, signs, duty) => {
  expect(roleDuty({ instruments: [{ signing: { roles: [signs] } }] }, role)).toBe(duty);
});
