import { getMessages } from "next-intl/server";
import type messages from "#messages/da.json";

type Words = Pick<typeof messages, "leader" | "state" | "referral"> & {
  form: Pick<(typeof messages)["form"], "summary" | "unsent" | "retry">;
};

/** What the leader's page says, in the reader's language. */
export async function leaderWords(): Promise<Words> {
  const { leader, state, referral, form } = (await getMessages()) as unknown as typeof messages;
  const { summary, unsent, retry } = form;
  return { leader, state, referral, form: { summary, unsent, retry } };
}
