import postgres from "postgres";
import { noteCheck } from "#db/log/note-check.ts";
import { type Verdict, verifyLog } from "#db/log/verify.ts";
import { readAnchors } from "#jobs/anchor-log.ts";
import { anchorFolder } from "#scripts/anchor-folder.ts";
import { runCommand } from "#scripts/command.ts";

// npm run audit:verify: checks the log against its chain and the chain against the heads that were anchored outside the
// database (ANCHOR_DIR). Reads as DATABASE_JOBS_URL. Names the first bad row; exit code 1 when there is one. The administrator's
// start page says when it was last done, and whether the log held.

const whys = {
  beheaded: "the log does not begin there, nor after an anchored head that is as old as what may be cut",
  changed: "it does not give its hash: the row was written over, or one was put in or moved",
  missing: "the row is gone",
  gap: "its number is gone",
  unnumbered: "the row claims to be older than the chain, and was never numbered",
  cut: "the chain ends before a head that was anchored",
  rewritten: "the chain holds together, and is not the one that was anchored",
  unanchored: "the database says that this head was anchored, and the file does not have it",
} satisfies Record<NonNullable<Verdict["bad"]>["why"], string>;

await runCommand(async () => {
  const url = process.env["DATABASE_JOBS_URL"];
  if (!url) throw new Error("DATABASE_JOBS_URL is missing: the login of the jobs.");
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const anchors = await readAnchors(await anchorFolder(sql));
    const known = await sql<{ id: string }[]>`select id from partnership order by id`;
    const all = new Set([...known.map(({ id }) => id), ...anchors.map(({ partnership }) => partnership)]);
    let bad = 0;
    for (const partnership of all) {
      const verdict = await verifyLog(sql, partnership, anchors);
      console.log(sayVerdict(verdict));
      if (known.some(({ id }) => id === partnership)) await noteCheck(sql, partnership, verdict.bad === null);
      if (verdict.bad) bad += 1;
    }
    if (bad > 0) throw new Error("The log is not as it was written.");
  } finally {
    await sql.end();
  }
});

function sayVerdict({ partnership, from, rows, anchors, waiting, bad }: Verdict): string {
  const since = from ? ` after number ${from.number}, cut at its anchored head ${from.hash}` : "";
  const checked = `${partnership}: ${rows} rows hold${since}, ${anchors} anchors, ${waiting} wait for their number`;
  if (!bad)
    return `${checked}. ${anchors === 0 ? "Nothing is anchored yet: a tail cut off would not show." : "Sound."}`;
  const which = [bad.number === null ? null : `number ${bad.number}`, bad.id].filter(Boolean).join(", ");
  return `${checked}.\n  FIRST BAD ROW: ${which}: ${whys[bad.why]}.`;
}
