import type { AgreementContent } from "#lib/agreement/agreement.ts";
import { destinationsOf, serviceOf } from "#lib/agreement/service-of.ts";
import { addDays, type Day, day } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import type { Result } from "#lib/result.ts";
import { type Latest, restoredOf, undo } from "./acts/undo.ts";
import { type Act, decide } from "./acts.ts";
import type { Case, PersonId, PostId } from "./case.ts";
import { type Change, changed } from "./change.ts";
import { asked, isUrgent, type Matter, type MatterInput, readMatter } from "./matter.ts";
import type { Actor, Post, Scene } from "./rule.ts";
import type { Contact, NameConsent, Scope } from "./words.ts";

/** The posts of a test: who logs, four that may take the service, one beside the first in its unit, one far away. */
export const places = ["origin", "first", "second", "third", "fourth", "beside", "stranger"] as const;
export type Place = (typeof places)[number];

/** Every post in a unit of its own but `beside`; the origin's side is housing, the others' municipal. */
export const samplePosts = Object.fromEntries(
  places.map((id) => [
    id,
    {
      id,
      unit: `unit of ${id === "beside" ? "first" : id}`,
      function: id,
      side: id === "origin" ? "housing" : "municipal",
      open: true,
    },
  ]),
) as Record<Place, Post>;

type Party = { post: PostId; scope: Scope; until: Day | null };
/** One step of the walk, so that a test with a database can take the same one. */
export type Step = { act: Act; actor: Actor; input: unknown; today: Day };

type State = {
  agreement: AgreementContent;
  posts: Record<Place, Post>;
  newId: ((seq: number) => string) | undefined;
  referral: Case;
  /** Null where this person may not see it. */
  matter: Matter | null;
  today: Day;
  parties: readonly Party[];
  latest: Latest | null;
  steps: readonly Step[];
  talk?: Scene["talk"];
  /** Posts that nobody is there for. */
  vacant?: readonly PostId[];
};

export type Given = {
  agreement: AgreementContent;
  service: string;
  today?: Day;
  contact?: Contact;
  feedback?: "yes" | "no" | null;
  matter?: Partial<MatterInput>;
  posts?: Record<Place, Post>;
  newId?: (seq: number) => string;
};

/** A situation as the service asks for it: the first choice everywhere, dates of today. */
export function filledIn(agreement: AgreementContent, code: string, today: Day): MatterInput {
  const service = serviceOf(agreement, code);
  const situations = service.situations.slice(0, 1).map((situation) => situation.code);
  const answers: Record<string, string> = {};
  for (const { code: question, answer, choices } of asked(service, { situations, answers }))
    answers[question] = answer === "one" ? (choices[0]?.code ?? "") : today;
  return { situations, answers, contact: "together" };
}

/** A referral as its origin has just logged it, not yet sent. Monday 2 November 2026 unless told otherwise. */
export function aReferral(given: Given): AReferral {
  const { agreement, service: code, today = day("2026-11-02"), posts = samplePosts, feedback = null } = given;
  const service = serviceOf(agreement, code);
  const input = { ...filledIn(agreement, code, today), ...given.matter };
  const matter = readMatter(service, { ...input, contact: given.contact ?? input.contact }, today);
  if (!matter.ok) throw new Error(`${matter.code} in ${matter.field}`);
  const origin = posts.origin.id;
  const referral: Case = {
    id: "referral",
    code: "7K4F2H9M",
    service: code,
    status: "open",
    origin,
    holder: origin,
    waiting: null,
    current: null,
    past: [],
    assigned: null,
    nextStepBy: workingDays(agreement.workingDays.exceptions).add(today, service.norm.nextStep),
    followUpOn: null,
    onAgenda: false,
    urgent: isUrgent(service, matter.value),
    closedOn: null,
    closedBy: null,
    touchedOn: today,
    contact: matter.value.contact,
    payBy: matter.value.payBy,
    feedback,
    consents: [],
  };
  return new AReferral({
    agreement,
    posts,
    newId: given.newId,
    referral,
    matter: matter.value,
    today,
    parties: [{ post: origin, scope: "whole", until: null }],
    latest: null,
    steps: [],
  });
}

/**
 * A referral for tests, led through the rules themselves, so that no test stands on a state that nobody can reach. Every
 * step gives a new value and throws when the rules refuse it; `tries` answers like the rules instead.
 */
export class AReferral {
  readonly state: State;

  constructor(state: State) {
    this.state = state;
  }

  get case(): Case {
    return this.state.referral;
  }

  get today(): Day {
    return this.state.today;
  }

  /** What that post sees now. */
  scope(post: PostId): Scope {
    return this.state.parties.find((party) => party.post === post)?.scope ?? "none";
  }

  actor(post: PostId, person: PersonId = `${post}'s person`): Actor {
    return { person, posts: [post], leads: [] };
  }

  get leader(): Actor {
    return { person: "leader", posts: ["leader"], leads: [this.case.origin] };
  }

  scene(actor: Actor): Omit<Scene, "post"> {
    const { agreement, referral, matter, today, posts, newId, talk, vacant = [] } = this.state;
    const service = serviceOf(agreement, referral.service);
    const seq = referral.past.length + (referral.waiting ? 1 : 0) + (referral.current ? 1 : 0) + 1;
    return {
      referral,
      matter,
      actor,
      today,
      talk,
      days: workingDays(agreement.workingDays.exceptions),
      service,
      norm: { ...service.norm, eviction: service.clock === "eviction" },
      takers: [posts.first.id, posts.second.id, posts.third.id, posts.fourth.id],
      external: destinationsOf(agreement, referral.service).map(({ code }) => code),
      find: (post) => Object.values(posts).find(({ id }) => id === post),
      peopleOf: (post) => [`${post}'s person`, `${post}'s colleague`],
      leadersOfVacant: (post) => (vacant.includes(post) ? [`${post}'s leader`] : []),
      leadersOf: (post) => [`${post}'s leader`],
      newId: () => newId?.(seq) ?? `handover ${seq}`,
    };
  }

  tries(act: Act, actor: Actor, input: unknown = {}): Result<Change> {
    return decide(act, this.scene(actor), input);
  }

  does(act: Act, actor: Actor, input: unknown = {}): AReferral {
    const change = this.tries(act, actor, input);
    if (!change.ok)
      throw new Error(`${act} by ${actor.posts.join()} was refused: ${change.code} ${change.field ?? ""}`);
    const { referral, today, parties, steps } = this.state;
    const handovers = [referral.current, referral.waiting].filter((handover) => handover !== null);
    const before = { referral: restoredOf(referral), handovers, parties: [...parties] };
    return this.after(change.value, {
      latest: { act, person: actor.person, secondsAgo: 1, before },
      steps: [...steps, { act, actor, input, today }],
    });
  }

  /** As it is after a change that was decided elsewhere, such as one of the system. */
  after(change: Change, { latest = null, steps = this.state.steps }: Partial<State> = {}): AReferral {
    const { referral, matter, today, parties } = this.state;
    const kept = parties.filter(({ post }) => !change.parties.some((party) => party.post === post));
    return this.but({
      referral: changed(referral, change, today),
      matter: change.matter ?? matter,
      parties: [...kept, ...change.parties.map((party) => ({ until: null, ...party }))],
      latest,
      steps,
    });
  }

  undone(person: PersonId = this.state.latest?.person ?? ""): AReferral {
    const change = undo(this.case, this.state.latest, person);
    if (!change.ok) throw new Error(`undo was refused: ${change.code}`);
    return this.after(change.value);
  }

  /** The same referral in a world that is otherwise. */
  but(state: Partial<State>): AReferral {
    return new AReferral({ ...this.state, ...state });
  }

  /** That many calendar days later. */
  later(days: number): AReferral {
    return this.but({ today: addDays(this.today, days) });
  }

  get holder(): Actor {
    return this.actor(this.case.holder);
  }

  get receiver(): Actor {
    return this.actor(this.case.waiting?.to ?? "nobody");
  }

  private post = (place: Place): PostId => this.state.posts[place].id;

  sent(to: Place = "first", name: NameConsent = "written"): AReferral {
    const consent = to === "origin" ? {} : { consent: { name } };
    return this.does("send", this.holder, { to: this.post(to), ...consent, agreed: false });
  }

  /** Sent without consent to the name. */
  discussed = (to: Place = "first"): AReferral => this.sent(to, "not_yet");
  opened = (): AReferral => this.does("open", this.receiver);
  accepted = (): AReferral => this.does("accept", this.receiver);
  asked = (question = "RING"): AReferral => this.does("ask", this.receiver, { question });
  answered = (choice = "I_DAG"): AReferral => this.does("answer", this.holder, { choice });
  returned = (reason = "SAMTYKKE"): AReferral => this.does("return", this.receiver, { reason });
  redirected = (to: Place = "second", reason = "ENHED"): AReferral =>
    this.does("redirect", this.receiver, { to: this.post(to), reason });
  redirectedOut = (external = "RETSHJAELP", reason = "MYNDIGHED"): AReferral =>
    this.does("redirect", this.receiver, { external, reason });
  confirmed = (name: NameConsent = "written"): AReferral => this.does("confirm", this.holder, { consent: { name } });
  dropped = (): AReferral => this.does("drop", this.holder);
  withdrawn = (reason = "FORTRUDT"): AReferral => this.does("withdraw", this.holder, { reason });
  advised = (): AReferral => this.does("advise", this.receiver);
  met = (on: Day = this.today): AReferral => this.does("identity", this.holder, { on });
  progressed = (what = "KONTAKT"): AReferral => this.does("progress", this.holder, { what });
  resumed = (): AReferral => this.does("resume", this.holder);
  onAgenda = (): AReferral => this.does("agenda", this.holder);
  closed = (outcome = "RAAD"): AReferral => this.does("close", this.holder, { outcome });
  completed = (outcome = "TAKKET_NEJ"): AReferral => this.does("complete", this.holder, { outcome, means: [] });
  voided = (reason = "FORKERT"): AReferral => this.does("void", this.leader, { reason });
  consentWithdrawn = (): AReferral => this.does("consent", this.actor(this.case.origin), { withdrawn: true });

  held(days = 14, reason = "BEBOER"): AReferral {
    return this.does("hold", this.holder, { until: addDays(this.today, days), reason });
  }

  reopened(by: "origin" | "last holder", name: NameConsent = "written"): AReferral {
    const actor = by === "origin" ? this.actor(this.case.origin) : this.holder;
    return this.does("reopen", actor, { reason: "NYT", consent: { name } });
  }
}
