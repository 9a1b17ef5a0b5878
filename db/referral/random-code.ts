import { randomInt } from "node:crypto";
import { codeCount, codeOf } from "#lib/referral/code.ts";

/** A code drawn from all there are: it carries no order, no place and no person. */
export const randomCode = (): string => codeOf(randomInt(codeCount));
