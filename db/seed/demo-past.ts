import { randomInt, randomUUID } from "node:crypto";
import type postgres from "postgres";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { quarterOf } from "#lib/figures/quarter.ts";
import { codeCount, codeOf } from "#lib/referral/code.ts";
import { asOwner } from "./as-owner.ts";
import { todayOf } from "./today-of.ts";

/** How many a quarter, for each service, from a helhedsplan and from the municipality; and how it went where it went well. */
type Kind = { service: string; to: string; housing: number; municipal: number; outcome: string };
const kinds: Kind[] = [
  { service: "UDSAETTELSE", to: "boligraadgiver.sck", housing: 24, municipal: 0, outcome: "AFVAERGET" },
  { service: "BOLIGYDELSE", to: "sagsbehandler.sck", housing: 18, municipal: 0, outcome: "JA" },
  { service: "HJEMMEHJAELP", to: "leder.myndighedsteamet", housing: 13, municipal: 6, outcome: "DELVIS" },
  { service: "SKP", to: "skp.sck", housing: 15, municipal: 7, outcome: "KONTAKT" },
  { service: "SUNDHED", to: "naermiljoe.forebyggelsescenteret", housing: 9, municipal: 0, outcome: "FORLOEB" },
  { service: "MENTOR1825", to: "mentor.sck", housing: 7, municipal: 0, outcome: "I_GANG" },
  { service: "BRO", to: "brobygger.lokalomraadekontoret", housing: 6, municipal: 2, outcome: "MOEDT" },
  { service: "RENOVERING", to: "boligraadgiver.sck", housing: 3, municipal: 0, outcome: "PLAN" },
  { service: "LOKAL", to: "vicevaert.lundtoftegade", housing: 0, municipal: 9, outcome: "KONTAKT" },
];

/** Nobody of the demo holds them: what is long over turns up in no list. */
const senders = {
  housing: ["projektleder.lundtoftegade", "vicevaert.guldberg-have", "projektleder.det-gode-naboskab"],
  municipal: ["sprog.forebyggelsescenteret"],
};
const reasons = ["SAMTYKKE", "VEJLEDT", "SAMTYKKE", "UBESVARET"];
const quartersBefore = 4;

type Rows = Record<"referral" | "handover" | "event" | "result", Record<string, unknown>[]>;
type Writing = {
  here: { partnership_id: string };
  agreement: string;
  post: (key: string) => string;
  /** Codes that are given already: with some hundreds, two alike are not rare. */
  taken: Set<string>;
  rows: Rows;
};

/**
 * A year of referrals that are over, so that the demo has figures to show: written as they would stand, event by event, and
 * counted by the same job as everything else.
 */
export async function seedPast({ ownerUrl }: { ownerUrl: string }): Promise<void> {
  const tables = ["referral", "handover", "event", "result", "post", "unit_name", "agreement"];
  await asOwner(
    ownerUrl,
    async (sql) => {
      const rows: Rows = { referral: [], handover: [], event: [], result: [] };
      const writing = { ...(await openWriting(sql)), rows };
      for (let back = 1, first = quarterOf(await todayOf(sql)); back <= quartersBefore; back += 1) {
        first = quarterOf(addDays(first, -1));
        writeQuarter(writing, first, back);
      }
      for (const [table, values] of Object.entries(rows))
        for (let at = 0; at < values.length; at += 500)
          await sql`insert into ${sql(table)} ${sql(values.slice(at, at + 500) as never)}`;
    },
    tables,
  );
}

async function openWriting(sql: postgres.TransactionSql): Promise<Omit<Writing, "rows">> {
  const [agreement] = await sql<{ id: string; partnership: string }[]>`
    select id, partnership_id as partnership from agreement order by number desc limit 1`;
  const known = await sql<
    { id: string; key: string }[]
  >`select id, key from post where partnership_id = ${agreement?.partnership ?? null}`;
  const post = (key: string): string => {
    const found = known.find((each) => each.key === key);
    if (!found) throw new Error(`the agreement has no post ${key}`);
    return found.id;
  };
  const given = await sql<{ code: string }[]>`select code from referral`;
  const taken = new Set(given.map(({ code }) => code));
  return { here: { partnership_id: agreement?.partnership ?? "" }, agreement: agreement?.id ?? "", post, taken };
}

function newCode(taken: Set<string>): string {
  const code = codeOf(randomInt(codeCount));
  if (taken.has(code)) return newCode(taken);
  taken.add(code);
  return code;
}

function writeQuarter(writing: Writing, first: Day, back: number): void {
  let number = back;
  for (const kind of kinds)
    for (const side of ["housing", "municipal"] as const) {
      // No two quarters alike, and none that grows or shrinks by itself.
      const many = kind[side] === 0 ? 0 : kind[side] + ((back * 5 + kind[side]) % 4) - 1;
      for (let each = 0; each < many; each += 1) writeOne(writing, { kind, side, number: number++, first });
    }
}

type One = { kind: Kind; side: keyof typeof senders; number: number; first: Day };

/** One in ten was solved on the spot; of the others most were taken over, the rest returned, sent on or advised. */
function writeOne({ here, agreement, post, taken, rows }: Writing, { kind, side, number, first }: One): void {
  const [id, handover] = [randomUUID(), randomUUID()];
  const from = post(senders[side][number % senders[side].length] ?? "");
  const to = post(kind.to);
  const logged = addDays(first, (number * 7) % 60);
  const answered = addDays(logged, 1 + (number % 5));
  const over = addDays(answered, 3 + (number % 11));
  const spot = number % 10 === 3;
  const answer = spot ? null : number % 7 === 2 ? "return" : number % 9 === 4 ? "redirect" : "accept";
  const outcome = spot
    ? "PAA_STEDET"
    : answer !== "accept"
      ? "RAAD"
      : number % 6 === 1
        ? "INGEN_KONTAKT"
        : kind.outcome;
  const reason =
    answer === "return" ? (reasons[number % reasons.length] ?? null) : answer === "redirect" ? "ENHED" : null;
  const acts: [act: string, on: Day, by: string, given: string | null][] = [
    ["log", logged, from, null],
    ...(answer
      ? ([
          ["send", logged, from, null],
          [answer, answered, to, reason],
        ] as [string, Day, string, string | null][])
      : []),
    [answer === "accept" ? "complete" : "close", over, answer === "accept" ? to : from, null],
  ];
  rows.referral.push({
    ...here,
    id,
    code: newCode(taken),
    agreement_id: agreement,
    service: kind.service,
    status: "closed",
    origin_post: from,
    holder_post: answer === "accept" ? to : from,
    urgent: false,
    logged_on: logged,
    held_since: answered,
    touched_on: over,
    closed_on: over,
    closed_by: answer === "accept" ? "complete" : "close",
    events: acts.length,
  });
  if (answer)
    rows.handover.push({
      ...here,
      id: handover,
      referral_id: id,
      seq: 1,
      from_post: from,
      to_post: to,
      state: answer === "accept" ? "completed" : answer === "return" ? "returned" : "redirected",
      discussion: false,
      agreed: false,
      delivered_on: logged,
    });
  const events = acts.map(([act, on, by, given], at) => ({
    ...here,
    id: randomUUID(),
    referral_id: id,
    seq: at + 1,
    handover_id: answer && at > 0 ? handover : null,
    at: `${on}T09:30:00Z`,
    act,
    post_id: by,
    reason: given,
    details: {},
  }));
  rows.event.push(...events);
  const code = outcome;
  rows.result.push({
    ...here,
    id: randomUUID(),
    referral_id: id,
    event_id: events.at(-1)?.id,
    kind: "outcome",
    code,
    on_day: over,
  });
}
