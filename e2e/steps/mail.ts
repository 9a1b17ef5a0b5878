import { openPool } from "#db/client.ts";
import { asOwner } from "#db/seed/as-owner.ts";
import { letterOf, type Told } from "#jobs/letter.ts";

const needed = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: browser-setup.ts sets it`);
  return value;
};

/** Where mails lie, and the address that people type. */
export type Mailing = { jobsUrl: string; origin: string };

/**
 * The link in the newest mail to an address that has one, as the jobs would send it: of the stories' own installation, or of
 * another one. Others may be called to a meeting meanwhile.
 */
export async function linkMailedTo(address: string, of?: Mailing): Promise<string> {
  const { jobsUrl, origin } = of ?? { jobsUrl: needed("STAGE_JOBS_URL"), origin: needed("BASE_URL") };
  const pool = openPool(jobsUrl, { max: 1 });
  try {
    const [row] = await pool.sql<Told[]>`
      select to_address as to, kind, "values", locale, at from mail
      where to_address = ${address} and "values" ? 'token' order by at desc limit 1`;
    const letter = row && letterOf(row, { origin, from: address });
    const [link] = letter?.text.match(/\S+\/invitation\/\S+/) ?? [];
    if (!link) throw new Error(`no link was mailed to ${address}`);
    return link;
  } finally {
    await pool.close();
  }
}

/** Lets a quarter of an hour pass since somebody last showed who they are. */
export async function letProofGrowOld(address: string): Promise<void> {
  await asOwner(
    needed("STAGE_OWNER_URL"),
    (sql) => sql`
      update session set strong_at = app_now() - interval '15 minutes'
      where account_id = (select id from account where email = ${address})`,
    ["account", "session"],
  );
}

/** Somebody's mail server said that nobody has that address. */
export async function refuseMailTo(name: string): Promise<void> {
  const pool = openPool(needed("STAGE_JOBS_URL"), { max: 1 });
  try {
    await pool.sql`
      insert into mail (partnership_id, id, person_id, to_address, kind, "values", locale, failed)
      select partnership_id, gen_random_uuid(), id, 'nobody@noerrebro.example', 'digest', '{}', 'da', '550'
      from person where name = ${name}`;
  } finally {
    await pool.close();
  }
}
