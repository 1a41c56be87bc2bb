import { expect, it } from 'vitest';
import type { Role } from '../../identity/index.ts';
import { roleDuty } from './role-duty.ts';

it.each<[Role, boolean, string]>([
  ['executive', true, 'Of one organisation: signs its assessment, and endorses roadmaps'],
  ['executive', false, 'Of one organisation: endorses roadmaps; others sign its assessment'],
  ['signatory', true, 'Of one organisation: signs its assessment'],
  ['lead', false, 'Of one footprint: leads the writing of its roadmap, asks for endorsements and submits it'],
])('a %s, by which assessments are signed: %s, is offered as %s', (role, signs, duty) => {
  expect(roleDuty(role, signs)).toBe(duty);
});
