import { readLocalNames } from "#db/words/read-local.ts";
import { readLexicon } from "#db/words/words.ts";
import { readDictionary } from "#dictionary/read-dictionary.ts";
import { listening } from "#lib/anonymity/answered.ts";
import { cleanText } from "#lib/anonymity/clean-text.ts";
import { typed } from "#lib/referral/acts/inputs.ts";
import { ok, refused } from "#lib/result.ts";
import { handler } from "./handler.ts";
import { answerRefusal } from "./refusal.ts";

/** As long as the longest text of the product: what is too long is said by the form that sends it. */
const longest = 2_000;

/**
 * Looks a text over while it is written: a POST of our own pages, with a session, so often a minute. Answers where it
 * points at somebody, and keeps nothing: no intent, no line in a log, no word of it.
 */
export const lookOver = handler({ of: "account", counts: "look" }, async ({ fields, asMember }) => {
  const written = typed.safeParse(fields["text"] ?? "");
  if (!written.success) return answerRefusal(refused("wrong-input"));
  await readDictionary();
  const own = await asMember(
    async (tx, me) => ok({ lexicon: await readLexicon(tx), local: await readLocalNames(tx, me) }),
    { again: true },
  );
  if (!own.ok) return answerRefusal(own);
  const { raw, notNames } = written.data;
  const { value: clean } = listening(own.value, () => cleanText(raw, { max: longest, notNames }));
  if (!clean.ok && clean.code !== "findings") return answerRefusal(clean);
  const { findings } = clean.ok ? { findings: [] } : (clean.details as { findings: unknown });
  return Response.json({ ok: true, value: { findings } }, { headers: { "cache-control": "no-store" } });
});
