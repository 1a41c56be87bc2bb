/** A sort of datum, and what becomes of it when footprints or organisations succeed each other. */
export interface SuccessionRule {
  readonly id: string;
  /** The sort of datum, as a heading. */
  readonly title: string;
  /** In words for everyone; the same words stand in docs/succession.md. */
  readonly rule: string;
}

/** One rule for each sort of datum; docs/succession.md prints them, and a test keeps the two the same. */
export const successionRules = [
  {
    id: 'memberships',
    title: 'Members',
    rule: 'Memberships of what ends end the day before; every member is a member of what comes after, in the role it had. One that would be in it twice is in it once, in the strongest role: lead, core, associate, support.',
  },
  {
    id: 'links',
    title: 'STPs, regions and parts',
    rule: 'What comes after lies in every STP and region in which anything before it lay, and spans them where there are several. Parts of what ends become parts of what comes after.',
  },
  {
    id: 'figures',
    title: 'Patients, practices, commissioners and trusts',
    rule: 'Figures belong to organisations and move with them; an organisation counts once, in however many footprints it is. Totals before and after must agree exactly, or the event is refused. Patients of merged organisations add up, and their practices count for what came after.',
  },
  {
    id: 'assessments',
    title: 'Self-assessments',
    rule: 'Answers stay with the organisation that gave them; scores of a footprint are worked out again from its members. When organisations merge, what the predecessors answered stays on their own pages, and the successor starts its own.',
  },
  {
    id: 'roadmaps',
    title: 'Roadmaps being written',
    rule: 'A draft, a version frozen for endorsement and one sent back for changes stay readable where they are. What comes after begins with an empty draft that cites each of them, part by part, with what was written last in every earlier round unless it is superseded; words are never merged. Where no planning round is open it is begun, and cites them, once one is. A version that is submitted, under review or cleared must be decided on or published first, also where a newer one has been begun.',
  },
  {
    id: 'publications',
    title: 'Published roadmaps',
    rule: 'They stay published under the footprint that made them, as they were, with a link to what came after.',
  },
  {
    id: 'endorsements',
    title: 'Endorsements',
    rule: 'An endorsement is of one exact document by the members of one footprint. It lapses when the footprint ends or its members change; the document stays readable. A new name alone changes nothing.',
  },
  {
    id: 'roles',
    title: 'Roles of people',
    rule: 'Whoever holds a role in what ends holds the same role in what comes after; the old grant ends and a new one begins. In a split, in every part. When organisations only move between footprints, nobody’s role changes.',
  },
  {
    id: 'exemplars',
    title: 'Exemplars',
    rule: 'A designation stays with the organisation to which it was given. It is not carried over: the national team looks at what came after and decides.',
  },
  {
    id: 'forms',
    title: 'Footprint forms',
    rule: 'Forms that were accepted stay as they were endorsed. A form in hand must be decided on or withdrawn first.',
  },
] as const satisfies readonly SuccessionRule[];

export type RuleId = (typeof successionRules)[number]['id'];
