type Post = string;
type Waiting = {
  to: Post;
  from: Post;
  state: "proposed" | "sent" | "opened" | "asked";
  discussion: boolean;
  asked: number;
};
export type Model = {
  status: "open" | "closed" | "voided";
  origin: Post;
  holder: Post;
  waiting: Waiting | null;
  current: { to: Post; held: boolean } | null;
  /** What the resident says to each unit that was asked about. */
  said: ReadonlyMap<string, boolean>;
  /** The units that had a yes, in that order, with a dash where every consent was taken back. */
  yeses: readonly string[];
  agenda: boolean;
  /** Whoever completed it. */
  last: Post | null;
  undo: { by: string; back: Model } | null;
};

/** `good`: its reason, date or person is one that fits. `yes`: what the resident says, left out when nobody asked. */
export type Doing = { act: string; who: string; to: Post; yes: boolean | undefined; good: boolean };

/** Whose posts, which units, who may take this service, and whether it may be taken over as a discussion. */
export type Around = {
  posts: (who: string) => readonly Post[];
  leads: (who: string) => readonly Post[];
  unit: (post: Post) => string;
  takers: readonly Post[];
  anonymous: boolean;
};

type Change = Partial<Model> | null | false | undefined | "";
const undoable = ["accept", "return", "redirect", "redirect_out", "complete", "assign", "agenda"];

/**
 * The handover once more, in a few lines and in other words than the rules: what an act makes of (status, holder, what
 * waits, what is taken over), or null when it is refused. Written from the table of the handover and nothing else.
 */
export function next(m: Model, { act, who, to, yes, good }: Doing, world: Around): Model | null {
  const mine = (post: Post | undefined) => post !== undefined && world.posts(who).includes(post);
  const { waiting: w, current: c, said } = m;
  const open = m.status === "open";
  const holds = open && mine(m.holder);
  const speaks = holds || (open && mine(m.origin));
  const has = open && mine(c?.to) ? c : null;
  const got = open && w?.state !== "proposed" && mine(w?.to) ? w : null;
  const seen: Waiting | null = got?.state === "sent" ? { ...got, state: "opened" } : w;
  const covers = (post: Post, now = said) => now.get(world.unit(post)) === true;
  const fine = (post: Post, now = said) => post === m.origin || covers(post, now);
  const says = (post: Post, now = said) =>
    yes === undefined || (!yes && covers(post, now)) ? null : new Map(now).set(world.unit(post), yes);
  const asked = (post: Post) =>
    post === m.origin ? said : (says(post) ?? (yes === undefined && covers(post) && said));
  // Taken back, it hides the matter from everybody; ended, from the unit that had it: until there is a new yes.
  const hidden = (post: Post) => !covers(post) && (m.yeses.at(-1) === "-" || m.yeses.includes(world.unit(post)));
  const mayGo = (post: Post) => post !== m.holder && (world.takers.includes(post) || post === m.origin);
  const fresh = (post: Post, now = said): Waiting => ({
    to: post,
    from: m.holder,
    state: "sent",
    discussion: !fine(post, now),
    asked: 0,
  });
  const sends = (post: Post, now: Model["said"] | false): Change =>
    mayGo(post) && now && { said: now, waiting: fresh(post, now) };
  const between =
    w && w.state !== "proposed" && (got || (m.holder === w.from && mine(w.from))) ? w.to : speaks ? c?.to : undefined;
  const none = new Map([...said.keys()].map((unit) => [unit, false]));
  const closed = { status: "closed", current: null, agenda: false } as const;
  const last = m.last && mine(m.holder) ? m.holder : mine(m.origin) ? m.origin : null;
  const anew = m.last === m.origin ? none : m.last ? says(m.last, none) : none;

  const table: Record<string, () => Change> = {
    send: () => holds && !w && sends(to, asked(to)),
    open: () => got?.state === "sent" && { waiting: seen },
    accept: () =>
      got &&
      (got.discussion ? world.anonymous && !hidden(got.to) : fine(got.to)) && {
        holder: got.to,
        current: { to: got.to, held: false },
        waiting: null,
      },
    return: () => got && good && { waiting: null },
    redirect: () =>
      got && good && to !== got.to && mayGo(to) && { waiting: { ...fresh(to), state: fine(to) ? "sent" : "proposed" } },
    redirect_out: () => got && good && { waiting: null },
    confirm: () => holds && w?.state === "proposed" && sends(w.to, asked(w.to)),
    drop: () => holds && w?.state === "proposed" && { waiting: null },
    ask: () =>
      got &&
      got.state !== "asked" && {
        waiting: { ...got, state: "asked", asked: got.asked + 1 },
        agenda: m.agenda || got.asked === 2,
      },
    answer: () => holds && w?.state === "asked" && good && { waiting: { ...w, state: "opened" } },
    withdraw: () => holds && w && good && { waiting: null },
    advise: () => got?.discussion === true && { waiting: null },
    assign: () => (got || (holds && (w || c))) && good && { waiting: seen },
    identity: () => between && good && covers(between) && { waiting: seen },
    progress: () => has && !has.held && good && {},
    hold: () => has && !has.held && good && { current: { ...has, held: true } },
    resume: () => has?.held && { current: { ...has, held: false } },
    withdraw_consent: () =>
      speaks && { said: none, yeses: [...m.yeses, ...said.keys(), "-"], waiting: w?.to === m.origin ? w : null },
    consent: () =>
      speaks &&
      says(to) && {
        said: says(to) ?? said,
        waiting: w && { ...w, discussion: w.discussion && !(yes && world.unit(w.to) === world.unit(to)) },
      },
    follow_up: () => holds && good && {},
    agenda: () => (speaks || got) && !m.agenda && { agenda: true, waiting: holds ? w : seen },
    complete: () => has && !w && good && { ...closed, last: has.to },
    close: () => holds && !w && !c && good && { ...closed, last: null },
    reopen: () =>
      m.status === "closed" &&
      last &&
      good &&
      anew &&
      (m.last === last
        ? { status: "open", current: { to: last, held: false }, said: anew }
        : last === m.origin && {
            status: "open",
            holder: last,
            said: anew,
            waiting: m.last === null ? null : { ...fresh(m.last, anew), from: last },
          }),
    void: () => open && good && world.leads(who).includes(m.origin) && { ...closed, status: "voided", waiting: null },
    undo: () => m.undo?.by === who && m.undo.back,
  };
  const change = table[act]?.();
  if (!change) return null;
  const now = change.said ?? said;
  const newly = [...now].filter(([unit, yes]) => yes && (!said.get(unit) || act === "reopen")).map(([unit]) => unit);
  const yeses = [...(change.yeses ?? m.yeses), ...newly];
  const undo = undoable.includes(act) ? { by: who, back: { ...m, undo: null } } : null;
  return { ...m, undo, ...change, yeses };
}
