import { postAct } from "#components/form/post-act.ts";
import { isHolding, letGo } from "#components/form/unsent.ts";
import { othersHere } from "#components/form/whose.ts";

/**
 * fine: nothing to say · soon: five minutes are left until `at`, which `last` cannot be put off · over: the session has
 * ended, and this page shows nothing more; with a `passkey` one touch opens it again · other: somebody else is logged in
 * here now, and what this page's person has written waits for them.
 */
export type Clock =
  | { kind: "fine" }
  | { kind: "soon"; at: number; last: boolean }
  | { kind: "over"; passkey: boolean }
  | { kind: "other" };

/** Whose it is, and seconds until the session ends when nothing is done, and at the latest. */
type Left = { whose: string; idle: number; absolute: number };
/** What one tab tells the others, and whose page it is: "here" when a page has come. */
type Said = { said: "extended" | "back" | "out" | "here"; whose: string };

const warnBefore = 5 * 60_000;
const askAgainAfter = 15_000;
/** A page has more important things to ask for first. */
const firstAfter = 3_000;

const signOut = "/api/sign-out";

const fine = { kind: "fine" } as const;
const watchers = new Set<() => void>();
let clock: Clock = fine;
let whose = "";
let endsAt = Number.POSITIVE_INFINITY;
let last = false;
let heeded = false;
let askAt = 0;
let channel: BroadcastChannel | undefined;

function set(next: Clock): void {
  if (JSON.stringify(next) === JSON.stringify(clock)) return;
  clock = next;
  for (const changed of watchers) changed();
}

/** The page becomes the other's, drawn anew, unless something waits in it that was not sent: then it waits, covered. */
function belongToOther(): void {
  if (isHolding()) set({ kind: "other" });
  else window.location.reload();
}

/** Whoever is logged in now takes the page over; what was not sent goes. */
export function goOnAsOther(): void {
  letGo();
  window.location.reload();
}

/** One asks again before there is anything to say, since somebody who does something moves the end. */
function take(left: Left): void {
  if (left.whose !== whose) return belongToOther();
  endsAt = Date.now() + Math.min(left.idle, left.absolute) * 1000;
  last = left.absolute <= left.idle;
  askAt = Math.max(endsAt - warnBefore, Date.now() + askAgainAfter);
  const warns = endsAt - Date.now() <= warnBefore && !(last && heeded);
  set(warns ? { kind: "soon", at: endsAt, last } : fine);
}

async function ask(): Promise<void> {
  askAt = Date.now() + askAgainAfter;
  const answer = await fetch("/api/session", { cache: "no-store" }).catch(() => null);
  if (answer?.ok) return take((await answer.json()) as Left);
  if (answer?.status === 401) {
    const { details } = (await answer.json()) as { details?: { passkey?: boolean } };
    set({ kind: "over", passkey: details?.passkey ?? false });
  } else if (Date.now() >= endsAt) set({ kind: "over", passkey: false });
}

/** Timers stand still while a device sleeps: it is the time that counts, not how often this ran. */
function tick(): void {
  if (clock.kind !== "over" && clock.kind !== "other" && Date.now() >= Math.min(askAt, endsAt)) void ask();
}

const seen = () => {
  if (document.visibilityState === "visible" && (clock.kind !== "fine" || Date.now() >= askAt)) void ask();
};

function hear({ data }: MessageEvent<Said>): void {
  const own = data.whose === whose;
  if (own && data.said === "out") set({ kind: "over", passkey: false });
  else if (!own || data.said !== "here") void ask();
}

/** Whoever logs out covers the other tabs at once, unless the page is held back. */
function submitted(event: SubmitEvent): void {
  if (event.target instanceof HTMLFormElement && new URL(event.target.action).pathname === signOut)
    setTimeout(() => event.defaultPrevented || tellTabs("out"));
}

/** Begins to watch the session of whom this page was drawn for. */
function start(): () => void {
  channel = new BroadcastChannel("brobyg-session");
  channel.onmessage = hear;
  tellTabs("here");
  askAt = Date.now() + firstAfter;
  const ticking = setInterval(tick, 1_000);
  document.addEventListener("visibilitychange", seen);
  window.addEventListener("focus", seen);
  window.addEventListener(othersHere, askNow);
  window.addEventListener("submit", submitted);
  return () => {
    clearInterval(ticking);
    document.removeEventListener("visibilitychange", seen);
    window.removeEventListener("focus", seen);
    window.removeEventListener(othersHere, askNow);
    window.removeEventListener("submit", submitted);
    channel?.close();
    channel = undefined;
  };
}

let stop: (() => void) | undefined;

export function watchClock(changed: () => void): () => void {
  watchers.add(changed);
  stop ??= start();
  return () => {
    watchers.delete(changed);
    if (watchers.size > 0) return;
    stop?.();
    stop = undefined;
  };
}

export const clockNow = (): Clock => clock;
export const clockAtFirst = (): Clock => fine;

/** Whose page this is, as the server marks it. */
export function belongsTo(person: string): void {
  whose = person;
}

/** Somebody is there: the half hour begins anew, in every tab. */
export async function extend(): Promise<void> {
  const answer = await postAct<Left>({ action: "/api/session/extend", intent: crypto.randomUUID(), values: {} });
  if (answer !== "unsent" && answer.ok) {
    take(answer.value);
    tellTabs("extended");
  } else await ask();
}

/** The end that cannot be put off was read. */
export function heed(): void {
  heeded = true;
  set(fine);
}

/** Asks whether the session is back: somebody has logged in, here or in another tab. */
export const askNow = (): void => void ask();

/** Tells the other tabs of this browser. */
export function tellTabs(said: Said["said"]): void {
  channel?.postMessage({ said, whose } satisfies Said);
}
