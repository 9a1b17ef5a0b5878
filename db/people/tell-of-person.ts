import type { PersonId } from "#lib/referral/case.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf } from "../directory/directory.ts";
import { tellLists } from "../live/tell-lists.ts";

/** The lists of every post that a person has look different now: who acts for it, or who follows what. */
export async function tellOfPerson(tx: Tx, me: Member, person: PersonId): Promise<void> {
  const { holdings } = await directoryOf(tx, me);
  await tellLists(tx, me, [...new Set(holdings.filter((each) => each.person === person).map(({ post }) => post))]);
}
