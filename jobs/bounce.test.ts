import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPool, type Pool } from "#db/client.ts";
import { readPeople } from "#db/people/read-people.ts";
import { openWorld, valueOf, type World } from "#db/testing/world.ts";
import { bounceIn, markBounced } from "./bounce.ts";

type Written = {
  action?: string;
  status?: string;
  /** What is said of each that it was sent to, one after the other, instead of one failure. */
  said?: string;
  id?: string;
  returned?: string;
  type?: string;
};

/** A report as a mail server writes it. */
const report = ({
  action = "failed",
  status = "5.1.1",
  said = `Final-Recipient: rfc822; nanna@noerrebro.example
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 nobody of that name`,
  id = `<${randomUUID()}@brobyg.example>`,
  returned = "text/rfc822-headers",
  type = "multipart/report; report-type=delivery-status",
}: Written = {}) =>
  Buffer.from(
    `From: MAILER-DAEMON@mx.example
To: brobyg@brobyg.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: ${type}; boundary="b1"

--b1
Content-Type: text/plain

Status: 5.9.9 is what this text says.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

${said}

--b1
Content-Type: ${returned}

Message-ID: ${id}
To: nanna@noerrebro.example
Subject: Brobyg

--b1--
`.replaceAll("\n", "\r\n"),
  );

describe("a report", () => {
  const id = randomUUID();
  const own = `<${id}@brobyg.example>`;

  test.each(["text/rfc822-headers", "message/rfc822"])(
    "names the mail and why, with what came back as %s",
    async (returned) => {
      expect(await bounceIn(report({ id: own, returned }))).toEqual({ id, status: "5.1.1" });
    },
  );

  test.each(["4.4.1", "4.4.7", "4.2.2", "4.7.1", "5.1.1", "5.2.1"])(
    "of a mail that was given up with %s says so: failed decides, not the status",
    async (status) => {
      expect(await bounceIn(report({ id: own, status }))).toEqual({ id, status });
    },
  );

  test.each([
    ["with its status first", "Status: 5.1.1\nAction: failed", "5.1.1"],
    ["in whatever case, with a remark", "ACTION: Failed\nSTATUS: 5.1.1 (nobody of that name)", "5.1.1"],
    ["with a line that is folded", "Action:\n failed\nStatus:\n\t4.4.7", "4.4.7"],
    ["without a status that can be read", "Action: failed\nStatus: unknown", "5.0.0"],
    ["without a status", "Final-Recipient: rfc822; a@b.example\nAction: failed", "5.0.0"],
    ["with a status of a mail that arrived", "Action: failed\nStatus: 2.0.0", "5.0.0"],
    ["for the second of two", "Action: delivered\nStatus: 2.1.5\n\nStatus: 4.2.2\nAction: failed", "4.2.2"],
    ["for the first of two", "Action: failed\nStatus: 5.2.2\n\nAction: delayed\nStatus: 4.4.1", "5.2.2"],
    ["for the first of two, which says no status", "Action: failed\n\nAction: relayed\nStatus: 5.1.1", "5.0.0"],
  ])("of a mail that failed is read %s", async (_how, said, status) => {
    expect(await bounceIn(report({ id: own, said }))).toEqual({ id, status });
  });

  test.each([
    ["a status alone", "Status: 5.1.1"],
    ["two that are not over", "Status: 5.1.1\nAction: delayed\n\nAction: relayed\nStatus: 5.1.1"],
    ["what is no such action", "Action: failedly\nStatus: 5.1.1"],
    ["what another field says", "Diagnostic-Code: smtp; Action: failed\nAction: delayed\nStatus: 4.4.1"],
  ])("is not %s", async (_what, said) => {
    expect(await bounceIn(report({ id: own, said }))).toBeNull();
  });

  test.each<[string, Buffer]>([
    ["a delay", report({ id: own, action: "delayed", status: "4.4.1" })],
    ["a mail that arrived", report({ id: own, action: "delivered", status: "2.1.5" })],
    ["a mail of somebody else", report({ id: "<abc@elsewhere.example>" })],
    ["an ordinary mail", Buffer.from(`Message-ID: ${own}\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n`)],
    ["nothing", Buffer.from("")],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00, 0x80])],
  ])("is not %s", async (_what, message) => {
    expect(await bounceIn(message)).toBeNull();
  });
});

describe("a mail that came back", () => {
  let world: World;
  let pool: Pool;
  beforeAll(async () => {
    world = await openWorld();
    pool = openPool(world.database.jobsUrl, { max: 1 });
  });
  afterAll(async () => {
    await pool.close();
    await world.close();
  });

  const persona = "boligraadgiver.sck";
  const mailed = async (sent: boolean) => {
    const person = await world.asks(persona, async (_tx, me) => me.person);
    const id = randomUUID();
    const { count } = await world.owns(
      ["mail", "person"],
      (sql) => sql`
      insert into mail (partnership_id, id, person_id, to_address, kind, "values", locale, sent_at)
      select partnership_id, ${id}, id, 'nobody@noerrebro.example', 'digest', '{}', 'da', ${sent ? sql`app_now()` : null}
      from person where id = ${person}`,
    );
    expect(count).toBe(1);
    return id;
  };
  const unreached = async () =>
    valueOf(await world.as("admin", (tx, me) => readPeople(tx, me, "da"))).unreached.map(({ name, why }) => [
      name,
      why,
    ]);

  test("is shown to the administrator with what can be done about it, once", async () => {
    const id = await mailed(true);
    expect(await unreached()).toEqual([]);
    expect(await markBounced(pool, { id, status: "5.1.1" })).toBe(true);
    expect(await unreached()).toEqual([["Mehmet Nøglebjerg", "address"]]);
    expect(await markBounced(pool, { id, status: "5.2.2" })).toBe(false);
    expect(await unreached()).toEqual([["Mehmet Nøglebjerg", "address"]]);
  });

  test("is none that never left, and none that there is not", async () => {
    expect(await markBounced(pool, { id: await mailed(false), status: "5.1.1" })).toBe(false);
    expect(await markBounced(pool, { id: randomUUID(), status: "5.1.1" })).toBe(false);
  });
});
