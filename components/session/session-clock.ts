import { postAct } from "#components/form/post-act.ts";

/**
 * fine: nothing to say · soon: five minutes are left until `at`, which `last` cannot be put off · over: the session has
 * ended, and this page shows nothing more; with a `passkey` one touch opens it again.
 */
export type Clock = { kind: "fine" } | { kind: "soon"; at: number; last: boolean } | { kind: "over"; passkey: boolean };

/** Seconds until the session ends when nothing is done, and at the latest. */
type Left = { person: string; idle: number; absolute: number };
type Said = "extended" | "back" | "out";

const warnBefore = 5 * 60_000;
const askAgainAfter = 15_000;
/** A page has more important things to ask for first. */
const firstAfter = 3_000;

const fine = { kind: "fine" } as const;
const watchers = new Set<() => void>();
let clock: Clock = fine;
let person = "";
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

/** One asks again before there is anything to say, since somebody who does something moves the end. */
function take(left: Left): void {
  // Another person's page is drawn anew, before anything of this one is shown again.
  if (left.person !== person) return window.location.reload();
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
  if (clock.kind !== "over" && Date.now() >= Math.min(askAt, endsAt)) void ask();
}

const seen = () => {
  if (document.visibilityState === "visible" && (clock.kind !== "fine" || Date.now() >= askAt)) void ask();
};

function hear({ data }: MessageEvent<Said>): void {
  if (data === "out") set({ kind: "over", passkey: false });
  else void ask();
}

/** Begins to watch the session of whom this page was drawn for. */
function start(): () => void {
  channel = new BroadcastChannel("brobyg-session");
  channel.onmessage = hear;
  askAt = Date.now() + firstAfter;
  const ticking = setInterval(tick, 1_000);
  document.addEventListener("visibilitychange", seen);
  window.addEventListener("focus", seen);
  return () => {
    clearInterval(ticking);
    document.removeEventListener("visibilitychange", seen);
    window.removeEventListener("focus", seen);
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

/** Whose page this is. */
export function belongsTo(whose: string): void {
  person = whose;
}

/** Somebody is there: the half hour begins anew, in every tab. */
export async function extend(): Promise<void> {
  const answer = await postAct<Left>({ action: "/api/session/extend", intent: crypto.randomUUID(), values: {} });
  if (answer !== "unsent" && answer.ok) {
    take(answer.value);
    channel?.postMessage("extended" satisfies Said);
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
export function tellTabs(said: Exclude<Said, "extended">): void {
  channel?.postMessage(said);
}
