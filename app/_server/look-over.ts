import { asMember } from "#db/as-member.ts";
import { readLexicon } from "#db/words/words.ts";
import { readDictionary } from "#dictionary/read-dictionary.ts";
import { listening } from "#lib/anonymity/answered.ts";
import { cleanText } from "#lib/anonymity/clean-text.ts";
import { typed } from "#lib/referral/acts/inputs.ts";
import { ok, refused } from "#lib/result.ts";
import { fieldsOf } from "./body.ts";
import { isDatabaseAway } from "./database-away.ts";
import { spend } from "./limit.ts";
import { pool } from "./pool.ts";
import { answerRefusal } from "./refusal.ts";
import { fromOwnPages } from "./same-origin.ts";
import { tokenOf } from "./token.ts";

/** As long as the longest text of the product: what is too long is said by the form that sends it. */
const longest = 2_000;

/**
 * Looks a text over while it is written: a POST of our own pages, with a session, so often a minute. Answers where it
 * points at somebody, and keeps nothing: no intent, no line in a log, no word of it.
 */
export async function lookOver(request: Request): Promise<Response> {
  if (!fromOwnPages(request)) return answerRefusal(refused("foreign-origin"));
  const token = await tokenOf();
  if (!token) return answerRefusal(refused("signed-out"));
  const body = await fieldsOf(request);
  const written = typed.safeParse(body?.fields["text"] ?? "");
  if (!body || !written.success) return answerRefusal(refused("wrong-input"));
  await readDictionary();
  try {
    const lexicon = await asMember(
      pool(),
      token,
      async (tx, me) => (await spend("look", me.account)) ?? ok(await readLexicon(tx)),
      { again: true },
    );
    if (!lexicon.ok) return answerRefusal(lexicon);
    const { raw, notNames } = written.data;
    const { value: clean } = listening(lexicon.value, () => cleanText(raw, { max: longest, notNames }));
    if (!clean.ok && clean.code !== "findings") return answerRefusal(clean);
    const { findings } = clean.ok ? { findings: [] } : (clean.details as { findings: unknown });
    return Response.json({ ok: true, value: { findings } }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (isDatabaseAway(error)) return answerRefusal(refused("database-away"));
    throw error;
  }
}
