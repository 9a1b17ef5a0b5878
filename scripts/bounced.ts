import { openPool } from "#db/client.ts";
import { bounceIn, markBounced, mostBytes } from "#jobs/bounce.ts";
import { runCommand } from "#scripts/command.ts";

// npm run -s bounced < report.eml: a mail that came back after a server had taken it. The mail server pipes what comes to the
// address of MAIL_FROM into it, one message a run. Works as DATABASE_JOBS_URL. What is no report of a mail of ours is let
// go: a mail server would send back what a command refuses.

await runCommand(async () => {
  const url = process.env["DATABASE_JOBS_URL"];
  if (!url) throw new Error("DATABASE_JOBS_URL is missing: the login of the jobs.");
  const bounce = await bounceIn(await read());
  if (!bounce) return console.log("No report of a mail that came back.");
  const pool = openPool(url, { max: 1 });
  try {
    console.log((await markBounced(pool, bounce)) ? `Marked: ${bounce.status}.` : "No mail of ours that had left.");
  } finally {
    await pool.close();
  }
});

async function read(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of process.stdin as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length <= mostBytes) parts.push(part);
  }
  return Buffer.concat(parts);
}
