import { z } from "zod";
import { addDays } from "#lib/calendar/day.ts";
import { day } from "#lib/referral/acts/inputs.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { mayDecideOn } from "./may-decide-on.ts";
import { tellOfPerson } from "./tell-of-person.ts";

export const absenceInput = z.strictObject({ from: day, to: day });
type Span = z.infer<typeof absenceInput> & { person: string };

/** Nobody plans further ahead; a slip of the finger does. */
const farthest = 366;

/**
 * Says that a person is away from a day to a day, both included: oneself, or somebody of whose posts one leads every one. Their deputy sees and
 * answers meanwhile. Refuses "absence-backwards", "absence-over", "date-too-far", "absence-known" (one begins that day),
 * "not-yours".
 */
export async function sayAway(tx: Tx, me: Member, { person, from, to }: Span): Promise<Result<null>> {
  const { sql } = tx;
  if (to < from) return refused("absence-backwards", "to");
  if (to < me.today) return refused("absence-over", "to");
  if (to > addDays(me.today, farthest)) return refused("date-too-far", "to");
  if (!(await mayDecideOn(tx, me, person))) return refused("not-yours");
  const { count } = await sql`
    insert into absence (partnership_id, person_id, from_day, to_day) values (${me.partnership}, ${person}, ${from}, ${to})
    on conflict do nothing`;
  if (count === 0) return refused("absence-known", "from");
  await tellOfPerson(tx, me, person);
  return ok(null);
}

export const absenceChosen = z.strictObject({ from: day });

/**
 * Somebody is back, or does not go after all: an absence that runs ends yesterday, one to come is taken out. Refuses
 * "not-yours", also when there is none.
 */
export async function takeAwayBack(
  tx: Tx,
  me: Member,
  { person, from }: z.infer<typeof absenceChosen> & { person: string },
): Promise<Result<null>> {
  const { count } =
    from < me.today
      ? await tx.sql`update absence set to_day = ${addDays(me.today, -1)} where person_id = ${person} and from_day = ${from}`
      : await tx.sql`delete from absence where person_id = ${person} and from_day = ${from}`;
  if (count === 0) return refused("not-yours");
  await tellOfPerson(tx, me, person);
  return ok(null);
}
