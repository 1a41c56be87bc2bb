import type { PackPath, PackProblem } from '../pack-fault.ts';
import type { SoundPack } from '../sound-pack.ts';
import { duplicateIds, unknownReference } from './check-ids.ts';

/** Ids and letters are given once, what is structured is digital, and kinds of flow support universal capabilities that there are. */
export function checkInformationFlows({ informationFlows, universalCapabilities }: SoundPack): PackProblem[] {
  if (informationFlows === undefined) {
    return [];
  }
  const { value, path } = informationFlows;
  const lists = (['ways', 'kinds', 'standards', 'parties'] as const).flatMap((list) =>
    duplicateIds(value[list].map(({ id }, index) => ({ id, path: [...path, list, index] }))),
  );
  const ways = value.ways.flatMap((way, index) => checkWay(way, value.ways.slice(0, index), [...path, 'ways', index]));
  const supported = value.kinds.flatMap(({ supports }, kind) =>
    supports.flatMap((id, index) =>
      unknownReference(id, universalCapabilities.ids, 'universal capability', [
        ...path,
        'kinds',
        kind,
        'supports',
        index,
      ]),
    ),
  );
  return [...lists, ...ways, ...supported];
}

type Way = NonNullable<SoundPack['informationFlows']>['value']['ways'][number];

function checkWay(way: Way, before: readonly Way[], path: PackPath): PackProblem[] {
  return [
    ...(before.some(({ letter }) => letter === way.letter)
      ? [{ path: [...path, 'letter'], message: `the letter "${way.letter}" stands for two ways` }]
      : []),
    ...(way.structured && !way.digital
      ? [{ path: [...path, 'structured'], message: `"${way.id}" is structured, so it must be digital` }]
      : []),
  ];
}
