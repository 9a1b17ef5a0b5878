import { z } from "zod";
import { handler } from "#app/_server/handler.ts";
import { pool } from "#app/_server/pool.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { tokenOf } from "#app/_server/token.ts";
import { asMember } from "#db/as-member.ts";
import { hashOf } from "#db/client.ts";
import type { Ear } from "#db/live/listen.ts";
import { type Listener, listenerOf, listsFor } from "#db/live/lists-for.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { follow, isFull } from "./hub.ts";

export const dynamic = "force-dynamic";

const beatEvery = 10_000;
const askEvery = 30_000;
/** How long ago it was that whoever asks last knew how things stand, in milliseconds; one who does not say knows it. */
const missing = z.coerce.number().int().min(0).catch(0);
/** However long the question was on its way: what is said once too often costs one look. */
const onItsWay = 5_000;

/** The person behind a session as it is now; no connection is kept. */
const whoAsks = (token: string | undefined): Promise<Result<Listener>> =>
  asMember(pool(), token, async (tx, me) => ok(await listenerOf(tx, me)), { again: true });

/**
 * The live stream. It says "look again" and at which lists, never what changed: whoever hears it reads through the
 * ordinary door. It ends with its session, which it asks for every half minute without making it last longer.
 */
export const GET = handler({ of: "account", counts: "read" }, async ({ request, asMember: ask }) => {
  const first = await ask(async (tx, me) => ok(await listenerOf(tx, me)), { again: true });
  if (!first.ok) return answerRefusal(first);
  const token = (await tokenOf()) ?? "";
  const session = hashOf(token).toString("hex");
  if (isFull(session)) return answerRefusal(refused("too-many-streams", undefined, { wait: 15 }));
  const missed = missing.parse(new URL(request.url).searchParams.get("missed")) + onItsWay;
  return new Response(streamFor({ token, session, first: first.value, missed, gone: request.signal }), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Neither Next's compression nor a proxy may hold an event back.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});

type Following = { token: string; session: string; first: Listener; missed: number; gone: AbortSignal };

function streamFor({ token, session, first, missed, gone }: Following): ReadableStream<Uint8Array> {
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
      const forget = follow(hear, { session, missed, end });
      stopped.addEventListener("abort", () => {
        clearInterval(beating);
        clearInterval(asking);
        forget();
      });
    },
    cancel: () => stopping.abort(),
  });
}
