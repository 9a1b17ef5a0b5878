import type { Member } from "#db/as-member.ts";
import type { Tx } from "#db/client.ts";
import type { Directory } from "#db/directory/directory.ts";
import { type FrameFacts, readFrame } from "#db/frame.ts";
import { ok, type Result } from "#lib/result.ts";
import { type Say, saysForum } from "./forum-said.ts";
import { read } from "./read.ts";

/** What a page draws with: its own data, the frame around it, what things are called, and how its words call whoever adopts the agreement. */
export type PageRead<T> = { value: T; frame: FrameFacts; directory: Directory; me: Member; say: Say };

/** One page, one read: the page's own data and its frame in the same transaction. */
export async function readPage<T>(reading: (tx: Tx, me: Member) => Promise<Result<T>>): Promise<PageRead<T>> {
  const found = await read(async (tx, me) => {
    const [framed, value] = await Promise.all([readFrame(tx, me), reading(tx, me)]);
    return value.ok ? ok({ value: value.value, frame: framed.facts, directory: framed.directory, me }) : value;
  });
  return { ...found, say: await saysForum(found.directory.forum) };
}
