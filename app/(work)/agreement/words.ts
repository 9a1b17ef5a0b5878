import { getMessages } from "next-intl/server";
import type { RevisionWords } from "#components/agreement/words.ts";
import type messages from "#messages/da.json";

/** What the pages of the agreement say, in the reader's language. */
export async function agreementWords(): Promise<RevisionWords> {
  const { agreement, revision, form } = (await getMessages()) as unknown as typeof messages;
  const { summary, unsent, retry, dateHint, today } = form;
  return { agreement, revision, form: { summary, unsent, retry, dateHint, today } };
}
