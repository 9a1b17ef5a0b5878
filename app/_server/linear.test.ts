import { isoCBOR } from "@simplewebauthn/server/helpers";
import { beforeAll, expect, test } from "vitest";
import { keyMade, keyShown } from "#db/account/passkey.ts";
import { textsInput } from "#db/agreement/frame-inputs.ts";
import { routeInput } from "#db/agreement/service-inputs.ts";
import { growthOf } from "#db/testing/growth.ts";
import { readDictionary } from "#dictionary/read-dictionary.ts";
import { bounceIn } from "#jobs/bounce.ts";
import { browserName } from "#lib/account/browser-name.ts";
import { agreementContent } from "#lib/agreement/agreement.ts";
import { differences } from "#lib/agreement/differences.ts";
import { setExceptions } from "#lib/agreement/revise.ts";
import { sampleAgreement } from "#lib/agreement/sample-agreement.ts";
import { dictionary } from "#lib/anonymity/dictionary.ts";
import { fold } from "#lib/anonymity/guard/fold.ts";
import { guard } from "#lib/anonymity/guard/guard.ts";
import { sampleLocal } from "#lib/anonymity/guard/sample-local.ts";
import { toldTooMuch } from "#lib/anonymity/told-too-much.ts";
import { readSheet } from "#lib/directory/list/sheet.ts";
import { pieces } from "#lib/directory/list/xml.ts";
import { toFeed } from "#lib/export/calendar.ts";
import { toCsv } from "#lib/export/csv.ts";
import { readProviders } from "#lib/login/providers.ts";
import { parseCode } from "#lib/referral/code.ts";
import { findQuery } from "#lib/referral/find-query.ts";
import { isNative, readFields } from "./body.ts";

/** Between 4, which is linear, and 16, which is quadratic. */
const most = 8;

beforeAll(readDictionary);

const posted = (type: string) => (body: string) =>
  readFields(new Request("https://brobyg.example", { method: "POST", headers: { "content-type": type }, body }));
const json = posted("application/json");
const form = posted("application/x-www-form-urlencoded");
/** Two bytes less than the longest body that is read at all. */
const whole = 4_095;

const bodies: [what: string, read: (body: string) => unknown, inputOf: (size: number) => string][] = [
  ["JSON of one text", json, (size) => JSON.stringify({ a: "x".repeat(size - 8) })],
  ["JSON that is deep", json, (size) => `{"a":${"[".repeat(size / 2 - 4)}${"]".repeat(size / 2 - 4)}}`],
  ["JSON that is not closed", json, (size) => '{"a":'.repeat(size / 5)],
  ["JSON of many values", json, (size) => JSON.stringify({ a: Array.from({ length: size / 2 - 8 }, () => 1) })],
  [
    "a form of many fields",
    form,
    (size) => Array.from({ length: size / 5 }, (_, at) => `${at}`.padStart(4, "a")).join("&"),
  ],
  ["a form of one field many times", form, (size) => "a=&".repeat(size / 3)],
  ["a form with a field of dots", form, (size) => `a${".".repeat(size - 4)}b=1`],
  ["a form of signs in hexadecimal", form, (size) => `a=${"%41".repeat(size / 3 - 1)}`],
];
test.each(bodies)("a body is read in a time that grows with its length: %s", async (_what, work, inputOf) => {
  expect(await growthOf(inputOf, { size: whole, work })).toBeLessThan(most);
});

/** What a report is made of, again and again. */
const inReport = (type: string, line: string) => (size: number) =>
  new TextEncoder().encode(
    `Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: ${type}\n\n${line.repeat(size / line.length)}\n--b--\n`,
  );
const reports: [what: string, inputOf: (size: number) => Uint8Array][] = [
  ["recipients without a status", inReport("message/delivery-status", "Action: failed\n")],
  ["statuses of nobody", inReport("message/delivery-status", "Status: 5.1.1\n")],
  ["mails without an end to their name", inReport("text/rfc822-headers", "Message-ID: <\n")],
  ["names after many lines", inReport("text/rfc822-headers", "Message-ID:\n\n\n\n")],
  ["lines", inReport("text/plain", "\n")],
  ["parts", inReport("text/plain", "\n--b\n\n")],
  ["heads", (size) => new TextEncoder().encode("X: y\n".repeat(size / 5))],
  ["addresses", (size) => new TextEncoder().encode(`To: ${"a@b.c, ".repeat(size / 7)}\n\n`)],
];
test.each(reports)("a mail that came back is read so: %s", async (what, inputOf) => {
  // What only our own reading of a part could take again and again is tried with more of it.
  const size = /^(recipients|statuses|mails|names)/.test(what) ? 16_000 : 4_000;
  expect(await growthOf(inputOf, { size, work: bounceIn })).toBeLessThan(most);
});

/** Beginnings of everything that a detector looks for, and what stands between: none of them may be read again and again. */
const again = [
  "a",
  "A",
  "1",
  "ø",
  "-",
  ".",
  "@",
  "/",
  ":",
  ",",
  "'",
  " ",
  "\n",
  "_",
  "(",
  "#",
  "0",
  "é",
  "\u0301",
  "\u0316\u0301",
  "\u200b",
  "\u00a0",
  "\r\n",
  "ﷺ",
  "🧑",
  "۱",
  ..."vej |Vej 1, |gade 1 |nr. |st. tv. |1 1|1-|12.|12-12-|a.|a@|a@a.|@a|+45 |DK|den 1. |født |cpr |Hr. |Aa ".split(
    "|",
  ),
  ..."·|1·|22;|a.b.|F a |1a|4ab|a1a|aA|kalder ham |som |kendt som |storm og |født uge |sidste fire |afd. 1024 |en og |a/b+|kontak. ".split(
    "|",
  ),
  ..."AB 12 |tlf. |reg. |konto |etage |1a |lejemål |sag |en to |von |de la |o'|www.|A-|A. |mor |Hansen |søn af ".split(
    "|",
  ),
];
test.each(again.map((text) => [JSON.stringify(text), text] as const))(
  "the guard reads %s so, however often",
  async (_what, text) => {
    const inputOf = (size: number) => `x${text.repeat(size / text.length)}x`;
    expect(
      await growthOf(inputOf, { size: 1_000, work: (note) => guard(note, dictionary(), sampleLocal) }),
    ).toBeLessThan(most);
  },
);

const sheetOf = (text: string) => readSheet(new TextEncoder().encode(text));
const lists: [what: string, inputOf: (size: number) => string][] = [
  ["cells", (size) => "a;".repeat(size / 2)],
  ["lines", (size) => "a\n".repeat(size / 2)],
  ["empty lines", (size) => "\n".repeat(size)],
  ["quotation marks", (size) => `"${'""'.repeat(size / 2)}"`],
  ["quotation marks without an end", (size) => '"a";'.repeat(size / 4) + '"'],
];
test.each(lists)("a list of people is read so: %s", async (_what, inputOf) => {
  expect(await growthOf(inputOf, { size: 16_000, work: sheetOf })).toBeLessThan(most);
});
const marked: [what: string, inputOf: (size: number) => string][] = [
  ["tags", (size) => "<a>".repeat(size / 3)],
  ["one tag that is long", (size) => `<a ${"b".repeat(size)}>`],
  ["a tag of beginnings", (size) => `<a ${"b=".repeat(size / 2)}>`],
  ["attributes", (size) => `<a ${'b="c" '.repeat(size / 6)}>`],
  ["tags that do not end", (size) => "<".repeat(size)],
  ["names of signs", (size) => "&amp;&#x41;&".repeat(size / 12)],
  ["remarks that do not end", (size) => "<!--".repeat(size / 4)],
];
test.each(marked)("the XML of a workbook is read so: %s", async (_what, inputOf) => {
  const work = (xml: string) => {
    try {
      return [...pieces(`${xml}<`)].length;
    } catch {
      return 0;
    }
  };
  // A tag of more than 4,000 signs is not read at all.
  expect(await growthOf(inputOf, { size: 900, work })).toBeLessThan(most);
});

const site = { origin: "https://brobyg.example" };
const client = Buffer.from(JSON.stringify({ type: "webauthn.create", challenge: "x", origin: site.origin }));
const answerWith = (cbor: Uint8Array) => ({
  id: "x",
  rawId: "x",
  type: "public-key",
  clientExtensionResults: {},
  response: {
    clientDataJSON: client.toString("base64url"),
    attestationObject: Buffer.from(cbor).toString("base64url"),
    authenticatorData: Buffer.from(cbor).toString("base64url"),
    signature: Buffer.from(cbor).toString("base64url"),
  },
});
const kept = { credential_id: "x", public_key: Buffer.alloc(77), counter: 0, transports: null };
const shapes: [what: string, cborOf: (size: number) => Uint8Array][] = [
  ["lists in lists", (size) => new Uint8Array(size).fill(0x81)],
  ["maps in maps", (size) => new Uint8Array(size).fill(0xa1)],
  ["a list of numbers", (size) => isoCBOR.encode(Array.from({ length: size }, () => 1) as never)],
  ["a map of names", (size) => isoCBOR.encode(new Map(Array.from({ length: size / 4 }, (_, at) => [at, 0])) as never)],
  ["bytes", (size) => isoCBOR.encode(new Uint8Array(size) as never)],
];
test.each(shapes)("what a passkey answers is read so: %s", async (_what, cborOf) => {
  const inputOf = (size: number) => answerWith(cborOf(size));
  const make = (response: unknown) => keyMade(site, "x", response);
  const show = (response: unknown) => keyShown(site, { challenge: "x", kept, response });
  expect(await growthOf(inputOf, { size: 2_000, work: make })).toBeLessThan(most);
  expect(await growthOf(inputOf, { size: 2_000, work: show })).toBeLessThan(most);
});

const meeting = {
  id: "x",
  sequence: 1,
  title: "Møde",
  onDay: "2026-12-01",
  startsAt: "09:30",
  place: "x",
  url: "x",
} as const;
const content = sampleAgreement();
const [service] = content.services;
const many = <T>(size: number, each: (at: number) => T): T[] => Array.from({ length: size }, (_, at) => each(at));
const others: [what: string, inputOf: (size: number) => unknown, work: (input: never) => unknown][] = [
  ["a text of any length", (size) => "a".repeat(size * 10), (text) => fold(text)],
  ["digits parted by anything", (size) => "22·33;44;55;66".repeat(size), (text) => fold(text)],
  ["what a text tells too much", (size) => "taler kun somali-tolk, i fængsel ".repeat(size / 8), toldTooMuch],
  [
    "a search",
    (size) => ({ code: "2 -".repeat(size), service: "A".repeat(size) }),
    (asked) => findQuery.safeParse(asked),
  ],
  ["a code", (size) => "2- ".repeat(size), parseCode],
  ["the name of a browser", (size) => "Chrome/ Windows".repeat(size), browserName],
  [
    "the type of a body",
    (size) => new Request(site.origin, { headers: { "content-type": "a; ".repeat(size) } }),
    isNative,
  ],
  ["rows of a file", (size) => many(size, () => ['=a;"', "'", "x\n"]), toCsv],
  ["one cell of a file", (size) => [['"'.repeat(size * 4)]], toCsv],
  [
    "meetings of a calendar",
    (size) => many(size / 4, () => meeting),
    (all) => toFeed(all, { name: "x", written: new Date(0) }),
  ],
  [
    "the title of a meeting",
    (size) => [{ ...meeting, title: "x,".repeat(size * 4) }],
    (all) => toFeed(all, { name: "x", written: new Date(0) }),
  ],
  ["days of an agreement", (size) => "5.6., ".repeat(size), (written) => setExceptions(content, written)],
  [
    "services of an agreement",
    (size) => ({ ...content, services: many(size / 8, () => service) }),
    (all) => agreementContent.safeParse(all),
  ],
  [
    "what is new in an agreement",
    (size) => ({ ...content, services: many(size / 8, (at) => ({ ...service, key: `K${at}` })) }),
    (all) => differences(content, all),
  ],
  [
    "a route that somebody writes",
    (size) => ({ from: many(size, () => "A"), to: { r1: { others: many(size, () => "a") } } }),
    (written) => routeInput.safeParse(written),
  ],
  [
    "texts that somebody writes",
    (size) => ({ rows: Object.fromEntries(many(size, (at) => [`n${at}`, { text: { da: "x", en: "x" } }])) }),
    (written) => textsInput.safeParse(written),
  ],
  [
    "login providers",
    (size) => JSON.stringify(many(size, () => ({ id: "x" }))),
    (set) => {
      try {
        return readProviders(set);
      } catch {
        return null;
      }
    },
  ],
];
test.each(others)("%s: read or written in a time that grows with its length", async (_what, inputOf, work) => {
  expect(await growthOf(inputOf, { size: 800, work: work as (input: unknown) => unknown })).toBeLessThan(most);
});
