import { paths } from '../../paths.ts';
import { countOf, listInWords } from '../../views/format.ts';
import { type Actor, can } from '../identity/index.ts';
import type { ActivationFact, WorkItem } from './work-item.ts';

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

/** To propose that it may be asked, or to confirm that as the second person. It waits for nobody as long as no round waits for it. */
export function activationItem(actor: Actor, { id, version, title, proposedById, rounds }: ActivationFact): WorkItem[] {
  const name = `version ${version} of “${title}”`;
  const item = {
    id: `activation-${id}-${version}`,
    href: paths.instrument(id, version),
    dueOn: null,
    part: null,
    heldBy: null,
  };
  const held = rounds.length === 0 ? 'No round waits for it' : `${listInWords(rounds)} cannot open before that`;
  if (proposedById === null) {
    return can(actor, 'instrument.propose')
      ? [{ ...item, text: `Propose that ${name} may be asked`, hint: held, waits: rounds.length > 0 }]
      : [];
  }
  if (!can(actor, 'instrument.confirm')) {
    return [];
  }
  return proposedById === actor.personId
    ? [{ ...item, text: `See ${name}`, hint: 'You proposed it: it waits for a second person', waits: false }]
    : [{ ...item, text: `Read and confirm ${name}`, hint: `Proposed to be asked. ${held}`, waits: true }];
}
