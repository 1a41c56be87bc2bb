import { z } from 'zod';
import { by } from '../../../../platform/compare.ts';
import { periodShape } from '../../../../platform/forms/typed-period.ts';
import type { IllustrationFacts } from '../content-kind.ts';
import { type Flow, type Party, partyKey, type SentFlows, sentFlowsId } from './flow.ts';

/** Senders and receivers are all members of a type, or a party of the programme. */
const ends = z.union([z.strictObject({ type: z.string() }), z.strictObject({ party: z.string() })]);

const illustration = z
  .array(
    z.strictObject({
      kind: z.string(),
      from: z.array(ends),
      to: z.array(ends),
      now: z.string().nullable(),
      standard: z.string().nullable().default(null),
      planned: z.strictObject({ way: z.string(), by: periodShape }).nullable().default(null),
      note: z.string().default(''),
    }),
  )
  .default([]);

/** Invented flows, from each sender named to each receiver named. Of the same two and one kind, what comes first holds. */
export function illustrateFlows(data: unknown, { members }: Pick<IllustrationFacts, 'members'>): SentFlows[] {
  const partiesOf = (named: readonly z.infer<typeof ends>[]): Party[] =>
    named.flatMap((one): Party[] =>
      'party' in one
        ? [{ party: one.party }]
        : members
            .filter(({ typeId }) => typeId === one.type)
            .map(({ organisationId }) => ({ organisation: organisationId })),
    );
  const flows = illustration.parse(data).flatMap(({ kind, from, to, now, standard, planned, note }) => {
    const going: Omit<Flow, 'to'> = {
      wayNow: now,
      standardId: standard,
      planned: planned === null ? null : { wayId: planned.way, by: planned.by },
      note,
    };
    return partiesOf(from).flatMap((sender) =>
      partiesOf(to)
        .filter((receiver) => partyKey(receiver) !== partyKey(sender))
        .map((receiver) => ({ kindId: kind, from: sender, flow: { to: receiver, ...going } })),
    );
  });
  return [...Map.groupBy(flows, sentFlowsId).values()]
    .map((sent) => {
      const firsts = [...Map.groupBy(sent, ({ flow }) => partyKey(flow.to)).values()].flatMap(([first]) => first ?? []);
      const [{ kindId, from }] = firsts as [(typeof sent)[number], ...typeof sent];
      return { kindId, from, flows: firsts.map(({ flow }) => flow) };
    })
    .sort(by(sentFlowsId));
}
