import { getMessages } from "next-intl/server";
import type { AccountWords, EnrolWords, ProofWords } from "#components/account/words.ts";
import type messages from "#messages/da.json";

/** What is said about accounts, for the components in the browser. */
export async function proofWords(): Promise<ProofWords> {
  const { proof, form } = await all();
  return { proof, form: { summary: form.summary, unsent: form.unsent, retry: form.retry } };
}

export async function enrolWords(): Promise<EnrolWords> {
  const { codes, invitation } = await all();
  return { ...(await proofWords()), codes, invitation };
}

export async function accountWords(): Promise<AccountWords> {
  const { codes, account } = await all();
  return { ...(await proofWords()), codes, account };
}

const all = async () => (await getMessages()) as unknown as typeof messages;
