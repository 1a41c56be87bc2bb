import { describe, expect, it } from 'vitest';
import { type Actor, type Grant, type Role, scopeOfRole } from '../identity/index.ts';
import { workLinks } from './work-links.ts';

function textsFor(role: Role): string[] {
  const grant: Grant = { role, scopeKind: scopeOfRole[role], scopeId: 'place', scopeName: 'A place' };
  const actor: Actor = { personId: 'ben', name: 'Ben', jobTitle: '', grants: [grant] };
  return workLinks(actor).map(({ text }) => text);
}

describe('Footprint forms', () => {
  it.each<Role>(['executive', 'editor', 'lead', 'reviewer', 'analyst', 'programme-manager'])(
    'are offered to a %s',
    (role) => expect(textsFor(role)).toContain('Footprint forms'),
  );

  it.each<Role>(['contributor', 'coordinator', 'signatory', 'administrator'])(
    'are not offered to a %s, who has no part in them',
    (role) => expect(textsFor(role)).not.toContain('Footprint forms'),
  );
});
