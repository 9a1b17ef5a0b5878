import { getMessages, getTranslations } from "next-intl/server";
import type { LogLine } from "#lib/log/log-view.ts";
import type messages from "#messages/da.json";

export type LogWords = Pick<typeof messages, "log"> & {
  form: Pick<(typeof messages)["form"], "summary" | "unsent" | "retry">;
};

/** What the log's page and its file say, in the reader's language. */
export async function logWords(): Promise<LogWords> {
  const { log, form } = (await getMessages()) as unknown as typeof messages;
  const { summary, unsent, retry } = form;
  return { log, form: { summary, unsent, retry } };
}

/** Says what a row is about: in words where there are some, else by its code as it stands. */
export async function whatWords(): Promise<(line: Pick<LogLine, "kind" | "what">) => string> {
  const t = await getTranslations("log");
  const say = (key: `${"changes" | "logins" | "screens" | "tables" | "ways"}.${string}`, code: string) =>
    t.has(key as never) ? t(key as never) : code;
  return ({ kind, what }) => {
    const [first = what, second] = what.split(".");
    if (kind === "directory") return `${say(`tables.${first}`, first)}: ${say(`ways.${second}`, second ?? "")}`;
    if (kind === "login") return say(`logins.${first}.${second ?? "self"}`, what);
    return kind === "change" ? say(`changes.${what}`, what) : say(`screens.${what}`, what);
  };
}
