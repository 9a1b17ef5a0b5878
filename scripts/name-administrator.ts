import postgres from "postgres";
import { connectOnce } from "#db/connect-once.ts";
import { isConnectionLost } from "#db/lost-connection.ts";
import { type Replaced, replaceAdministrator } from "#db/partnership/replace-administrator.ts";
import { handLinks, linkRoute, type Surroundings } from "#scripts/hand-links.ts";
import { readMailbox, readOptions, readPartnershipName } from "#scripts/options.ts";
import { lostIn } from "#scripts/set-up.ts";

/**
 * Names an administrator of a partnership, where the one there was is lost. Every mistake is thrown as a sentence, and leaves
 * everything as it was. Whoever is interrupted does it again.
 */
export async function nameAdministrator(args: readonly string[], around: Surroundings): Promise<void> {
  const { say } = around;
  const { options, alone } = readOptions(args, ["partnership", "link-file"]);
  const [typed, extra] = alone;
  const [called, file] = [options.get("partnership"), options.get("link-file")];
  if (!typed || !called)
    throw new Error(
      'Name the administrator and the partnership: npm run administrator -- name@kommunen.dk --partnership "Amager"',
    );
  if (extra) throw new Error(`"${extra}" stands alone. Put what has a space in it in quotes.`);
  const [administrator, partnership] = [readMailbox(typed), readPartnershipName(called)];
  const url = around.env["DATABASE_OWNER_URL"];
  if (!url) throw new Error("DATABASE_OWNER_URL is missing: the login that set the database up.");
  if (!URL.canParse(url))
    throw new Error("DATABASE_OWNER_URL is not an address of PostgreSQL: postgres://user:password@host/database");
  const route = linkRoute(file, around);
  const { sql, close } = connectOnce(url);
  let takeBack = () => {};
  try {
    await checkInstallation(sql);
    await sql.begin(async (tx) => {
      const replaced = await replaceAdministrator(tx, { partnership, administrator, handed: route.to !== "mail" });
      if (replaced.outcome !== "named") throw new Error(refusalOf(replaced, { partnership, mail: administrator.mail }));
      say(
        replaced.already
          ? `${administrator.mail} administers "${partnership}" and begins anew: another password and second factor, once the link is used.`
          : `${administrator.mail} administers "${partnership}" from now on. Nothing was taken from anybody.`,
      );
      const newcomer = { as: "administrator" as const, who: administrator, letIn: replaced.administrator };
      takeBack = handLinks([newcomer], route, around);
    });
    say("Every administrator and data protection officer there is told. Done.");
  } catch (error) {
    takeBack();
    if (isConnectionLost(error)) throw new Error(lostIn("this"));
    if (error instanceof postgres.PostgresError && error.code === "BB010")
      throw new Error(
        `${administrator.mail} stands in for the administrator as of today. Name another person, or wait a day.`,
      );
    throw error;
  } finally {
    await close();
  }
}

async function checkInstallation(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ there: boolean; current: boolean }[]>`
    select to_regproc('door.installation') is not null as there, to_regproc('door.replace_administrator') is not null as current`;
  if (!row?.there) throw new Error("The database is not set up. First: npm run setup");
  const [found] = await sql<{ kind: string }[]>`select door.installation() as kind`;
  if (found?.kind !== "live")
    throw new Error("This database is a demo's: everybody in it is invented. Name another database.");
  if (!row.current) throw new Error("The database is of an earlier version. First: npm run setup");
}

type Refused = Exclude<Replaced, { outcome: "named" }>;

function refusalOf(refused: Refused, { partnership, mail }: { partnership: string; mail: string }): string {
  switch (refused.outcome) {
    case "no-partnership":
      return refused.there.length === 0
        ? "There is no partnership yet. First: npm run setup"
        : `There is no partnership "${partnership}". There are: ${refused.there.join(", ")}.`;
    case "is-officer":
      return `${mail} looks after data protection in "${partnership}", and so after what its administrators do. Name another person.`;
    case "no-post":
      return `Nobody can administer "${partnership}": the function is given in no unit today.`;
  }
}
