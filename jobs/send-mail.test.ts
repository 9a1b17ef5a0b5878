import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openPool, type Pool } from "#db/client.ts";
import { invite, sendLink } from "#db/people/invite.ts";
import { leave } from "#db/people/leave.ts";
import { readPeople } from "#db/people/read-people.ts";
import { openWorld, valueOf, type World } from "#db/testing/world.ts";
import { mailFolder, mailServer, type Outgoing } from "./mail-route.ts";
import { sendMail } from "./send-mail.ts";

let world: World;
let jobs: Pool;
const origin = "https://brobyg.example";
const sender = { origin, from: "brobyg@brobyg.example" };
beforeAll(async () => {
  world = await openWorld();
  jobs = openPool(world.database.jobsUrl, { max: 2 });
  // Nobody looks after data protection here: `db/people/told.test.ts` says what they are told.
  const officer = await world.post("databeskyttelsesraadgiver");
  await world.owns(["holding"], (sql) => sql`delete from holding where post_id = ${officer}`);
});
afterAll(async () => {
  await jobs.close();
  await world.close();
});
afterEach(() => world.owns(["mail"], (sql) => sql`delete from mail`.then(() => {})));

let newcomers = 0;
const invited = async () => {
  newcomers += 1;
  const mail = `nanna${newcomers}@noerrebro.example`;
  const holds = [await world.post("boligraadgiver.sck")];
  const { person } = valueOf(
    await world.as("leder.sck", (tx, me) =>
      invite(tx, me, { name: "Nanna Nøglering", mail, holds, standsIn: [], from: me.today, locale: "da" }),
    ),
  );
  return { mail, person };
};
const rows = () =>
  world.owns(
    ["mail"],
    (sql) => sql<{ sent: boolean; failed: string | null; values: object }[]>`
    select sent_at is not null as sent, failed, "values" from mail order by at`,
  );
const refusing = (failure: object) => async () => {
  throw Object.assign(new Error("550 nanna@noerrebro.example unknown"), failure);
};

test("an invitation goes out once, with a link that only it has, and says nothing of anybody else", async () => {
  const { mail } = await invited();
  const kept = (await rows())[0]?.values as { token: string };
  const gone: Outgoing[] = [];
  const route = async (letter: Outgoing) => void gone.push(letter);
  expect(await sendMail(jobs, { route, ...sender })).toBe(1);
  expect(gone[0]).toMatchObject({ to: mail, subject: "Du er inviteret til Brobyg" });
  expect(gone[0]?.text).toContain(`${origin}/invitation/${kept.token}`);
  expect(gone[0]?.text).not.toMatch(/\{\w+\}|Nanna|Boligrådgiver/);
  expect(await rows()).toEqual([{ sent: true, failed: null, values: {} }]);
  expect(await sendMail(jobs, { route, ...sender })).toBe(0);
});

describe("a mail that cannot be sent", () => {
  test("waits when the server is away, and is sent once it is back", async () => {
    await invited();
    const away = refusing({ code: "ECONNECTION" });
    await expect(sendMail(jobs, { route: away, ...sender })).rejects.toMatchObject({ code: "ECONNECTION" });
    expect(await rows()).toMatchObject([{ sent: false, failed: null, values: { token: expect.any(String) } }]);
    expect(await sendMail(jobs, { route: async () => {}, ...sender })).toBe(1);
  });

  test("because nobody has that address is marked with a code, and its link forgotten", async () => {
    await invited();
    await sendMail(jobs, { route: refusing({ code: "EENVELOPE", responseCode: 550 }), ...sender });
    expect(await rows()).toEqual([{ sent: false, failed: "550", values: {} }]);
  });

  test("is shown to the administrator alone, in a word, until a later one arrives or the person has left", async () => {
    const { person } = await invited();
    await sendMail(jobs, { route: refusing({ code: "EENVELOPE", responseCode: 550 }), ...sender });
    const unreached = async (persona: string) =>
      valueOf(await world.as(persona, (tx, me) => readPeople(tx, me, "da"))).unreached.map(({ id, why }) => [id, why]);
    expect(await unreached("admin")).toEqual([[person, "address"]]);
    expect(await unreached("leder.sck")).toEqual([]);
    valueOf(await world.as("leder.sck", (tx, me) => sendLink(tx, me, { person, locale: "da" })));
    expect(await unreached("admin")).toHaveLength(1);
    await sendMail(jobs, { route: async () => {}, ...sender });
    expect(await unreached("admin")).toEqual([]);
    valueOf(await world.as("leder.sck", (tx, me) => sendLink(tx, me, { person, locale: "da" })));
    await sendMail(jobs, { route: refusing({ code: "EENVELOPE", responseCode: 550 }), ...sender });
    valueOf(await world.as("leder.sck", (tx, me) => leave(tx, me, { person, heirs: {} })));
    expect(await unreached("admin")).toEqual([]);
  });

  test("to somebody who has left is not sent, but the one that says so", async () => {
    const { person } = await invited();
    await world.owns(
      ["credential", "person"],
      (sql) => sql`insert into credential select account_id, 'argon2id$x$x' from person where id = ${person}`,
    );
    valueOf(await world.as("leder.sck", (tx, me) => leave(tx, me, { person, heirs: {} })));
    const gone: Outgoing[] = [];
    await sendMail(jobs, { route: async (letter) => void gone.push(letter), ...sender });
    expect(gone.map(({ subject }) => subject)).toEqual(["Din adgang til Brobyg er lukket"]);
  });

  test("for a day is given up", async () => {
    await invited();
    await world.owns(["mail"], (sql) => sql`update mail set at = at - interval '2 days'`.then(() => {}));
    await sendMail(jobs, { route: refusing({ code: "ECONNECTION" }), ...sender });
    expect(await rows()).toEqual([{ sent: false, failed: "ECONNECTION", values: {} }]);
  });

  test("keeps back no other", async () => {
    const first = await invited();
    await invited();
    const route = async ({ to }: Outgoing) => {
      if (to === first.mail) throw Object.assign(new Error("busy"), { responseCode: 451, code: "EENVELOPE" });
    };
    expect(await sendMail(jobs, { route, ...sender })).toBe(1);
    expect((await rows()).map(({ sent }) => sent)).toEqual([false, true]);
  });
});

test("the demo's mails are files, and a new link is another one", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "brobyg-mail-"));
  try {
    const { person } = await invited();
    valueOf(await world.as("leder.sck", (tx, me) => sendLink(tx, me, { person, locale: "en" })));
    await sendMail(jobs, { route: mailFolder(folder, "Brobyg <brobyg@brobyg.example>"), ...sender });
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name), "utf8")));
    const links = files.map((text) => /invitation\/([\w-]+)/.exec(text.replaceAll("=\n", ""))?.[1]);
    expect(new Set(links).size).toBe(2);
    expect(files.join()).toMatch(/Auto-Submitted: auto-generated/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a meeting is a part of its mail that calendars take, and a file beside it", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "brobyg-mail-"));
  try {
    const calendar = { asking: "CANCEL", content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" } as const;
    const said = { to: "skp.sck@brobyg.example", subject: "Aflyst: Netværksmøde 1", text: "Aflyst.", calendar };
    await mailFolder(folder, `Brobyg <${sender.from}>`)({ id: "one", ...said });
    const mail = await readFile(path.join(folder, "one.eml"), "utf8");
    expect(mail).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=CANCEL/m);
    expect(mail).toMatch(/^Content-Type: application\/ics; name=moede.ics/m);
    expect(mail).toMatch(/^Message-ID: <one@brobyg\.example>/m);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a real server is spoken to, and what it refuses is told by its code", async () => {
  const server = await refusingServer();
  try {
    const { port } = server.address() as { port: number };
    await invited();
    await sendMail(jobs, { route: mailServer(`smtp://127.0.0.1:${port}`, "brobyg@brobyg.example"), ...sender });
    expect(await rows()).toMatchObject([{ sent: false, failed: "550" }]);
  } finally {
    server.close();
  }
});

/** The smallest mail server: it greets, and knows nobody. */
function refusingServer(): Promise<Server> {
  const answers: [RegExp, string][] = [
    [/^(EHLO|HELO)/i, "250 brobyg.example"],
    [/^MAIL/i, "250 ok"],
    [/^RCPT/i, "550 nobody here"],
    [/^QUIT/i, "221 bye"],
  ];
  const server = createServer((socket) => {
    socket.write("220 brobyg.example\r\n");
    socket.on("error", () => {});
    socket.on("data", (data) => {
      for (const line of data.toString().split("\r\n").filter(Boolean))
        socket.write(`${answers.find(([asked]) => asked.test(line))?.[1] ?? "250 ok"}\r\n`);
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}
