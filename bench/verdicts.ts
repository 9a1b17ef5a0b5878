import { type Cell, medianOf, type SideName, type What } from "./cells.ts";

/** What a browser found on the heaviest page and on the inbox: milliseconds of blocking, and how far the layout moved. */
export type BrowserFigures = { blocking: number; shift: number };

/** What is said of a side besides its measurements. `scripts` in kilobytes, `memory` in megabytes. */
export type Facts = {
  initPlans: number | undefined;
  scripts: number;
  memory: number;
  browser: BrowserFigures | undefined;
};

export type Verdict = {
  what: string;
  before: number | undefined;
  now: number | undefined;
  wanted: string;
  reached: "yes" | "no" | "not measured";
};

type Wanted = { most: number } | { least: number };
type Found = Omit<Verdict, "wanted" | "reached"> & { wanted: Wanted };

/** What holds or not of one figure: the limit itself is reached. */
export function judge({ wanted, ...found }: Found): Verdict {
  const { now } = found;
  const said = "most" in wanted ? `≤ ${wanted.most}` : `≥ ${wanted.least}`;
  if (now === undefined) return { ...found, wanted: said, reached: "not measured" };
  const holds = "most" in wanted ? now <= wanted.most : now >= wanted.least;
  return { ...found, wanted: said, reached: holds ? "yes" : "no" };
}

export type Run = {
  cells: readonly Cell[];
  facts: Partial<Record<SideName, Facts>>;
  /** So many connections the requests came over. */
  loads: readonly number[];
};

type Key = { what: What; connections: number; referrals?: number };

/** How a figure of one round is found; NaN where it was not measured. */
type Finding = (cell: (key: Key, side?: SideName) => Cell | undefined) => number;

/** Everything that was promised beside what was found, in the order of the promises. */
export function verdictsOf({ cells, facts, loads }: Run): Verdict[] {
  const sizes = cells.map(({ referrals }) => referrals);
  const [small, large] = [Math.min(...sizes), Math.max(...sizes)];
  const rounds = [...new Set(cells.map(({ round }) => round))];

  /** Within a round each is divided by what was measured beside it; the median of the rounds is told. */
  const figure = (side: SideName, find: Finding): number | undefined => {
    const found = rounds.map((round) =>
      find(({ what, connections, referrals = large }, of = side) =>
        cells.find(
          (cell) =>
            cell.side === of &&
            cell.what === what &&
            cell.connections === connections &&
            cell.referrals === referrals &&
            cell.round === round,
        ),
      ),
    );
    const median = medianOf(found.filter(Number.isFinite));
    return Number.isNaN(median) ? undefined : median;
  };
  const both = (find: Finding) => ({ before: figure("before", find), now: figure("now", find) });
  const beside = (find: Finding) => {
    const now = figure("now", find);
    return { before: now === undefined ? undefined : 1, now };
  };
  const known = (of: (facts: Facts) => number | undefined) => ({
    before: facts.before && of(facts.before),
    now: facts.now && of(facts.now),
  });

  const grown = (side: SideName) => worstGrowth({ side, small, large, loads, figure });
  const { before: blockedBefore, now: blockedNow } = known(({ browser }) => browser?.blocking);
  const blocking = divide(blockedNow, blockedBefore);
  const pages = ["inbox", "referral"] as const;

  const found: Found[] = [
    {
      what: "opening a session, in times of a transaction with select 1",
      ...both((cell) =>
        divide(
          cell({ what: "session opened", connections: 1 })?.median,
          cell({ what: "transaction with select 1", connections: 1 })?.median,
        ),
      ),
      wanted: { most: 2 },
    },
    {
      what: "PostgreSQL's time for the inbox's transaction, in times of before",
      ...beside((cell) => {
        const key = { what: "inbox transaction", connections: 1 } as const;
        return divide(cell(key)?.postgresMs, cell(key, "before")?.postgresMs);
      }),
      wanted: { most: 0.55 },
    },
    {
      what: "InitPlans of the inbox's statement",
      ...known(({ initPlans }) => initPlans),
      wanted: { most: 40 },
    },
    ...loads.map((connections) => ({
      what: `inbox data / bare Node with the same transaction, ${connections}`,
      ...both((cell) =>
        divide(
          cell({ what: "inbox data", connections })?.perSecond,
          cell({ what: "inbox data, bare Node", connections })?.perSecond,
        ),
      ),
      wanted: { least: connections < 50 ? 0.75 : 0.7 },
    })),
    ...(["inbox data", "send", "accept"] as const).flatMap((what) =>
      loads.map((connections) => ({
        what: `${what}, in times of before, ${connections}`,
        ...beside((cell) =>
          divide(cell({ what, connections })?.perSecond, cell({ what, connections }, "before")?.perSecond),
        ),
        wanted: { least: what === "inbox data" ? 1.7 : 2 },
      })),
    ),
    ...pages.flatMap((page) =>
      loads.map((connections) => ({
        what: `${page} page, time in times of its data and an empty page, ${connections}`,
        ...both((cell) =>
          divide(
            timeOf(cell({ what: `${page} page`, connections })),
            timeOf(cell({ what: `${page} data`, connections })) + timeOf(cell({ what: "empty page", connections })),
          ),
        ),
        wanted: { most: 1.3 },
      })),
    ),
    {
      what: `worst median, ${large} / ${small} referrals${grown("now")?.of ?? ""}`,
      before: grown("before")?.times,
      now: grown("now")?.times,
      wanted: { most: 1.2 },
    },
    { what: "heaviest first load, kB of scripts", ...known(({ scripts }) => scripts), wanted: { most: 165 } },
    {
      what: "total blocking time of the heaviest page, in times of before",
      before: Number.isFinite(blocking) ? 1 : undefined,
      now: Number.isFinite(blocking) ? blocking : undefined,
      wanted: { most: 0.5 },
    },
    {
      what: "layout shift of the inbox on the desk",
      ...known(({ browser }) => browser?.shift),
      wanted: { most: 0.02 },
    },
    ...loads.map((connections) => ({
      what: `inbox page / empty page, ${connections}`,
      ...both((cell) =>
        divide(
          cell({ what: "inbox page", connections })?.perSecond,
          cell({ what: "empty page", connections })?.perSecond,
        ),
      ),
      wanted: { least: connections < 50 ? 0.65 : 0.55 },
    })),
    { what: "memory under load, MB", ...known(({ memory }) => memory), wanted: { most: 400 } },
  ];
  return found.map(judge);
}

const divide = (over = Number.NaN, under = Number.NaN): number => over / under;

/** How long the whole machine is busy with one request, as it answers so many a second. */
const timeOf = (cell: Cell | undefined): number => 1 / (cell?.perSecond ?? Number.NaN);

type Growing = {
  side: SideName;
  small: number;
  large: number;
  loads: readonly number[];
  figure: (side: SideName, find: Finding) => number | undefined;
};

/** What became slowest with the number of referrals, and by how much. */
function worstGrowth({ side, small, large, loads, figure }: Growing): { of: string; times: number } | undefined {
  if (small === large) return undefined;
  const all = (["inbox data", "inbox page", "referral page", "send", "accept"] as const).flatMap((what) =>
    loads.flatMap((connections) => {
      const times = figure(side, (cell) =>
        divide(
          cell({ what, connections, referrals: large })?.median,
          cell({ what, connections, referrals: small })?.median,
        ),
      );
      return times === undefined ? [] : [{ of: ` (${what}, ${connections})`, times }];
    }),
  );
  return all.toSorted((a, b) => b.times - a.times)[0];
}

/** What one part of an answer costs more than the parts before it, in milliseconds. */
export type PartTime = { part: string; ms: number | undefined } & Pick<Cell, "nodeMs" | "postgresMs">;

type Part = { part: string; whole: What; without?: What[]; alone?: { whole: What; without?: What } };

const partsOfAnAnswer: Part[] = [
  {
    part: "bare Node and an empty transaction",
    whole: "empty transaction, bare Node",
    alone: { whole: "empty transaction" },
  },
  {
    part: "opening the session",
    whole: "session opened, bare Node",
    without: ["empty transaction, bare Node"],
    alone: { whole: "session opened", without: "empty transaction" },
  },
  {
    part: "reading the inbox",
    whole: "inbox data, bare Node",
    without: ["session opened, bare Node"],
    alone: { whole: "inbox transaction", without: "session opened" },
  },
  { part: "Next and the handler", whole: "inbox data", without: ["inbox data, bare Node"] },
  { part: "an empty page", whole: "empty page" },
  {
    part: "what else the inbox page reads, and drawing it",
    whole: "inbox page",
    without: ["inbox data", "empty page"],
  },
  {
    part: "what else a referral's page reads, and drawing it",
    whole: "referral page",
    without: ["referral data", "empty page"],
  },
];

/**
 * Where the time of an answer goes: each part is what was measured with it less what was measured without it, as processor
 * time of one request over so many connections. `ms` is how long it takes one after another, without HTTP.
 */
export function partsOf(cells: readonly Omit<Cell, "round">[], side: SideName, connections: number): PartTime[] {
  const large = Math.max(...cells.map(({ referrals }) => referrals));
  const of = (what: What, over: number) =>
    cells.find(
      (cell) => cell.side === side && cell.what === what && cell.connections === over && cell.referrals === large,
    );
  return partsOfAnAnswer.flatMap(({ part, whole, without = [], alone }) => {
    const rest = (name: "nodeMs" | "postgresMs") =>
      without.reduce(
        (left, each) => left - (of(each, connections)?.[name] ?? Number.NaN),
        of(whole, connections)?.[name] ?? Number.NaN,
      );
    const took = (what: What) => of(what, 1)?.median ?? Number.NaN;
    const ms = alone && took(alone.whole) - (alone.without ? took(alone.without) : 0);
    const found = { part, ms, nodeMs: rest("nodeMs"), postgresMs: rest("postgresMs") };
    return [found.ms, found.nodeMs, found.postgresMs].some(Number.isFinite) ? [found] : [];
  });
}
