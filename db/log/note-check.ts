import type postgres from "postgres";

/** Notes that a partnership's log was checked now, and whether it held; the jobs' login. */
export async function noteCheck(sql: postgres.Sql, partnership: string, sound: boolean): Promise<void> {
  await sql`
    insert into log_check (partnership_id, sound) values (${partnership}, ${sound})
    on conflict (partnership_id) do update set at = app_now(), sound = excluded.sound`;
}
