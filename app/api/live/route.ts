import { z } from "zod";
import { isDatabaseAway } from "#app/_server/database-away.ts";
import { pool } from "#app/_server/pool.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { tokenOf } from "#app/_server/token.ts";
import { asMember, type Member } from "#db/as-member.ts";
import type { Ear } from "#db/live/listen.ts";
import { listsFor } from "#db/live/lists-for.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { follow } from "./hub.ts";

export const dynamic = "force-dynamic";

const beatEvery = 10_000;
const askEvery = 30_000;
/** How long ago it was that whoever asks last knew how things stand, in milliseconds; one who does not say knows it. */
const missing = z.coerce.number().int().min(0).catch(0);
/** However long the question was on its way: what is said once too often costs one look. */
const onItsWay = 5_000;

/** The person behind a session as it is now; no connection is kept. */
async function whoAsks(token: string | undefined): Promise<Result<Member>> {
  try {
    return await asMember(pool(), token, async (_tx, me) => ok(me), { again: true });
  } catch (error) {
    if (isDatabaseAway(error)) return refused("database-away");
    throw error;
  }
}

/**
 * The live stream. It says "look again" and at which lists, never what changed: whoever hears it reads through the
 * ordinary door. It ends with its session, which it asks for every half minute without making it last longer.
 */
export async function GET(request: Request): Promise<Response> {
  const token = await tokenOf();
  const first = await whoAsks(token);
  if (!first.ok) return answerRefusal(first);
  const missed = missing.parse(new URL(request.url).searchParams.get("missed")) + onItsWay;
  return new Response(streamFor({ token, first: first.value, missed, gone: request.signal }), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Neither Next's compression nor a proxy may hold an event back.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

type Following = { token: string | undefined; first: Member; missed: number; gone: AbortSignal };

function streamFor({ token, first, missed, gone }: Following): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const stopping = new AbortController();
  const stopped = stopping.signal;
  gone.addEventListener("abort", () => stopping.abort());
  return new ReadableStream({
    start(controller) {
      let me = first;
      const say = (event: string, data: string) =>
        controller.enqueue(encoder.encode(`event: ${event}\ndata: ${data}\n\n`));
      const end = () => {
        if (stopped.aborted) return;
        stopping.abort();
        controller.close();
      };
      const ask = async () => {
        const asked = await whoAsks(token);
        if (asked.ok) me = asked.value;
        else end();
      };
      const beating = setInterval(() => say("beat", "1"), beatEvery);
      const asking = setInterval(() => void ask().catch(end), askEvery);
      say("beat", "1");
      const hear: Ear = (heard) => {
        const lists = listsFor(heard, me);
        if (lists.length > 0) say("look", lists.join(" "));
      };
      const forget = follow(hear, { missed, end });
      stopped.addEventListener("abort", () => {
        clearInterval(beating);
        clearInterval(asking);
        forget();
      });
    },
    cancel: () => stopping.abort(),
  });
}
