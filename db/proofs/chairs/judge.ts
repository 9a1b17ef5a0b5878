/** An open referral, as it is stored. `balls`: where something is sent or opened, its receiver; else its holder. */
export type OpenRow = {
  code: string;
  holder: string;
  balls: string[];
  waiting: number;
  taken: number;
  /** What is taken over lies with its holder, and what waits was sent by its holder. */
  agrees: boolean;
  dueOn: string | null;
  /** It has a reason to be talked of that is seen at once: it is late, or somebody asked for it. */
  pressing: boolean;
};

/** Somebody who acts for a post today. `there`: the app does not think that they are away. */
export type Acting = { post: string; person: string; there: boolean };

/** Somebody's own lists: of each code, the posts of theirs that it waits for. */
export type Lists = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** A leader or the coordinator, and the codes of which their page says that nobody is there for them. */
export type Told = { person: string; there: boolean; codes: ReadonlySet<string> };

export type Agenda = { meetings: { codes: string[]; quiet: number | null }[]; built: boolean };

/** `lists` null: they were not looked at that day. */
export type Sight = {
  open: readonly OpenRow[];
  acting: readonly Acting[];
  lists: Lists | null;
  told: readonly Told[];
  agenda: Agenda;
};

export type Fault = { code: string | null; what: string };

/** Everything that has fallen between two chairs, in words. */
export const faultsOf = (sight: Sight): Fault[] => [
  ...sight.open.flatMap((row) => [...wrongRow(row), ...unwatched(row, sight), ...wrongQueue(row, sight)]),
  ...strangers(sight),
  ...wrongAgenda(sight),
];

function wrongRow({ code, holder, balls, waiting, taken, agrees }: OpenRow): Fault[] {
  const wrong = [
    ...(holder ? [] : ["it lies with nobody"]),
    ...(waiting > 1 || taken > 1 || balls.length !== 1 ? ["it lies or waits in two places"] : []),
    ...(agrees ? [] : ["its holder and its handovers say otherwise"]),
  ];
  return wrong.map((what) => ({ code, what }));
}

/** Somebody has it in a queue: who holds the post or stands in, else a leader or the coordinator who is told. */
function unwatched({ code, balls }: OpenRow, { acting, told }: Sight): Fault[] {
  const own = acting.some(({ post }) => balls.includes(post));
  return own || told.some(({ codes }) => codes.has(code))
    ? []
    : [{ code, what: "it waits for a post without anybody, and no leader is told" }];
}

function wrongQueue({ code, balls }: OpenRow, { acting, lists }: Sight): Fault[] {
  if (!lists) return [];
  return [...lists].flatMap(([person, own]) => {
    const mine = acting.filter((each) => each.person === person && balls.includes(each.post)).map(({ post }) => post);
    const listed = own.get(code) ?? [];
    if (listed.toSorted().join() === mine.toSorted().join()) return [];
    const what =
      listed.length === 0
        ? "does not have it in any list"
        : mine.length === 0
          ? "has what waits for somebody else"
          : "has it for another post";
    return [{ code, what: `${person} ${what}` }];
  });
}

/** What is not open waits for nobody. */
function strangers({ open, lists }: Sight): Fault[] {
  const codes = new Set(open.map(({ code }) => code));
  return [...(lists ?? [])].flatMap(([person, own]) =>
    [...own.keys()]
      .filter((code) => !codes.has(code))
      .map((code) => ({ code, what: `${person} has in a list what is over` })),
  );
}

/** One next meeting, on which each open referral is once: as a case, or among those that go on as agreed. */
function wrongAgenda({ open, agenda: { meetings, built } }: Sight): Fault[] {
  const [next] = meetings;
  if (!next || meetings.length > 1) return [{ code: null, what: `there are ${meetings.length} next meetings` }];
  if (!built) return [];
  const on = new Set(next.codes);
  const codes = new Set(open.map(({ code }) => code));
  return [
    ...(on.size === next.codes.length ? [] : [{ code: null, what: "a case is twice on the agenda" }]),
    ...next.codes.filter((code) => !codes.has(code)).map((code) => ({ code, what: "what is over is on the agenda" })),
    ...open
      .filter(({ code, pressing }) => pressing && !on.has(code))
      .map(({ code }) => ({ code, what: "it presses, and is no case of the next meeting" })),
    ...(on.size + (next.quiet ?? 0) === open.length
      ? []
      : [
          {
            code: null,
            what: `${on.size} cases and ${next.quiet} that go on as agreed, of ${open.length} that are open`,
          },
        ]),
  ];
}

/** Open referrals that nobody who is there has in any queue, because everybody of it is away. */
export const unattended = ({ open, acting, told }: Sight): string[] =>
  open
    .filter(({ code, balls }) => {
      const own = acting.some(({ post, there }) => there && balls.includes(post));
      return !own && !told.some(({ there, codes }) => there && codes.has(code));
    })
    .map(({ code }) => code);
