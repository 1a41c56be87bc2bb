import type { Succession } from '../reading/reference.ts';
import { faultAt, type Located, type LocatedReference, type ReferenceFault } from '../reading/reference-fault.ts';
import { type ReferenceEvent, successionEvents } from '../reading/succession-events.ts';

interface PlacedSuccession extends Succession {
  readonly row: Located<Succession>;
}

/** The rows of an event agree on what it was and who says so, and it has as many members as its kind says. */
export function checkSuccessions({ successions }: LocatedReference): ReferenceFault[] {
  return successionEvents(successions.map((row): PlacedSuccession => ({ ...row.value, row }))).flatMap(checkEvent);
}

function checkEvent({ countedKind, rows }: ReferenceEvent<PlacedSuccession>): ReferenceFault[] {
  const [first, ...others] = rows;
  const isRename = first.kind === 'rename' && countedKind === 'transfer';
  if (first.kind !== countedKind && !isRename) {
    return [faultAt(first.row, `kind: by its members this is a ${countedKind}, not a ${first.kind}`)];
  }
  return others
    .filter(({ kind, source, standing }) => {
      return kind !== first.kind || source !== first.source || standing !== first.standing;
    })
    .map(({ row }) =>
      faultAt(row, `kind, source and standing must be those of line ${first.row.line}: it is one event`),
    );
}
