import { whoseHeader } from "#components/form/whose.ts";
import { setFreshness } from "#components/live/freshness.ts";

/** What changed, as the stream names it: the lists "mine" and "board", or "presence". */
export type Look = (lists: readonly string[]) => Promise<unknown> | void;

type Heard = { kind: "beat" | "cut" } | { kind: "look"; lists: readonly string[] };

const lists = ["mine", "board"] as const;
const everything = [...lists, "presence"];
/** The server's heart beats every ten seconds; this much silence is a broken stream. */
const silence = 25_000;
const pollEvery = 15_000;
const oldAfter = 30_000;
/** However much happens, lists are read once in this time. */
const lookEvery = 1_000;
/** Notices of what can be undone come ten seconds after the act. */
const lookAgainAfter = 11_000;
/** A page that follows another keeps the stream. */
const lingers = 2_000;

const looks = new Map<Look, readonly string[]>();
let close: (() => void) | undefined;
let closing: ReturnType<typeof setTimeout> | undefined;

/** Calls `look` whenever what it is `about` may have changed. What it returns tells whether that could be read. */
export function subscribe(look: Look, about: readonly string[] = lists): () => void {
  looks.set(look, about);
  clearTimeout(closing);
  close ??= open();
  return () => {
    looks.delete(look);
    if (looks.size === 0) closing = setTimeout(shut, lingers);
  };
}

function shut(): void {
  close?.();
  close = undefined;
}

/**
 * Follows the stream: this tab's own, or that of the tab which has it. One tab of a browser holds it and passes on what
 * it hears. While it is cut, this tab asks by itself every fifteen seconds.
 */
function open(): () => void {
  const leaving = new AbortController();
  const channel = new BroadcastChannel("brobyg-live");
  // The page was drawn after its address was asked for: since then nobody has told it anything.
  let beatAt = performance.timeOrigin;
  let goodAt = Date.now();
  let askedAt = 0;
  let lookedAt = 0;
  let cut = false;
  let owing = false;
  let soon: ReturnType<typeof setTimeout> | undefined;
  const laters = new Set<ReturnType<typeof setTimeout>>();
  const due = new Set<string>();

  function hear(heard: Heard): void {
    if (heard.kind === "cut") return void poll();
    beatAt = Date.now();
    const returns = cut;
    cut = false;
    if (heard.kind === "look") {
      lookSoon(heard.lists);
      lookLater(heard.lists.filter((list) => list !== "presence"));
    } else if (returns || owing) lookSoon(everything);
    else good();
  }

  function good(): void {
    goodAt = Date.now();
    setFreshness("fine");
  }

  function bad(): void {
    owing = true;
    // A device without a connection has a banner of its own.
    if (navigator.onLine && Date.now() - goodAt >= oldAfter) setFreshness("old");
  }

  function lookSoon(these: readonly string[]): void {
    for (const list of these) due.add(list);
    soon ??= setTimeout(() => void lookNow(), Math.max(0, lookedAt + lookEvery - Date.now()));
  }

  /** Once for each act: one that waited for the next would wait for ever where much happens. */
  function lookLater(these: readonly string[]): void {
    if (these.length === 0) return;
    const later = setTimeout(() => {
      laters.delete(later);
      lookSoon(these);
    }, lookAgainAfter);
    laters.add(later);
  }

  async function lookNow(): Promise<void> {
    soon = undefined;
    lookedAt = Date.now();
    // What could not be read is read with whatever comes next.
    const these = owing ? everything : [...due];
    due.clear();
    const asked = [...looks].filter(([, about]) => about.some((list) => these.includes(list)));
    const seen = await Promise.allSettled(asked.map(async ([look]) => look(these)));
    if (leaving.signal.aborted) return;
    owing = seen.some(({ status }) => status === "rejected");
    if (owing) bad();
    else good();
  }

  /** Asks whether anything can be read before anybody reads: a page that is drawn anew without an answer is lost. */
  async function poll(): Promise<void> {
    cut = true;
    askedAt = Date.now();
    const answer = await fetch("/api/live/pulse", {
      headers: whoseHeader(),
      signal: AbortSignal.timeout(pollEvery),
    }).catch(() => null);
    if (leaving.signal.aborted) return;
    if (answer?.status === 401) return setFreshness("signed-out");
    if (!answer?.ok) return bad();
    lookSoon(everything);
  }

  const ticking = setInterval(() => {
    const now = Date.now();
    if (now - beatAt > silence) cut = true;
    if ((cut || owing) && now - askedAt >= pollEvery) void poll();
  }, 1_000);
  const reach = () => void poll();
  window.addEventListener("online", reach);
  channel.onmessage = ({ data }: MessageEvent<Heard>) => hear(data);
  const tell = (heard: Heard) => {
    channel.postMessage(heard);
    hear(heard);
  };
  lead(leaving.signal, () => holdStream(leaving.signal, { tell, missed: Math.round(Date.now() - beatAt) }));

  return () => {
    leaving.abort();
    window.removeEventListener("online", reach);
    clearInterval(ticking);
    clearTimeout(soon);
    for (const later of laters) clearTimeout(later);
    channel.close();
  };
}

/** Waits to be the tab that holds the stream, and holds it until it leaves. Without locks every tab has its own. */
function lead(leaving: AbortSignal, hold: () => Promise<void>): void {
  const held = navigator.locks ? navigator.locks.request("brobyg-live", { signal: leaving }, hold) : hold();
  held.catch(() => {});
}

type Holding = { tell: (heard: Heard) => void; missed: number };

/** What happened in the milliseconds that its tab `missed` is said first; what a cut keeps from it, it asks for itself. */
function holdStream(leaving: AbortSignal, { tell, missed }: Holding): Promise<void> {
  return new Promise((resolve) => {
    let heardAt = Date.now();
    let source = connect();
    function connect(): EventSource {
      const stream = new EventSource(`/api/live?missed=${missed}`);
      stream.addEventListener("beat", () => {
        heardAt = Date.now();
        tell({ kind: "beat" });
      });
      stream.addEventListener("look", ({ data }: MessageEvent<string>) => {
        heardAt = Date.now();
        tell({ kind: "look", lists: data.split(" ") });
      });
      stream.addEventListener("error", () => tell({ kind: "cut" }));
      return stream;
    }
    // A browser tries again after a cut, but not after a refusal, and it does not notice silence.
    const watching = setInterval(() => {
      if (source.readyState !== EventSource.CLOSED && Date.now() - heardAt < silence) return;
      source.close();
      heardAt = Date.now();
      source = connect();
    }, pollEvery);
    leaving.addEventListener("abort", () => {
      clearInterval(watching);
      source.close();
      resolve();
    });
  });
}
