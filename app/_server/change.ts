import { createHash } from "node:crypto";
import { z } from "zod";
import type { Member } from "#db/as-member.ts";
import type { Tx } from "#db/client.ts";
import { once } from "#db/intent/once.ts";
import { readLocalNames } from "#db/words/read-local.ts";
import { readLexicon, sayNoNames } from "#db/words/words.ts";
import { readDictionary } from "#dictionary/read-dictionary.ts";
import { listening, nobodys } from "#lib/anonymity/answered.ts";
import { ok, type Refused, type Result, refused } from "#lib/result.ts";
import { answer } from "./answer.ts";
import { type Asked, type Gate, handler } from "./handler.ts";
import { answerNativeFindings, askNative } from "./native-text.ts";
import { answerIssues, answerRefusal } from "./refusal.ts";

type Declared<Input, Params, Value> = {
  /** What it takes, besides the intent key. Nothing else gets through. It may depend on where it is posted. */
  input: z.ZodType<Input> | ((params: Params) => z.ZodType<Input> | Refused);
  run: (tx: Tx, me: Member, input: Input, params: Params) => Promise<Result<Value>>;
  /** Where a native form goes on, a path of our own. */
  next?: (value: Value, params: Params) => string;
  /** What is counted instead of changes, and how long a body may be: a file is more than a form. */
  gate?: Pick<Gate, "counts" | "body">;
};

/** A text of one's own is sent by somebody who has said that nobody can know the person by it. */
const lastQuestion = refused("last-question");

/**
 * The only way to change anything: a POST of our own pages, with a session, an intent key and a body that is what the
 * change declares, in one transaction. A body with a text of one's own answers the last question too (`recognisable: "no"`).
 * A retry with the same key and body gets the first answer again; with another body it is refused. Every refusal has its
 * own status and sentence; nothing is half done.
 */
export function change<Input, Params, Value>(declared: Declared<Input, Params, Value>) {
  return handler<Params>(
    { of: "account", counts: "change", ...declared.gate },
    async ({ request, params, fields: sent, whose, native, asMember }) => {
      const { intent, recognisable, ...fields } = sent;
      const key = z.uuid().safeParse(intent);
      if (!key.success) return answerRefusal(refused("no-intent"));
      const schema = typeof declared.input === "function" ? declared.input(params) : declared.input;
      if ("ok" in schema) return answerRefusal(schema);
      const action = new URL(request.url).pathname;
      await readDictionary();
      const { value: input, heard } = await parse(schema, { fields, asMember });
      if (!input.success) {
        const { issues } = input.error;
        if (!native) return await answerIssues(issues);
        const marked = await answerNativeFindings(issues, { action, fields: { ...sent, whose } });
        return marked ?? (await answerIssues(issues));
      }
      if (heard.ownWords && recognisable !== "no")
        return native ? await askNative({ action, fields: { ...sent, whose } }) : await answerRefusal(lastQuestion);
      const hash = createHash("sha256")
        .update(`${action}\n${JSON.stringify(input.data)}`)
        .digest();
      const result = await asMember(async (tx, me) => {
        if (!holdsIds(params as Record<string, string> | undefined)) return refused("not-found");
        return once(tx, me, { key: key.data, body: hash }, async () => {
          const done = await declared.run(tx, me, input.data, params);
          if (done.ok) await sayNoNames(tx, me, heard.passed);
          return done;
        });
      });
      return await answer(result, { native, next: (value) => declared.next?.(value, params) ?? "/" });
    },
  );
}

/** Where there is a text, what the partnership knows of its own is read, and the guard looks once more. */
async function parse<Input>(schema: z.ZodType<Input>, { fields, asMember }: Pick<Asked<never>, "fields" | "asMember">) {
  const first = listening(nobodys, () => schema.safeParse(fields));
  if (!first.heard.read) return first;
  const own = await asMember(async (tx, me) =>
    ok({ lexicon: await readLexicon(tx), local: await readLocalNames(tx, me) }),
  );
  return own.ok ? listening(own.value, () => schema.safeParse(fields)) : first;
}

/**
 * Names of an address's parts that are ids of rows: what looks otherwise belongs to none, and never reaches the database.
 * Where an address has no such parts, Next gives nothing at all.
 */
const ids = ["id", "post", "search"];
const holdsIds = (path: Record<string, string> | undefined): boolean =>
  ids.every((name) => path?.[name] === undefined || z.uuid().safeParse(path[name]).success);
