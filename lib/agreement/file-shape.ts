import { z } from "zod";
import { agreementContent } from "./agreement.ts";
import { duties, unitKinds, weekdays } from "./parties.ts";
import { code, words } from "./words.ts";

/**
 * An agreement as a file: whom it binds, and what was agreed. Units and posts are named by keys, which the database keeps.
 * Days are the first and the last one, both included; without `until` it goes on.
 */

const keyed = "a key: small letters a to z, digits, - and ., at most 80, a letter or digit first";
const key = z
  .string(keyed)
  .regex(/^[a-z0-9][a-z0-9.-]{0,79}$/, keyed)
  .meta({ id: "key" });

const dated = "a day that there is, as 2026-12-31";
const day = z.iso
  .date(dated)
  .regex(/^(19|20|21)/, dated)
  .meta({ id: "day" });
const called = (longest: number) => {
  const sentence = `a text of 1 to ${longest} signs`;
  return z.string(sentence).trim().min(1, sentence).max(longest, sentence);
};

/** What a unit is called, in full and short, as on its page. */
const naming = { name: called(120), short: called(40) };

/** `parent` is where it belongs, the one that answers for it, `with` other housing organisations of a helhedsplan. `renamed`: what it was called later on. */
const unit = z.strictObject({
  key,
  kind: z.enum(unitKinds),
  ...naming,
  parent: key.exactOptional(),
  with: z.array(key).exactOptional(),
  from: day,
  until: day.exactOptional(),
  renamed: z.array(z.strictObject({ from: day, ...naming })).exactOptional(),
});

const function_ = z.strictObject({
  code,
  name: words,
  duties: z.array(z.enum(duties)).min(1),
  from: day,
  until: day.exactOptional(),
  renamed: z.array(z.strictObject({ from: day, name: words })).exactOptional(),
});

const clocked = "a time of the day, as 09:30";
const clock = z.string(clocked).regex(/^([01]\d|2[0-3]):[0-5]\d$/, clocked);
const phone = "a telephone number, as 20 00 00 21 or +46812345678";
const mail = "a mail address of at most 200 signs";

/** One function in one unit. `successor`: the post that gets its open referrals when it ends. */
const post = z.strictObject({
  key,
  unit: key,
  function: code,
  phone: z
    .string(phone)
    .regex(/^(\d\d( \d\d){3}|\+\d{8,15})$/, phone)
    .exactOptional(),
  mail: z.email(mail).max(200, mail).toLowerCase().exactOptional(),
  hours: z.partialRecord(z.enum(weekdays), z.strictObject({ from: clock, to: clock })).exactOptional(),
  from: day,
  until: day.exactOptional(),
  successor: key.exactOptional(),
});

const { functions: _functions, ...content } = agreementContent.shape;

export const fileShape = z.strictObject({
  $schema: z.string("the address of the schema").exactOptional(),
  partnership: z.strictObject({ name: called(120) }),
  /** The version that was written out. An import leaves it out: Boligsocialt Forum gives number and day. */
  version: z
    .strictObject({
      number: z.int("a whole number from 1").min(1, "a whole number from 1").max(10_000, "a number of at most 10000"),
      from: day,
    })
    .exactOptional(),
  units: z.array(unit),
  functions: z.array(function_),
  posts: z.array(post),
  ...content,
});

export type FileShape = z.infer<typeof fileShape>;
export type UnitInFile = z.infer<typeof unit>;
export type FunctionInFile = z.infer<typeof function_>;
export type PostInFile = z.infer<typeof post>;
