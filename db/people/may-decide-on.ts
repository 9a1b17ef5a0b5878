import type { PersonId } from "#lib/referral/case.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

/** May this person decide on somebody's absence, posts and work: on their own, or with power over every post of theirs? */
export async function mayDecideOn({ sql }: Tx, me: Member, person: PersonId): Promise<boolean> {
  if (person === me.person) return true;
  const [row] = await sql<{ may: boolean }[]>`select door.keeps_person(${person}) as may`;
  return row?.may ?? false;
}
