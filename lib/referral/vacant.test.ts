import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import type { Result } from "#lib/result.ts";
import { type AReferral, aReferral } from "./a-referral.ts";
import { succeed } from "./acts/system.ts";
import type { Change } from "./change.ts";
import { tellingLeaders } from "./vacant.ts";

const logged = aReferral({ agreement: noerrebro.content, service: "SKP" });
const empty = (referral: AReferral, ...vacant: string[]) => referral.but({ vacant });
const leadersTold = (change: Result<Change>) =>
  change.ok ? change.value.notices.filter(({ kind }) => kind === "vacant").map(({ to }) => to) : change;
const send = { to: "first", consent: { name: "written" }, agreed: false };

describe("the leader of a post that nobody is there for", () => {
  test("hears of what is sent to it, and of nothing while somebody is there", () => {
    expect(leadersTold(logged.tries("send", logged.holder, send))).toEqual([]);
    const alone = empty(logged, "first");
    expect(leadersTold(alone.tries("send", alone.holder, send))).toEqual(["first's leader"]);
  });

  test("hears when it is sent on there, and not before that was confirmed", () => {
    const proposed = empty(logged.sent("first"), "second");
    const redirected = proposed.tries("redirect", proposed.receiver, { to: "second", reason: "ENHED" });
    expect(leadersTold(redirected)).toEqual([]);
    const waits = proposed.redirected("second");
    expect(leadersTold(waits.tries("confirm", waits.holder, { consent: { name: "written" } }))).toEqual([
      "second's leader",
    ]);
  });

  test("hears when the ball comes back to it, once, and not of what goes on elsewhere", () => {
    const sent = empty(logged.sent("first").accepted().sent("second"), "first");
    expect(leadersTold(sent.tries("ask", sent.receiver, { question: "RING" }))).toEqual(["first's leader"]);
    const asked = sent.asked();
    expect(leadersTold(asked.tries("return", asked.receiver, { reason: "SAMTYKKE" }))).toEqual([]);
    const opened = empty(logged.sent("first"), "first");
    expect(leadersTold(opened.tries("open", opened.receiver))).toEqual([]);
    expect(leadersTold(opened.tries("withdraw", opened.holder, { reason: "FORTRUDT" }))).toEqual([]);
  });

  test("hears of what comes to it because another post ended", () => {
    const waits = empty(logged.sent("first"), "beside");
    const scene = { ...waits.scene({ person: "", posts: [], leads: [] }), post: "" };
    const change = succeed(scene, { ending: "first", successor: "beside" });
    expect(change.ok && tellingLeaders(scene, change.value).notices).toContainEqual({
      to: "beside's leader",
      kind: "vacant",
    });
  });
});
