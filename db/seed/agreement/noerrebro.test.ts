import { describe, expect, test } from "vitest";
import { type AnswerChoice, agreementContent, type Condition, type Service } from "#lib/agreement/agreement.ts";
import { sideOf } from "#lib/agreement/parties.ts";
import { mayRefer, mayTake, receiverFor } from "#lib/agreement/routing.ts";
import { asksFor, serviceOf } from "#lib/agreement/service-of.ts";
import { demoAbsences, demoPeople } from "../demo-people.ts";
import { noerrebro } from "./noerrebro.ts";

const { content, units, functions, posts } = noerrebro;
const services = content.services.map(({ code }) => serviceOf(content, code));
const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);
const repeated = (list: readonly string[]) => list.filter((each, at) => list.indexOf(each) !== at);
const unitOf = (key: string) => units.find((unit) => unit.key === key);
const dutiesOf = (code: string) => functions.find((each) => each.code === code)?.duties ?? [];

/** Everything in a value that is a text in two languages. */
function textsIn(value: unknown): { da: string; en: string }[] {
  if (typeof value !== "object" || value === null) return [];
  if ("da" in value && "en" in value) return [value as { da: string; en: string }];
  return Object.values(value).flatMap(textsIn);
}

describe("the content", () => {
  test("is an agreement", () => {
    expect(agreementContent.parse(content)).toEqual(content);
  });

  test("has the nine services", () => {
    expect(codes(content.services)).toEqual([
      "BOLIGYDELSE",
      "HJEMMEHJAELP",
      "SKP",
      "UDSAETTELSE",
      "MENTOR1825",
      "RENOVERING",
      "SUNDHED",
      "BRO",
      "LOKAL",
    ]);
  });

  test("says everything in both languages", () => {
    const texts = textsIn([noerrebro, demoPeople]);
    expect(texts.length).toBeGreaterThan(400);
    expect(texts.filter(({ da, en }) => !da.trim() || !en.trim())).toEqual([]);
  });

  test("translates sentences instead of repeating them", () => {
    const repeats = textsIn(content).filter(({ da, en }) => da === en && da.split(" ").length > 3);
    expect(repeats).toEqual([]);
  });

  test("knows every function it names", () => {
    const named = [
      ...content.routes.flatMap(({ from, to, also }) => [...from, ...to.flatMap((way) => way.functions), ...also]),
      ...content.meetings.flatMap(({ convener, participants }) => [convener, ...participants.map((p) => p.function)]),
      ...content.activities.flatMap((activity) => activity.functions),
    ];
    expect(named.filter((code) => !codes(functions).includes(code))).toEqual([]);
  });
});

describe.each(services.map((service) => [service.code, service] as const))("%s", (_, service) => {
  const kinds = {
    situations: service.situations,
    key: service.key,
    questions: service.questions,
    returnReasons: service.returnReasons,
    redirectReasons: service.redirectReasons,
    outcomes: service.outcomes,
    outcomeMeans: service.outcomeMeans,
    places: service.places,
    onHold: service.onHold,
    withdrawReasons: service.withdrawReasons,
    reopenReasons: service.reopenReasons,
    voidReasons: service.voidReasons,
    progress: service.progress,
  };

  test("has every code once of a kind, together with what holds for all", () => {
    for (const [kind, list] of Object.entries(kinds)) expect([kind, repeated(codes(list))]).toEqual([kind, []]);
  });

  test("offers no catch-all", () => {
    const offered = Object.values(kinds).flat();
    expect(offered.filter(({ code, text }) => code === "ANDET" || /^(noget )?andet$/i.test(text.da))).toEqual([]);
  });

  test("has at most seven ways to send on, and answers to a question", () => {
    expect(service.redirectReasons.length).toBeLessThanOrEqual(7);
    for (const question of [...service.key, ...service.questions])
      for (const together of choicesTogether(question.choices)) expect(together.length).toBeLessThanOrEqual(7);
  });

  test("has a waiting time only where the law gives no right to the help", () => {
    const mayWait = service.basis === "voluntary" || service.basis === "no-decision";
    expect(mayWait || !codes(service.returnReasons).includes("VENTETID")).toBe(true);
  });

  test("says who decides, where it is decided elsewhere", () => {
    expect(service.decidedBy !== undefined).toBe(service.basis === "decided-elsewhere");
  });

  test("rests conditions on questions, answers and situations that exist", () => {
    expect(conditionsOf(service).filter((condition) => !exists(condition, service))).toEqual([]);
  });

  test("asks for age and children once at most", () => {
    expect(repeated(service.key.flatMap(({ about }) => about ?? []))).toEqual([]);
  });
});

/** The choices that can stand on one screen: all of them, or those of each condition. */
function choicesTogether(choices: AnswerChoice[]): AnswerChoice[][] {
  const answers = new Set(choices.flatMap(({ onlyIf }) => (onlyIf && "oneOf" in onlyIf ? onlyIf.oneOf : [])));
  if (answers.size === 0) return [choices];
  return [...answers].map((answer) =>
    choices.filter(({ onlyIf }) => !onlyIf || ("oneOf" in onlyIf && onlyIf.oneOf.includes(answer))),
  );
}

function conditionsOf({ code, key, questions }: Service): Condition[] {
  const asked = [...key, ...questions];
  return [
    ...asked.flatMap(({ onlyIf }) => onlyIf ?? []),
    ...asked.flatMap(({ choices }) => choices.flatMap(({ onlyIf }) => onlyIf ?? [])),
    ...content.routes
      .filter(({ service }) => service === code)
      .flatMap(({ to }) => to.flatMap(({ when }) => when ?? [])),
  ];
}

function exists(condition: Condition, { situations, key, questions }: Service): boolean {
  if ("situation" in condition) return condition.situation.every((code) => codes(situations).includes(code));
  const question = [...key, ...questions].find(({ code }) => code === condition.question);
  return question !== undefined && condition.oneOf.every((code) => codes(question.choices).includes(code));
}

describe("who sends what to whom", () => {
  const chosen = (answers: Record<string, string>, ...situations: string[]) => ({ situations, answers });

  test("splits home help by age, and asks before it answers", () => {
    expect(receiverFor(content, "HJEMMEHJAELP", chosen({ ALDER: "FRA_65" }))).toBe("MYNDIGHEDSTEAM");
    expect(receiverFor(content, "HJEMMEHJAELP", chosen({ ALDER: "UNDER_65" }))).toBe("SPECIALISERET_SAGSBEHANDLER");
    expect(receiverFor(content, "HJEMMEHJAELP", chosen({}))).toBeNull();
  });

  test("sends care during works to Myndighedsteamet, other needs to the boligrådgiver", () => {
    expect(receiverFor(content, "RENOVERING", chosen({}, "BREV", "FOELGE_MED"))).toBe("MYNDIGHEDSTEAM");
    expect(receiverFor(content, "RENOVERING", chosen({}, "BREV"))).toBe("BOLIGRAADGIVER");
  });

  test.each([
    ["BOLIGYDELSE", "SPECIALISERET_SAGSBEHANDLER"],
    ["SKP", "STOETTEKONTAKTPERSON"],
    ["UDSAETTELSE", "BOLIGRAADGIVER"],
    ["MENTOR1825", "SOCIAL_MENTOR"],
    ["SUNDHED", "SUNDHED_NAERMILJOE"],
    ["BRO", "BROBYGNINGSKONSULENT"],
    ["LOKAL", "SOCIAL_VICEVAERT"],
  ])("sends %s to %s", (service, receiver) => {
    expect(receiverFor(content, service, chosen({}))).toBe(receiver);
  });

  test("gives the duty to refer and to receive to those who may, and to nobody else", () => {
    for (const { code, duties } of functions) {
      const refers = mayRefer(content, code).length > 0;
      const takes = content.services.some((service) => mayTake(content, service.code).includes(code));
      expect([code, duties.includes("refer"), duties.includes("receive")]).toEqual([code, refers, takes]);
    }
  });

  test("crosses between the parties: nobody receives what their own side sends", () => {
    const sidesOf = (code: string) =>
      posts.filter((post) => post.function === code).map((post) => sideOf(unitOf(post.unit)?.kind ?? "partner"));
    for (const { from, service } of content.routes) {
      const senders = new Set(from.flatMap(sidesOf));
      expect([
        service,
        mayTake(content, service)
          .flatMap(sidesOf)
          .filter((side) => senders.has(side)),
      ]).toEqual([service, []]);
    }
  });

  test("has another function to send on to, for every service", () => {
    for (const { code } of content.services) expect(mayTake(content, code).length).toBeGreaterThan(1);
  });

  test("asks for age and children only for evictions, and for age where it decides the receiver", () => {
    const asking = services.filter((service) => asksFor(service).length > 0);
    expect(asking.map((service) => [service.code, asksFor(service)])).toEqual([
      ["HJEMMEHJAELP", ["age"]],
      ["UDSAETTELSE", ["age", "children"]],
    ]);
  });

  test("lets nobody be sent without being asked, until the agreement says otherwise", () => {
    expect(services.filter((service) => service.cannotAskAllowed)).toEqual([]);
    expect(codes(services.filter((service) => service.openToAnonymous))).toEqual(["SKP"]);
  });
});

describe("units, functions and posts", () => {
  test("have every key once", () => {
    expect(repeated(units.map(({ key }) => key))).toEqual([]);
    expect(repeated(codes(functions))).toEqual([]);
    expect(repeated(posts.map(({ key }) => key))).toEqual([]);
    expect(repeated(posts.map(({ unit, function: code }) => `${code} in ${unit}`))).toEqual([]);
    expect(repeated(posts.flatMap(({ phone }) => phone ?? []))).toEqual([]);
  });

  test("name only units and functions that exist, parents first", () => {
    units.forEach(({ parent, with: others = [] }, at) => {
      const before = units.slice(0, at).map(({ key }) => key);
      expect([parent, ...others].filter((key) => key && !before.includes(key))).toEqual([]);
    });
    for (const post of posts) {
      expect(unitOf(post.unit)).toBeDefined();
      expect(codes(functions)).toContain(post.function);
    }
  });

  test("give every function a place", () => {
    expect(codes(functions).filter((code) => !posts.some((post) => post.function === code))).toEqual([]);
  });

  test("let no post begin before its unit or its function", () => {
    for (const { unit, function: code, from } of posts) {
      const begins = [unitOf(unit)?.from, functions.find((each) => each.code === code)?.from];
      for (const begun of begins) expect(from >= (begun ?? "9999")).toBe(true);
    }
  });

  test("have a leader above every post of a helhedsplan", () => {
    for (const post of posts) {
      const parent = unitOf(post.unit)?.parent;
      if (sideOf(unitOf(post.unit)?.kind ?? "partner") !== "housing" || !parent) continue;
      const leaders = posts.filter(({ unit, function: code }) => unit === parent && dutiesOf(code).includes("lead"));
      expect([post.key, leaders.length]).toEqual([post.key, 1]);
    }
  });

  test("have one coordinator", () => {
    expect(posts.filter((post) => dutiesOf(post.function).includes("coordinate"))).toHaveLength(1);
  });
});

describe("a service", () => {
  test("is called by its one name where another points to it", () => {
    for (const { situations } of content.services)
      for (const { alsoRefer, text } of situations) {
        const other = content.services.find(({ code }) => code === alsoRefer);
        if (!other) continue;
        const { da, en } = other.short ?? other.name;
        expect([text.da.includes(da), text.en.includes(en)]).toEqual([true, true]);
      }
  });

  test("has a name that no other has", () => {
    const names = content.services.map(({ short, name }) => short ?? name);
    expect(repeated([...names.map(({ da }) => da), ...names.map(({ en }) => `${en} `)])).toEqual([]);
  });
});

describe("the people of the demo", () => {
  test("have one address each and hold posts that exist", () => {
    expect(repeated(demoPeople.map(({ address }) => address))).toEqual([]);
    const held = demoPeople.flatMap((person) => person.posts.map(({ post }) => post));
    expect(held.filter((key) => !posts.some((post) => post.key === key))).toEqual([]);
    expect(demoPeople.every((person) => person.posts.some(({ as }) => as === "holder"))).toBe(true);
  });

  test("hold every first receiver of the municipality, so that nothing is sent into the void", () => {
    const held = demoPeople.flatMap((person) =>
      person.posts.filter(({ as }) => as === "holder").map(({ post }) => post),
    );
    const receivers = content.routes
      .filter(({ service }) => service !== "LOKAL")
      .flatMap(({ to }) => to.flatMap((way) => way.functions));
    const empty = posts.filter((post) => receivers.includes(post.function) && !held.includes(post.key));
    expect(empty.map(({ key }) => key)).toEqual([]);
  });

  test("have a deputy wherever somebody is away", () => {
    for (const { address } of demoAbsences) {
      const away = demoPeople.find((person) => person.address === address);
      for (const { post } of away?.posts ?? [])
        expect(
          demoPeople.some((person) => person.posts.some((other) => other.post === post && other.as === "deputy")),
        ).toBe(true);
      expect(away).toBeDefined();
    }
  });
});
