import { serviceOf } from "#lib/agreement/service-of.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { filledIn } from "#lib/referral/a-referral.ts";
import type { Act } from "#lib/referral/acts.ts";
import { agreementOf } from "../../directory/directory.ts";
import type { World } from "../../testing/world.ts";

type Inputs = Partial<Record<Act, readonly object[]>>;
const codes = (list: readonly { code: string }[]): string[] => list.map(({ code }) => code);

/** Inputs of every act, as broad as the rules let them be where an attacker could choose. */
export async function inputsOf(world: World, code: string): Promise<Inputs> {
  const [row] = await world.owns(
    ["referral"],
    (sql) => sql<{ service: string }[]>`select service from referral where code = ${code}`,
  );
  const { agreement, today } = await world.asks("boligraadgiver.sck", async (tx, me) => ({
    agreement: await agreementOf(tx, me, me.agreement),
    today: me.today,
  }));
  const service = serviceOf(agreement, row?.service ?? "");
  const posts = await Promise.all(
    ["sagsbehandler.sck", "skp.sck", "boligraadgiver.sck", "brobygger.lokalomraadekontoret"].map(world.post),
  );
  const { situations, answers } = filledIn(agreement, service.code, today);
  const [one = ""] = posts;
  const tomorrow = addDays(today, 1);
  const people = await peopleIn(world);
  const consents = [
    undefined,
    ...(["written", "oral", "not_yet", "cannot_ask"] as const).flatMap((name) => [{ name, feedback: "yes" }, { name }]),
    { name: "written", feedback: "no" },
  ];
  const reasons = codes(service.redirectReasons);
  const optional = new Set(service.key.filter((question) => question.optional).map((question) => question.code));
  const needed = Object.fromEntries(Object.entries(answers).filter(([question]) => !optional.has(question)));
  const matter = { situations, answers, contact: "together" };
  return {
    send: posts.flatMap((to) =>
      consents.flatMap((consent) => [false, true].map((agreed) => ({ to, agreed, ...(consent ? { consent } : {}) }))),
    ),
    return: service.returnReasons.flatMap(({ code: reason, needs }) => [
      {
        reason,
        ...(needs === "date" ? { date: tomorrow } : {}),
        ...(needs === "destination" ? { destination: one } : {}),
      },
    ]),
    redirect: [
      ...posts.map((to) => ({ to, reason: reasons[0] })),
      { external: codes(agreement.external)[0], reason: reasons[0] },
    ],
    confirm: consents.map((consent) => (consent ? { consent } : {})),
    ask: [{ question: codes(service.questions)[0] }, { text: "Hvornår?" }],
    answer: [{ text: "I morgen" }],
    withdraw: codes(service.withdrawReasons).map((reason) => ({ reason })),
    advise: [{}, { text: "Prøv igen" }],
    assign: people.map((person) => ({ person })),
    identity: [today, addDays(today, -400)].map((on) => ({ on })),
    call: [{ what: "no_answer" }, { what: "here_now" }, { what: "propose_time", on: tomorrow, part: "morning" }],
    progress: codes(service.progress).map((what) => ({ what })),
    hold: codes(service.onHold).map((reason) => ({ until: tomorrow, reason })),
    letter: [answers, ...dated(answers, today)].map((each) => ({ answers: lettersOf(each) })),
    correct: [
      ...["through_me", "together", "directly"].map((contact) => ({ ...matter, contact })),
      { ...matter, note: "Ring i morgen" },
      ...[needed, ...dated(answers, today)].map((other) => ({ ...matter, answers: other })),
    ],
    consent: [{ withdrawn: true }, ...posts.flatMap((to) => consents.slice(1).map((consent) => ({ ...consent, to })))],
    follow_up: [{ on: tomorrow }],
    agenda: [{}, { until: tomorrow }],
    complete: codes(service.outcomes).map((outcome) => ({ outcome, means: [] })),
    close: codes(service.outcomes).map((outcome) => ({ outcome })),
    reopen: codes(service.reopenReasons).flatMap((reason) =>
      consents.map((consent) => ({ reason, ...(consent ? { consent } : {}) })),
    ),
    void: codes(service.voidReasons).map((reason) => ({ reason })),
  };
}

/** The same with a letter of long ago. */
const dated = (answers: Record<string, unknown>, today: Day): Record<string, unknown>[] =>
  "DATO" in answers ? [{ ...answers, DATO: addDays(today, -400) }] : [];

/** The date of a letter is always said anew. */
const lettersOf = (answers: Record<string, unknown>): Record<string, unknown> =>
  "DATO" in answers ? { DATO: answers.DATO as Day } : {};

const peopleIn = async ({ owns }: World): Promise<string[]> =>
  owns(["person", "holding"], async (sql) => {
    const rows = await sql<{ id: string }[]>`select distinct person_id as id from holding`;
    return rows.map(({ id }) => id);
  });
