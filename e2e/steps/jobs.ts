import { openPool } from "#db/client.ts";
import { runAlone } from "#jobs/run.ts";
import { succeedPosts } from "#jobs/succeed-posts.ts";

/** Runs the job that moves what lies with posts that have ended, as the jobs' own login: the stories start no jobs. */
export async function moveWhatEnded(): Promise<void> {
  const url = process.env["STAGE_JOBS_URL"];
  if (!url) throw new Error("STAGE_JOBS_URL says where the stage's jobs log in; it is set where the stage is.");
  const pool = openPool(url, { max: 2 });
  try {
    await runAlone(pool, { name: "succeed-posts", every: 60, run: succeedPosts });
  } finally {
    await pool.close();
  }
}
