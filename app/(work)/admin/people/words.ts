import { getMessages } from "next-intl/server";
import type { PeopleWords } from "#components/people/words.ts";
import type messages from "#messages/da.json";

/** What the pages of people say, for the components in the browser. */
export async function peopleWords(): Promise<PeopleWords> {
  const { people, standing, form } = (await getMessages()) as unknown as typeof messages;
  const { summary, unsent, retry, dateHint, today } = form;
  return { people, standing, form: { summary, unsent, retry, dateHint, today } };
}
