/** Repeatable chance: the same seed and key give the same draws on every machine. Not for secrets. */
export interface SeededRandom {
  /** In [0, 1). */
  uniform(): number;
  /** From the standard normal distribution. */
  normal(): number;
}

/**
 * A stream of draws of its own for each key, so that what is drawn for one thing never depends on which others exist or
 * in what order they come. The generator is mulberry32 (public domain, Tommy Ettinger), started from a hash of seed and key.
 */
export function seededRandom(seed: number, ...key: readonly string[]): SeededRandom {
  let state = hash(JSON.stringify([seed, ...key]));

  function uniform(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Box-Muller; 1 - u keeps the logarithm away from zero. */
  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  }

  return { uniform, normal };
}

/** FNV-1a over UTF-16 units, with MurmurHash3's finaliser so that keys that differ in one letter start far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
