/** The same dice every time (mulberry32), so that a demo looks the same on every machine. */
export function dice(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  /** A whole number from 0 up to, not including, `below`. */
  const number = (below: number): number => Math.floor(next() * below);
  const of = <T>(items: readonly T[]): T => items[number(items.length)] as T;
  /** True so many times in a hundred. */
  const chance = (percent: number): boolean => next() * 100 < percent;
  return { number, of, chance };
}

export type Dice = ReturnType<typeof dice>;
