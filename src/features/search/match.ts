/** How well an entry matches what was typed, the best first. */
export type Match = 'code' | 'name' | 'words' | 'parts';

/** Exactly the code, exactly the name, all words as whole ones, or some only as the beginning of longer ones: by `distanceOf`. */
export function matchAt(distance: number): Match {
  if (distance < 24) {
    return 'code';
  }
  const beyondName = distance % 24;
  if (beyondName < 12) {
    return 'name';
  }
  const step = beyondName - 12;
  // Names of another day than the one asked about are three steps on.
  return step < 6 || step % 3 === 0 ? 'words' : 'parts';
}
