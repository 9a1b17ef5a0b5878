import { getMessages } from "next-intl/server";
import type { UnitsWords } from "#components/units/words.ts";
import type messages from "#messages/da.json";

/** What the pages of units say, for the components in the browser. */
export async function unitsWords(): Promise<UnitsWords> {
  const { units, form } = (await getMessages()) as unknown as typeof messages;
  const { summary, unsent, retry, dateHint, today } = form;
  return { units, form: { summary, unsent, retry, dateHint, today } };
}
