import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPool } from "#db/client.ts";
import { type Answer, type Asking, ask, ownOrigin, serveFrom } from "#db/testing/call-handler.ts";
import { openWorld, type World } from "#db/testing/world.ts";

let world: World;
let POST: unknown;
let GET: unknown;
let token: string;
let code: string;

beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
  ({ POST } = await import("#app/api/referrals/[code]/[act]/route.ts"));
  ({ GET } = await import("#app/api/referrals/[code]/route.ts"));
  token = await world.token("boligraadgiver.sck");
  code = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
});
afterAll(async () => world.close());

/** Asks for an act on a referral, by default to put it on the agenda. */
const act = ({ params = {}, ...asked }: Asking = {}): Promise<Answer> => {
  const path = `/api/referrals/${params["code"] ?? code}/${params["act"] ?? "agenda"}`;
  return ask(POST, {
    path,
    params: { code, act: "agenda", ...params },
    token,
    body: { intent: randomUUID() },
    ...asked,
  });
};
const events = () =>
  world.owns(["referral"], async (sql) => {
    const [row] = await sql<{ events: number }[]>`select events from referral where code = ${code}`;
    return row?.events;
  });

describe("a change", () => {
  const foreign: [what: string, headers: Record<string, string | null>][] = [
    ["another origin", { origin: "https://attacker.example" }],
    [
      "another origin that claims to be the same",
      { origin: "https://attacker.example", "sec-fetch-site": "same-origin" },
    ],
    ["our origin without TLS", { origin: ownOrigin.replace("https", "http") }],
    ["a name below ours", { origin: ownOrigin.replace("//", "//x.") }],
    ["an opaque origin", { origin: "null" }],
    ["another site, as the browser says", { "sec-fetch-site": "cross-site" }],
    ["a sibling site", { "sec-fetch-site": "same-site" }],
    ["an address that was typed", { origin: null, "sec-fetch-site": "none" }],
    ["nowhere that is said", { origin: null, "sec-fetch-site": null }],
  ];
  test.each(foreign)("is refused from %s", async (_what, headers) => {
    const before = await events();
    const { status, json } = await act({ headers });
    expect([status, json["code"]]).toEqual([403, "foreign-origin"]);
    expect(await events()).toBe(before);
  });

  const sessions: [what: string, token: () => Promise<string | undefined>][] = [
    ["without a session", async () => undefined],
    ["with a session that never was", async () => "x".repeat(43)],
    ["with an empty one", async () => ""],
    [
      "with an expired one",
      async () => {
        const old = await world.token("boligraadgiver2.sck");
        await world.owns(
          ["session"],
          (sql) => sql`update session set ends_at = app_now() where account_id = (
        select account_id from session order by started_at desc limit 1)`,
        );
        return old;
      },
    ],
  ];
  test.each(sessions)("is refused %s", async (_what, of) => {
    const { status, json } = await act({ token: await of() });
    expect([status, json["code"]]).toEqual([401, "signed-out"]);
  });

  const bodies: [what: string, body: unknown, headers: Record<string, string | null>][] = [
    ["text", "agenda", { "content-type": "text/plain" }],
    ["a file", "--x", { "content-type": "multipart/form-data; boundary=x" }],
    ["no type at all", "{}", { "content-type": null }],
    ["broken JSON", "{", {}],
    ["a list", [], {}],
    ["a number", 7, {}],
    ["nothing", "", {}],
    ["more than a form ever is", { intent: randomUUID(), more: "x".repeat(20_000) }, {}],
    ["a length far beyond it", { intent: randomUUID() }, { "content-length": "99999999" }],
    ["a form that builds on a word", "intent=x&intent.more=y", { "content-type": "application/x-www-form-urlencoded" }],
  ];
  const tooLong = ["more than a form ever is", "a length far beyond it"];
  test.each(bodies)("does not take %s", async (what, body, headers) => {
    const { status } = await act({ body, headers });
    expect(status).toBe(tooLong.includes(what) ? 413 : 400);
  });

  test.each([undefined, "", "1", "not-a-key", 7, null])("needs an intent key, and %j is none", async (intent) => {
    const { status, json } = await act({ body: { intent } });
    expect([status, json["code"]]).toEqual([400, "no-intent"]);
  });

  test("is refused in a sentence where a person reads the answer as it stands", async () => {
    const native = { "content-type": "application/x-www-form-urlencoded" };
    const { POST: nowhere } = await import("#app/api/[...path]/route.ts");
    const answers = [
      await act({ body: "note=x", headers: native }),
      await act({ body: `intent=${randomUUID()}`, params: { act: "unheard-of" }, headers: native }),
      await ask(nowhere, { body: "note=x", token, headers: native }),
    ];
    for (const { headers, text } of answers) {
      expect(headers.get("content-type")).toBe("text/plain; charset=utf-8");
      expect(text).toMatch(/^\p{Lu}[^{}]*\.\n$/u);
    }
    expect(answers.map(({ status }) => status)).toEqual([400, 404, 404]);
  });

  test("takes nothing that it does not declare", async () => {
    const body = { intent: randomUUID(), person: "somebody else", partnership: randomUUID() };
    expect((await act({ body })).status).toBe(400);
  });

  test.each(["nothing", "__proto__", "toString", "log", "succeed"])(
    "of no such act as %s is not there",
    async (name) => {
      const { status, json } = await act({ params: { act: name } });
      expect([status, json["code"]]).toEqual([404, "unknown-act"]);
    },
  );

  test("is answered alike when it is asked for again, and refused with another body", async () => {
    const own = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
    const intent = randomUUID();
    const twice = { params: { code: own, act: "ask" }, body: { intent, question: "RING" } };
    const first = await act(twice);
    const again = await act(twice);
    expect(first.status).toBe(200);
    expect(again.text).toBe(first.text);
    const other = await act({ ...twice, body: { intent, question: "MED" } });
    expect([other.status, other.json["code"]]).toEqual([422, "other-body"]);
    const elsewhere = await act({ ...twice, params: { code: own, act: "advise" }, body: { intent } });
    expect([elsewhere.status, elsewhere.json["code"]]).toEqual([422, "other-body"]);
  });

  describe("with a text of one's own", () => {
    const asking = async (fields: object, headers: Record<string, string | null> = {}) => {
      const own = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
      const typed = { intent: randomUUID(), text: "Er brevet åbnet?", ...fields };
      const native = "content-type" in headers;
      const body = native ? new URLSearchParams(typed as Record<string, string>).toString() : typed;
      return act({ params: { code: own, act: "ask" }, body, headers });
    };
    const native = { "content-type": "application/x-www-form-urlencoded" };

    test.each([undefined, "", "yes", true, ["no"]])(
      "needs the last question answered; %j is no answer",
      async (said) => {
        const { status, json } = await asking(said === undefined ? {} : { recognisable: said });
        expect([status, json["code"]]).toEqual([400, "last-question"]);
      },
    );

    test("is taken from whoever said that nobody can know the person by it", async () => {
      expect((await asking({ recognisable: "no" })).status).toBe(200);
    });

    test("asks before scripts run with what was sent, and then takes it", async () => {
      const { status, text } = await asking({}, native);
      expect(status).toBe(400);
      expect(text).toContain('name="text" value="Er brevet åbnet?"');
      expect(text).toMatch(/<input type="checkbox" name="recognisable" value="no" required>/);
      expect((await asking({ recognisable: "no" }, native)).status).toBe(303);
    });
  });

  test("that lost a race hears who was first, and when", async () => {
    const own = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
    const page = await ask(GET, { params: { code: own }, token });
    const basis = page.json["basis"];
    expect((await act({ params: { code: own, act: "accept" }, body: { intent: randomUUID(), basis } })).status).toBe(
      200,
    );
    const late = { intent: randomUUID(), basis, reason: "SAMTYKKE" };
    const lost = await act({ params: { code: own, act: "return" }, body: late });
    expect([lost.status, lost.json["code"]]).toEqual([409, "stale"]);
    expect(lost.json["message"]).toMatch(/kl\. \d\d\.\d\d/);
  });

  test("of a native form goes on to its page, and says in words what was wrong", async () => {
    const own = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const form = { params: { code: own, act: "ask" }, headers };
    const wrong = await act({ ...form, body: `intent=${randomUUID()}&question=XX` });
    expect([wrong.status, wrong.headers.get("content-type")]).toEqual([400, "text/plain; charset=utf-8"]);
    const right = await act({ ...form, body: `intent=${randomUUID()}&question=RING` });
    expect([right.status, right.headers.get("location")]).toEqual([303, `/referrals/${own}`]);
  });

  test("is kept by no cache", async () => {
    expect((await act({})).headers.get("cache-control")).toBe("no-store");
  });
});

describe("what is hidden", () => {
  const absent = "2A2A2A2A";
  let hidden: string;
  beforeAll(async () => {
    hidden = await world.logs("raadgiver.mimersgade", { service: "HJEMMEHJAELP", answers: { ALDER: "FRA_65" } });
  });

  test.each(["boligraadgiver.sck", "vicevaert.titanparken", "leder.akb", "forum", "admin", "dpo"])(
    "reads for %s byte for byte like what is absent",
    async (persona) => {
      const opened = await world.token(persona);
      const [one, other] = await Promise.all(
        [hidden, absent].map((each) => ask(GET, { params: { code: each }, token: opened })),
      );
      expect(one?.status).toBe(404);
      expect(one?.text).toBe(other?.text);
      expect([...(one?.headers ?? [])]).toEqual([...(other?.headers ?? [])]);
    },
  );

  test.each(["accept", "return", "consent", "void", "undo", "agenda"])("cannot be told from it by %s", async (name) => {
    const body = {
      accept: {},
      undo: {},
      agenda: {},
      return: { reason: "SAMTYKKE" },
      consent: { withdrawn: true },
      void: { reason: "FORKERT" },
    }[name];
    const [one, other] = await Promise.all(
      [hidden, absent].map((each) =>
        act({ params: { code: each, act: name }, body: { intent: randomUUID(), ...body } }),
      ),
    );
    expect(one?.status).toBe(404);
    expect(one?.text).toBe(other?.text);
  });

  test("is there for whoever may", async () => {
    const { status } = await ask(GET, { params: { code: hidden }, token: await world.token("myndighed.suf") });
    expect(status).toBe(200);
  });
});

describe("when the database is away", () => {
  beforeAll(() => serveFrom(openPool("postgres://nobody@127.0.0.1:1/none")));
  afterAll(() => serveFrom(world.pool));

  test("a change says so in Danish, and the draft is still there", async () => {
    const { status, json } = await act({});
    expect([status, json["code"]]).toEqual([503, "database-away"]);
    expect(json["message"]).toContain("Det, du har skrevet, er her endnu");
  });

  test("a list says so", async () => {
    const { status, json } = await ask(GET, { params: { code }, token });
    expect([status, json["code"]]).toEqual([503, "database-away"]);
  });

  test("a reader of English is told in English", async () => {
    const cookie = `__Host-brobyg=${token}; locale=en`;
    const { json } = await act({ headers: { cookie } });
    expect(json["message"]).not.toContain("kladde");
  });
});
