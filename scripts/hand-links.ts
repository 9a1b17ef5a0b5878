import { existsSync, lstatSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { LetIn, Named } from "#db/partnership/begin-partnership.ts";
import { type Environment, settings } from "#scripts/live-settings.ts";

/** Where a link goes: a mail that the jobs send, the terminal that somebody sits at, or a file that its maker alone can read. */
export type LinkRoute = { to: "mail" } | { to: "terminal" } | { to: "file"; file: string };
/** Where a command runs: its settings, whether somebody sits there, how it says what it does, and what it prints for them. */
export type Surroundings = {
  env: Environment;
  isTerminal: boolean;
  say: (sentence: string) => void;
  print: (text: string) => void;
};
/** One who comes in, as what. */
export type Newcomer = { as: "administrator" | "officer"; who: Named; letIn: LetIn };

const LASTS =
  "It lasts one hour and lets in once; opening it uses nothing up. Earlier links to the same address open nothing any more.";

/**
 * Where links go from here: into the file that was named; else by mail, where there is a mail server; else to the terminal.
 * A link lets in whoever has it, so it goes into no pipe and no log, and over nothing that is there.
 */
export function linkRoute(
  file: string | undefined,
  { env, isTerminal }: Pick<Surroundings, "env" | "isTerminal">,
): LinkRoute {
  if (!file && env["SMTP_URL"]) {
    check(settings["SMTP_URL"]?.wrong(env["SMTP_URL"]));
    return { to: "mail" };
  }
  if (!file && !isTerminal)
    throw new Error(
      "No mail leaves from here (SMTP_URL is not set), and a link is printed to a terminal only. Set SMTP_URL, run this at a terminal, or name a file for the link: --link-file PATH",
    );
  const origin = env["AUTH_URL"];
  check(origin ? settings["AUTH_URL"]?.wrong(origin) : settings["AUTH_URL"]?.missing);
  if (!file) return { to: "terminal" };
  // A link to somewhere else is something too.
  if (lstatSync(file, { throwIfNoEntry: false }))
    throw new Error(`${file} is there already. Nothing is written over: name another file for the link.`);
  if (!existsSync(path.dirname(path.resolve(file))))
    throw new Error(`The folder of ${file} is not there. Make it, or name another file for the link.`);
  return { to: "file", file };
}

function check(wrong: string | null | undefined): void {
  if (wrong) throw new Error(wrong);
}

/**
 * Hands every link over, and says how each comes in. What it answers takes the links back where they turn out to open nothing.
 */
export function handLinks(
  newcomers: readonly Newcomer[],
  route: LinkRoute,
  { env, say, print }: Omit<Surroundings, "isTerminal">,
): () => void {
  const origin = new URL(env["AUTH_URL"] ?? "http://localhost").origin;
  const links = newcomers.flatMap(({ as, who, letIn }) =>
    letIn.how === "handed" ? [`${titles[as]}, ${who.mail}: ${origin}/invitation/${letIn.token}`] : [],
  );
  if (route.to === "file" && links.length > 0) writeSecret(route.file, `${links.join("\n")}\n`);
  for (const { as, who, letIn } of newcomers) say(saidOf({ as, who, letIn }, route));
  if (route.to === "terminal" && links.length > 0) print(`\n${links.join("\n")}\n${LASTS}\n`);
  return () => {
    if (links.length === 0) return;
    if (route.to === "file") rmSync(route.file, { force: true });
    else print("The links above may open nothing: run the same command again.");
  };
}

const titles = { administrator: "Administrator", officer: "Data protection officer" };

function saidOf({ as, who, letIn }: Newcomer, route: LinkRoute): string {
  const subject = `${titles[as]}: ${who.name}, ${who.mail}.`;
  if (letIn.how === "known")
    return `${subject} Signs in as before: the account is known, and nothing of it was changed.`;
  if (letIn.how === "mailed") return `${subject} Gets a mail with a link, which the jobs send.`;
  return route.to === "file"
    ? `${subject} The link is in ${route.file}. ${LASTS}`
    : `${subject} The link stands below.`;
}

function writeSecret(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw new Error(
      `${file} cannot be written (${(error as NodeJS.ErrnoException).code}). Name another file for the link.`,
    );
  }
}
