/** A number from 0 to 1 that belongs to what it is about: the same for the same seed and the same words, whoever asks first. */
export type Luck = (...about: readonly (string | number)[]) => number;

/**
 * Chance that two worlds can share. A generator hands its numbers out in the order of asking, and the first thing that
 * happens otherwise in one world shifts all that follow; here each question has its own number (FNV-1a, mixed as
 * MurmurHash3 ends).
 */
export function luckOf(seed: number): Luck {
  return (...about) => {
    let state = 0x811c9dc5 ^ seed;
    for (const letter of about.join(" ")) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
    return ((state ^ (state >>> 16)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `least` to `most`, both included. */
export const between = (share: number, [least, most]: readonly [number, number]): number =>
  least + Math.floor(share * (most - least + 1));

/** One of them, none of an empty list. */
export const oneOf = <T>(share: number, of: readonly T[]): T | undefined => of[Math.floor(share * of.length)];
