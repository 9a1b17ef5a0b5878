/** When a referral was seen last, and the longest it ever lay without. */
export class Seen {
  #last: number;
  longest = 0;

  constructor(day: number) {
    this.#last = day;
  }

  on(day: number): void {
    this.longest = Math.max(this.longest, day - this.#last);
    this.#last = day;
  }
}

export type Spread = { referrals: number; median: number; most95: number; longest: number };

/** How long referrals lay unseen, each by its own longest time, in calendar days. */
export function spreadOf(longest: readonly number[]): Spread {
  const inOrder = longest.toSorted((a, b) => a - b);
  const upTo = (share: number) => inOrder[Math.max(0, Math.ceil(inOrder.length * share) - 1)] ?? 0;
  return { referrals: inOrder.length, median: upTo(0.5), most95: upTo(0.95), longest: upTo(1) };
}

export const told = ({ referrals, median, most95, longest }: Spread): string =>
  `${referrals} referrals, median ${median} days, 95th percentile ${most95}, longest ${longest}`;
