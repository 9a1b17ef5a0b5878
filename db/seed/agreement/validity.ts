import type { Validity } from "./agreement-seed.ts";

/** The day the contract was signed. */
export const signed = "2013-12-12";

/** Open-ended: a plan's end year is the contract's money, not the end of a party. A revision sets the last day. */
export const since = (from: string): Validity => ({ from, until: null });
