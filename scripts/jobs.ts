import path from "node:path";
import { findPooler } from "#db/check-server.ts";
import { openPool } from "#db/client.ts";
import { allJobs } from "#jobs/all-jobs.ts";
import { runJobs } from "#jobs/run.ts";
import { anchorFolder } from "#scripts/anchor-folder.ts";
import { runCommand } from "#scripts/command.ts";
import { findProblems } from "#scripts/live-settings.ts";
import { mailSettings } from "#scripts/mail-settings.ts";

// npm run jobs                what is done without a person, as DATABASE_JOBS_URL
// npm run jobs -- send-mail   only this of it
//
// Runs beside the server until it is stopped; the demo and dev start it themselves. ANCHOR_DIR is the folder, and
// ANCHOR_MAIL the address, that heads of the log are sent to.
// SMTP_URL is the mail server and MAIL_FROM the sender; the demo writes its mails into a folder.

await runCommand(async (stopping) => {
  const problems = findProblems(process.env, { of: "jobs" });
  if (problems.length > 0) throw new Error(["The jobs do not start.", ...problems].join("\n- "));
  const url = process.env["DATABASE_JOBS_URL"] ?? "";
  // A job holds one connection for its lock and works on another.
  const pool = openPool(url, { max: 24 });
  try {
    // A lock of a job belongs to a connection.
    const pooled = await findPooler(pool.sql, "DATABASE_JOBS_URL");
    if (pooled) throw new Error(pooled);
    const anchors = { folder: await anchorFolder(pool.sql), mailTo: process.env["ANCHOR_MAIL"] };
    const mail = await mailSettings(pool.sql);
    const wanted = process.argv.slice(2);
    const jobs = allJobs({ anchors, mail }).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
    console.log(
      `Jobs: ${jobs.map(({ name }) => name).join(", ")}. Heads of the log go to ${path.relative(".", anchors.folder)}, mail to ${mail.goesTo}.`,
    );
    await runJobs(pool, jobs, { stopping, say: (sentence) => console.error(sentence) });
  } finally {
    await pool.close();
  }
});
