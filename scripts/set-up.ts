import { connectOnce } from "#db/connect-once.ts";
import { isConnectionLost } from "#db/lost-connection.ts";
import { migrate } from "#db/migrate.ts";
import { type Beginning, type Begun, beginPartnership } from "#db/partnership/begin-partnership.ts";
import { passwordOf, readConnections } from "#scripts/connections.ts";
import { handLinks, type LinkRoute, linkRoute, type Surroundings } from "#scripts/hand-links.ts";
import { isGuessable } from "#scripts/live-settings.ts";
import { readMailbox, readOptions, readPartnershipName } from "#scripts/options.ts";

type Asked = Omit<Beginning, "handed"> & { linkFile: string | undefined };

/**
 * Brings the database of a live installation up to date and, where one is named, begins a partnership in it. Every mistake
 * is thrown as a sentence, and leaves everything as it was. Whoever is interrupted does it again.
 */
export async function setUp(args: readonly string[], around: Surroundings): Promise<void> {
  try {
    await setUpOnce(args, around);
  } catch (error) {
    throw isConnectionLost(error) ? new Error(lostIn("setup")) : error;
  }
}

/** What is said where a command lost its connection. */
export const lostIn = (command: string): string =>
  `The connection to PostgreSQL was lost before ${command} was done. Nothing is half done: run the same command again.`;

async function setUpOnce(args: readonly string[], around: Surroundings): Promise<void> {
  const { env, say } = around;
  const asked = readAsked(args);
  const connections = readConnections(env);
  if (!connections) {
    throw new Error("Set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_JOBS_URL to the server that is to be set up.");
  }
  const { ownerUrl, appUrl, jobsUrl } = connections;
  for (const [name, url] of Object.entries({ DATABASE_URL: appUrl, DATABASE_JOBS_URL: jobsUrl }))
    if (isGuessable(new URL(url))) throw new Error(`The password in ${name} is shorter than 16 characters.`);
  const noRoute = asked && problemOf(() => linkRoute(asked.linkFile, around));
  // Where the partnership is there already no link is handed over, and nobody needs to say where it would go.
  if (noRoute && !(await isSetUp(ownerUrl))) throw noRoute;
  say("Bringing the database up to date, as a live installation.");
  await migrate({ ownerUrl, appPassword: passwordOf(appUrl), jobsPassword: passwordOf(jobsUrl), kind: "live" });
  if (asked) await begin(ownerUrl, asked, around);
  say("Done.");
}

/** The partnership that is to begin; null where only the database is to be brought up to date. */
function readAsked(args: readonly string[]): Asked | null {
  const { options, alone } = readOptions(args, ["partnership", "administrator", "officer", "link-file"]);
  if (alone[0]) throw new Error(`"${alone[0]}" stands alone. Put what has a space in it in quotes.`);
  const [partnership, administrator, officer] = ["partnership", "administrator", "officer"].map((name) =>
    options.get(name),
  );
  if (options.size === 0) return null;
  if (!partnership) throw new Error('Name the partnership: --partnership "Amager"');
  if (!administrator) throw new Error("Name its first administrator: --administrator name@kommunen.dk");
  const asked = {
    partnership: readPartnershipName(partnership),
    administrator: readMailbox(administrator),
    officer: officer ? readMailbox(officer) : null,
    linkFile: options.get("link-file"),
  };
  if (asked.officer?.mail === asked.administrator.mail)
    throw new Error("The data protection officer looks after what the administrator does: name two people.");
  return asked;
}

function problemOf(act: () => unknown): Error | null {
  try {
    act();
    return null;
  } catch (error) {
    return error as Error;
  }
}

async function isSetUp(ownerUrl: string): Promise<boolean> {
  const { sql, close } = connectOnce(ownerUrl);
  try {
    const [row] = await sql<{ there: boolean }[]>`select to_regproc('door.installation') is not null as there`;
    return row?.there === true;
  } finally {
    await close();
  }
}

/**
 * A partnership is there once its links were handed over: both are one transaction, so whoever was interrupted does it again
 * and gets another link.
 */
async function begin(ownerUrl: string, { linkFile, ...asked }: Asked, around: Surroundings): Promise<void> {
  const { sql, close } = connectOnce(ownerUrl);
  let takeBack = () => {};
  try {
    await sql.begin(async (tx) => {
      const handed = linkFile !== undefined || !around.env["SMTP_URL"];
      const begun = await beginPartnership(tx, { ...asked, handed });
      if (begun.outcome !== "made") return tellOf(begun, asked, around.say);
      const newcomers = [
        { as: "administrator" as const, who: asked.administrator, letIn: begun.administrator },
        ...(asked.officer && begun.officer
          ? [{ as: "officer" as const, who: asked.officer, letIn: begun.officer }]
          : []),
      ];
      const known = newcomers.every(({ letIn }) => letIn.how === "known");
      const route: LinkRoute = known ? { to: "mail" } : linkRoute(linkFile, around);
      around.say(`Beginning the partnership "${asked.partnership}".`);
      takeBack = handLinks(newcomers, route, around);
    });
  } catch (error) {
    takeBack();
    throw error;
  } finally {
    await close();
  }
}

/** Says that nothing is to be done; throws what differs. */
function tellOf(
  begun: Exclude<Begun, { outcome: "made" }>,
  { partnership, administrator, officer }: Omit<Asked, "linkFile">,
  say: (sentence: string) => void,
): void {
  if (begun.outcome === "other-administrator")
    throw new Error(
      `There is a partnership "${partnership}", which ${administrator.mail} does not administer. Nothing was changed. A lost administrator is replaced by: npm run administrator`,
    );
  if (begun.outcome !== "there")
    throw new Error(
      `There is a partnership "${partnership}", and ${officer?.mail} is not its data protection officer. Nothing was changed: its administrator gives people that function.`,
    );
  say(`The partnership "${partnership}" is there already, with this administrator. Nothing was changed.`);
  if (begun.waits)
    say(
      `They have never signed in. For a new link: npm run administrator -- ${administrator.mail} --partnership "${partnership}"`,
    );
}
