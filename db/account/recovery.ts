import { createHash, randomInt } from "node:crypto";
import { unparted } from "#lib/text/dashes.ts";

/** No letter that reads like another. Twelve of them are 58 bits: a plain hash is enough. */
const letters = "23456789abcdefghjkmnpqrstuvwxyz";
const length = 12;
export const howMany = 10;

/** Ten codes for the day the telephone is lost, `abcd-efgh-jkmn`. They are shown once. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: howMany }, () =>
    Array.from({ length }, () => letters[randomInt(letters.length)])
      .join("")
      .replace(/(.{4})(?=.)/g, "$1-"),
  );

const bare = (typed: string) => unparted(typed).toLowerCase();

/** Could what was typed be one of them? */
export const isRecoveryCode = (typed: string): boolean => bare(typed).length === length;

/** What is kept of a code, however it is typed. */
export const recoveryHash = (typed: string): Buffer => createHash("sha256").update(bare(typed)).digest();
