import { paths } from '../../paths.ts';
import { countOf } from '../../views/format.ts';
import { type Actor, can } from '../identity/index.ts';
import type { WorkItem } from './work-item.ts';

/* What waits for those who run the programme, wherever its places stand. */

export function setUpItem(missing: number): WorkItem[] {
  if (missing === 0) {
    return [];
  }
  const hint = `${countOf(missing, 'thing is', 'things are')} missing before the programme can run`;
  const href = paths.programmeSetUp();
  return [{ id: 'set-up', text: 'Set up the service', href, hint, dueOn: null, waits: true, part: null, heldBy: null }];
}

export function messageItem(actor: Actor, unanswered: number): WorkItem[] {
  if (!can(actor, 'contact.read') || unanswered === 0) {
    return [];
  }
  const text = `Answer ${countOf(unanswered, 'message')}`;
  const hint = 'Sent through the contact page';
  return [{ id: 'messages', text, href: paths.messages(), hint, dueOn: null, waits: true, part: null, heldBy: null }];
}

export function contradictionItem(actor: Actor, undecided: number): WorkItem[] {
  if (!can(actor, 'directory.import') || undecided === 0) {
    return [];
  }
  const text = `Decide on ${countOf(undecided, 'contradiction')}`;
  const hint = 'In files that were brought into the directory';
  return [
    {
      id: 'contradictions',
      text,
      href: paths.contradictions(),
      hint,
      dueOn: null,
      waits: true,
      part: null,
      heldBy: null,
    },
  ];
}
