import { getMessages } from "next-intl/server";
import type { ContactWords } from "#components/contacts/words.ts";
import type messages from "#messages/da.json";

/** What the contact scheme says, for the components in the browser. */
export async function contactWords(): Promise<ContactWords> {
  const { contacts, standing, form } = (await getMessages()) as unknown as typeof messages;
  const { summary, unsent, retry } = form;
  return { contacts, standing, form: { summary, unsent, retry } };
}
