import { z } from "zod";
import { nameConsents } from "#lib/referral/words.ts";
import { localNames } from "./local-names.ts";
import { outcomeClasses } from "./outcome-class.ts";
import { duties } from "./parties.ts";
import { code, laterWords, words } from "./words.ts";

/**
 * The content of the agreement: one document a version, kept whole. A revision is a new document; a referral keeps the
 * version it was sent under. Functions are named by code; their names, units and dates are rows of their own.
 */

const most = 7;

function listOf<T extends z.ZodType<{ code: string }>>(item: T) {
  return z
    .array(item)
    .max(most, `at most ${most} to choose from`)
    .superRefine((list, context) => {
      const seen = new Set<string>();
      for (const [at, { code: each }] of list.entries()) {
        if (seen.has(each)) context.addIssue({ code: "custom", path: [at, "code"], message: `${each} is there twice` });
        seen.add(each);
      }
    });
}

/** Where something comes from that is not the contract's own: what nobody has agreed on yet. */
const source = z.enum(["contract", "proposal"]).exactOptional();

/** Holds when the key question was answered with one of these, or when one of these situations was chosen. */
export const condition = z
  .union(
    [
      z.strictObject({ question: code, oneOf: z.array(code).min(1) }),
      z.strictObject({ situation: z.array(code).min(1) }),
    ],
    'a "question" with "oneOf" its answers, or a "situation"',
  )
  .meta({ id: "condition" });
export type Condition = z.infer<typeof condition>;

export const choice = z.strictObject({ code, text: words });
export type Choice = z.infer<typeof choice>;

/** `urgent`: urgent by itself. `alsoRefer`: a second referral, for this service, belongs to it. */
export const situation = choice.extend({
  urgent: z.literal(true).optional(),
  alsoRefer: code.optional(),
});
export type Situation = z.infer<typeof situation>;

/** `rulesOut`: what the resident cannot have said of their name where this is the answer. */
export const answerChoice = choice.extend({
  urgent: z.literal(true).optional(),
  onlyIf: condition.optional(),
  rulesOut: z
    .array(z.enum(nameConsents).exclude(["withdrawn", "approved"]))
    .min(1)
    .optional(),
});
export type AnswerChoice = z.infer<typeof answerChoice>;

/**
 * `one` is answered with a code, `date` with a day (`YYYY-MM-DD`), `recent-date` with a day too and offers today and
 * yesterday first. `about` says which fact it fills, so that no rule needs to know the code of a question. `optional`: a
 * referral may be sent without it.
 */
export const question = z
  .strictObject({
    code,
    text: words,
    answer: z.enum(["one", "date", "recent-date"]),
    choices: z.array(answerChoice),
    about: z.enum(["age", "children", "cause", "step", "letter-date"]).optional(),
    optional: z.literal(true).optional(),
    onlyIf: condition.optional(),
  })
  .refine((q) => (q.answer === "one") === q.choices.length > 0, "choices where a code is the answer, and only there")
  .refine(
    ({ about, choices }) => (about !== "age" && about !== "children") || choices.every(({ rulesOut }) => !rulesOut),
    "age and children are kept apart from the answers, and rule nothing out",
  );
export type Question = z.infer<typeof question>;

/**
 * `needs`: what must be said with it. `afterIdentity`: offered only once identity was exchanged, and shown to the origin
 * only with consent to feedback. `onlyAfterAsked`: offered only when a question was put to the sender. `wrong`: the
 * receiver is the wrong unit, or the resident outside its age or place; a municipal post then passes on and cannot return
 * (forvaltningsloven § 7, stk. 2).
 */
export const reason = choice.extend({
  needs: z.enum(["destination", "date"]).optional(),
  afterIdentity: z.literal(true).optional(),
  onlyAfterAsked: z.literal(true).optional(),
  wrong: z.enum(["unit", "age", "place"]).optional(),
  source,
});
export type Reason = z.infer<typeof reason>;

/** `neverListed`: covers what would identify somebody, so no list or figure shows it by itself. */
export const outcome = choice.extend({
  outcomeClass: z.enum(outcomeClasses),
  neverListed: z.literal(true).optional(),
});
export type Outcome = z.infer<typeof outcome>;

/** `bySystem`: no person chooses it. */
export const withdrawReason = choice.extend({
  bySystem: z.literal(true).optional(),
});
export type WithdrawReason = z.infer<typeof withdrawReason>;

/** The reason for what is taken back because consent is gone; every agreement has it. */
export const withoutConsent = "SAMTYKKE";

/** What a referral is put on hold for; until a date, always. */
export const holdReason = choice.extend({ needs: z.literal("date") });
export type HoldReason = z.infer<typeof holdReason>;

/** Working days in a norm: eight weeks at most. */
export const longestNorm = 40;
/** Months after which a service is followed up for the last time. */
export const longestFollowUp = 36;
const number = (what: string, most: number, fewest = 1) => {
  const sentence = `a whole number of ${what} from ${fewest} to ${most}`;
  return z.int(sentence).min(fewest, sentence).max(most, sentence);
};
const workingDays = number("working days", longestNorm);
/** The leader may be told on the same day. */
const fromToday = number("working days", longestNorm, 0);
const called = (longest: number) => {
  const sentence = `a text of 1 to ${longest} signs`;
  return z.string(sentence).trim().min(1, sentence).max(longest, sentence);
};
const calledLater = (longest: number) => {
  const sentence = `a text of at most ${longest} signs`;
  return z.string(sentence).trim().max(longest, sentence);
};
const kle = "a KLE number, as 27.36.04";

/** Working days: to an answer, to the first contact, to the answer of a question, to telling the leader, to a next step. */
export type Norm = { answer: number; contact: number; question: number; escalation: number; nextStep: number };

/**
 * A service in its own terms. `basis`: who decides, and how. `statutory` the municipality, by law; `decided-elsewhere` an authority outside;
 * `no-decision` nobody, help is simply given; `voluntary` an offer that may have a waiting time.
 */
export const ownService = z.strictObject({
  code,
  /** Which of the agreement's areas it belongs to: the first, unless said. */
  area: code.exactOptional(),
  name: words,
  short: words.optional(),
  basis: z.enum(["statutory", "decided-elsewhere", "no-decision", "voluntary"]),
  decidedBy: words.optional(),
  kle: z.array(z.string(kle).regex(/^\d{2}\.\d{2}\.\d{2}$/, kle)),
  hint: words.optional(),
  clock: z.enum(["ordinary", "eviction"]),
  norm: z.strictObject({
    answer: workingDays,
    contact: workingDays,
    question: workingDays.exactOptional(),
    escalation: fromToday.exactOptional(),
    nextStep: workingDays.exactOptional(),
    source,
  }),
  openToAnonymous: z.boolean(),
  cannotAskAllowed: z.boolean(),
  situations: listOf(situation),
  key: listOf(question),
  questions: listOf(question),
  returnReasons: listOf(reason),
  outcomes: listOf(outcome),
  outcomeMeans: listOf(choice),
  places: listOf(choice),
  followUp: z.strictObject({ afterMonths: z.array(number("months", longestFollowUp)).min(1), question }).optional(),
});
export type OwnService = z.infer<typeof ownService>;

/** What holds for every service, kept once. `serviceOf` puts the two together. */
export const forAllServices = z.strictObject({
  norm: z.strictObject({ question: workingDays, escalation: fromToday, nextStep: workingDays, source }),
  questions: listOf(question),
  returnReasons: listOf(reason),
  redirectReasons: listOf(reason),
  outcomes: listOf(outcome),
  onHold: listOf(holdReason),
  withdrawReasons: listOf(withdrawReason),
  reopenReasons: listOf(choice),
  voidReasons: listOf(choice),
  progress: listOf(choice),
});
export type ForAllServices = z.infer<typeof forAllServices>;

/** A service as the rules and the screens see it: its own terms first, then what holds for every service. */
export type Service = Omit<OwnService, "norm"> & Omit<ForAllServices, "norm"> & { norm: Norm };

/**
 * Who sends and who receives a service, by function. The first rule of `to` that holds decides; its first function is
 * proposed, the others may be chosen by the sender just as well. `also` may get it by "Send videre" only.
 */
export const route = z.strictObject({
  service: code,
  from: z.array(code),
  to: z.array(
    z.strictObject({
      when: condition.optional(),
      functions: z.array(code),
    }),
  ),
  also: z.array(code),
  /** Where `also` comes from. */
  source,
});
export type Route = z.infer<typeof route>;

export const meetingSeries = z.strictObject({
  code,
  name: words,
  about: words,
  cadence: z.union(
    [z.strictObject({ everyWeeks: number("weeks", 52) }), z.strictObject({ timesAYear: number("times", 52) })],
    '"everyWeeks" or "timesAYear"',
  ),
  convener: code,
  participants: z.array(
    z.strictObject({
      function: code,
      attends: z.enum(["always", "twice-a-year-or-as-needed", "as-needed"]),
    }),
  ),
  purposes: z.array(words),
  places: words,
  evaluation: words.optional(),
  /** Who may be invited by mail without being a party; nobody where it says nothing. */
  guests: words.optional(),
});
export type MeetingSeries = z.infer<typeof meetingSeries>;

/** An activity of the contract, in its own order: what, who does what, where, how it takes root, who revises. */
export const activity = z.strictObject({
  code,
  area: code.exactOptional(),
  name: words,
  about: z.array(words),
  focus: z.array(z.strictObject({ title: words, text: words })),
  functions: z.array(code),
  tasks: z.array(z.strictObject({ who: words, text: words })),
  places: laterWords,
  anchoring: laterWords,
  revision: laterWords,
});
export type Activity = z.infer<typeof activity>;

const dated = "a day that there is, as 2026-12-31";
const day = z.iso.date(dated);
const ofYear = "a day of the year, as 12-24";

/** The contract's own frame, so that a page can read like the contract. */
export const contractText = z.strictObject({
  title: laterWords,
  subject: laterWords,
  date: z.union([day, z.literal("")], dated),
  file: calledLater(60),
  editions: z.array(z.strictObject({ when: words, what: words })),
  frame: z.array(words),
  aims: z.strictObject({
    intro: laterWords,
    points: z.array(words),
    closing: laterWords,
  }),
  cityPolicy: z.array(words),
  economy: z.array(z.strictObject({ plan: called(120), period: called(60), amount: words })),
  coordination: laterWords,
  revision: laterWords,
  otherActivities: z.array(z.strictObject({ place: called(120), activities: z.array(words) })),
});
export type ContractText = z.infer<typeof contractText>;

/** An area of the cooperation, as "Udsatte grupper". `about`: where else it is agreed on, or what it is. */
export const area = choice.extend({ about: words.exactOptional() });
export type Area = z.infer<typeof area>;

/** A function that people have in units. Adopting a version makes the directory follow; nothing else gives a duty. */
export const agreementFunction = z.strictObject({
  code,
  name: words,
  duties: z
    .array(z.enum(duties))
    .min(1)
    .refine((list) => new Set(list).size === list.length, "every duty once"),
});
export type AgreementFunction = z.infer<typeof agreementFunction>;

/** A whole agreement or one that is still being written: what is missing in it, `gapsOf` says. */
export const agreementContent = z
  .strictObject({
    contract: contractText,
    /** The first is the one that services and activities belong to unless they say otherwise. */
    areas: listOf(area).exactOptional(),
    /** What is called something here, for the guard of what people write. */
    local: localNames.exactOptional(),
    /** Every function there is, in order; without it they stay as they are. */
    functions: z
      .array(agreementFunction)
      .max(60)
      .refine((list) => new Set(list.map((each) => each.code)).size === list.length, "every code once")
      .exactOptional(),
    activities: z.array(activity),
    meetings: z.array(meetingSeries),
    /** `MM-DD`: days beside the Danish holidays that are not working days. */
    workingDays: z.strictObject({
      exceptions: z.array(z.string(ofYear).regex(/^\d{2}-\d{2}$/, ofYear)),
    }),
    /** Where "Send videre" may point outside the agreement. Telephone numbers are the administrator's, never the agreement's. */
    external: z.array(choice),
    forAll: forAllServices,
    services: z.array(ownService),
    routes: z.array(route),
  })
  .refine(
    ({ services, routes }) =>
      services.length === routes.length &&
      services.every((each) => routes.filter((way) => way.service === each.code).length === 1),
    "one route for each service",
  );
export type AgreementContent = z.infer<typeof agreementContent>;
