import { networkOf } from './network-of.ts';

export interface CountedRequest {
  /** How many more this network may send within the minute; below zero where it sent too many. */
  readonly left: number;
  /** Whole seconds until the count begins anew, at least 1. */
  readonly secondsToNext: number;
}

/** In milliseconds. */
const MINUTE = 60_000;
/** So that a crowd of addresses takes a few megabytes at the most: the one that came first is forgotten for each that is new. */
const MOST_NETWORKS = 50_000;

/**
 * Counts the requests of each network within a minute. It answers at once: what is given from memory takes so little time
 * that waiting for a count, even for no more than a promise, would be a quarter of it (docs/adr/0016-answers-from-memory.md).
 */
export class RequestCounts {
  readonly #perMinute: number;
  readonly #now: () => number;
  readonly #counts = new Map<string, number>();
  /** Of the minute that is counted, which begins with the first request after the last one. */
  #endsAt = Number.NEGATIVE_INFINITY;

  /** `now`: the milliseconds of a clock that runs on. */
  constructor(perMinute: number, now: () => number) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Counts one request from this address. */
  add(address: string): CountedRequest {
    const now = this.#now();
    if (now >= this.#endsAt) {
      this.#endsAt = now + MINUTE;
      this.#counts.clear();
    }
    const network = networkOf(address);
    const count = (this.#counts.get(network) ?? 0) + 1;
    if (count === 1 && this.#counts.size === MOST_NETWORKS) {
      this.#forgetFirst();
    }
    this.#counts.set(network, count);
    return { left: this.#perMinute - count, secondsToNext: Math.ceil((this.#endsAt - now) / 1000) };
  }

  #forgetFirst(): void {
    for (const network of this.#counts.keys()) {
      this.#counts.delete(network);
      return;
    }
  }
}
