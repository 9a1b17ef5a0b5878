import { appendFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Pool } from "#db/client.ts";
import { headsToAnchor, noteAnchored } from "#db/log/anchor.ts";
import type { Anchor } from "#db/log/verify.ts";

/** Where heads go: a folder to which one may add, better on another machine's disk, and an address. */
export type AnchorPlaces = { folder: string; mailTo?: string | undefined };

/** Minutes between two heads of one chain. */
const every = 15;

const fileIn = (folder: string) => path.join(folder, "anchors.jsonl");

/**
 * Carries the heads of the log's chains out of the database: a line each in the file, which is on the disk before the
 * database says so, and a mail. A head that was written and not noted is written once more; that does no harm.
 */
export async function anchorLog(pool: Pool, { folder, mailTo }: AnchorPlaces): Promise<number> {
  const heads = await headsToAnchor(pool, every);
  if (heads.length === 0) return 0;
  await mkdir(folder, { recursive: true });
  const file = fileIn(folder);
  await appendFile(file, heads.map((head) => `${JSON.stringify(head)}\n`).join(""), { flush: true });
  await noteAnchored(pool, heads, mailTo);
  return heads.length;
}

/** Every head in the file; none when there is no file yet. Throws when a line cannot be read: then somebody was at it. */
export async function readAnchors(folder: string): Promise<Anchor[]> {
  const text = await readFile(fileIn(folder), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Anchor);
}
