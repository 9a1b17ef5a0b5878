import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { breakFile, breakText, numbersFrom } from "./a-broken-file.ts";
import { readAgreementFile } from "./agreement-file.ts";
import { canonical } from "./canonical.ts";
import type { Mistake } from "./mistake.ts";
import { readJson } from "./read-json.ts";
import { sampleFile } from "./sample-file.ts";

const text = readFileSync("agreements/noerrebro.json", "utf8");
/** What a test does to a file, wherever it likes. */
// biome-ignore lint: a broken file has no type
type Anything = ReturnType<typeof JSON.parse>;
const raw = (): Anything => JSON.parse(text);
const bytesOf = (said: string) => new TextEncoder().encode(said);
const mistakesOf = (value: unknown) => {
  const read = readAgreementFile(value);
  return read.ok ? [] : read.mistakes.map(({ path, says }) => `${path}: ${says}`);
};
const days = "a whole number of working days from 1 to 40";
const coded = "a code: capital letters A to Z, digits and _, a letter first, at most 60";
const keyed = "a key: small letters a to z, digits, - and ., at most 80, a letter or digit first";
const said = "a text of 1 to 1000 signs";
const dated = "a day that there is, as 2026-12-31";
const service = (file: Anything, code: string) => file.services.find((each: Anything) => each.code === code);
const route = (file: Anything, code: string) => file.routes.find((each: Anything) => each.service === code);

/** What is done to the file, the path and the sentence. */
const broken: [string, (file: Anything) => unknown, ...string[]][] = [
  ["a norm of no day", (f) => (f.services[3].norm.answer = 0), `services[3].norm.answer: ${days}`],
  ["a norm of half days", (f) => (f.services[3].norm.contact = 2.5), `services[3].norm.contact: ${days}`],
  ["a norm that is a text", (f) => (f.services[3].norm.answer = "5"), `services[3].norm.answer: ${days}`],
  ["a norm of a year", (f) => (f.forAll.norm.question = 365), `forAll.norm.question: ${days}`],
  ["a norm left out", (f) => delete f.services[0].norm.answer, `services[0].norm.answer: it is missing: ${days}`],
  ["a field misspelt", (f) => (f.services[2].nrom = 1), "services[2].nrom: there is no such field here"],
  ["a field with an odd name", (f) => (f.services[2]["a b"] = 1), 'services[2]["a b"]: there is no such field here'],
  ["a part left out", (f) => delete f.meetings, "meetings: it is missing: a list in [ ]"],
  ["a part that is no list", (f) => (f.units = {}), "units: a list in [ ]"],
  ["a part that is nothing", (f) => (f.workingDays = null), "workingDays: fields in { }"],
  ["a name without Danish", (f) => (f.services[1].name.da = " "), `services[1].name.da: ${said}`],
  ["a text too long", (f) => (f.contract.frame[1].da = "a".repeat(1001)), `contract.frame[1].da: ${said}`],
  ["a text that is a number", (f) => (f.meetings[0].name.da = 7), `meetings[0].name.da: ${said}`],
  ["a code in small letters", (f) => (f.external[2].code = "bif"), `external[2].code: ${coded}`],
  ["a code left out", (f) => delete f.external[2].code, `external[2].code: it is missing: ${coded}`],
  [
    "a code twice",
    (f) => (f.services[0].situations[1].code = f.services[0].situations[0].code),
    `services[0].situations[1].code: ${raw().services[0].situations[0].code} is there twice`,
  ],
  [
    "an answer twice",
    (f) => (f.forAll.questions[1].choices[2].code = "I_DAG"),
    "forAll.questions[1].choices[2].code: I_DAG is there twice",
  ],
  [
    "eight to choose from",
    (f) => {
      f.services[8].situations.push(...["A", "B"].map((code) => ({ code, text: { da: code } })));
    },
    "services[8].situations: at most 7; there are 8",
  ],
  [
    "an unknown way to decide",
    (f) => (f.services[0].basis = "law"),
    "services[0].basis: one of statutory, decided-elsewhere, no-decision, voluntary",
  ],
  [
    "a flag that is no flag",
    (f) => (f.services[4].openToAnonymous = "no"),
    "services[4].openToAnonymous: true or false",
  ],
  [
    "urgent: false",
    (f) => (f.services[3].situations[0].urgent = false),
    "services[3].situations[0].urgent: only true can stand here",
  ],
  [
    "a KLE number of four digits",
    (f) => (f.services[0].kle = ["27.36"]),
    "services[0].kle[0]: a KLE number, as 27.36.04",
  ],
  [
    "choices where a day is asked",
    (f) => {
      const q = service(f, "UDSAETTELSE").key.findIndex((each: Anything) => each.answer !== "one");
      service(f, "UDSAETTELSE").key[q].choices = [{ code: "A", text: { da: "A" } }];
    },
    "services[3].key[2]: choices where a code is the answer, and only there",
  ],
  [
    "a condition on no question",
    (f) => (service(f, "LOKAL").questions[0].onlyIf.question = "NAVNET"),
    "services[8].questions[0].onlyIf.question: LOKAL asks no question with the code NAVNET",
  ],
  [
    "a condition on no answer",
    (f) => (service(f, "LOKAL").questions[0].onlyIf.oneOf[1] = "NIKS"),
    "services[8].questions[0].onlyIf.oneOf[1]: NAVN has no answer with the code NIKS",
  ],
  [
    "a condition of two kinds",
    (f) => (service(f, "LOKAL").questions[0].onlyIf = { question: "NAVN", situation: ["KONTAKT"] }),
    "services[8].questions[0].onlyIf.question: there is no such field here",
  ],
  [
    "a route that rests on no situation",
    (f) => (route(f, "RENOVERING").to[0].when.situation = ["FOELGE"]),
    "routes[5].to[0].when.situation[0]: RENOVERING has no situation with the code FOELGE",
  ],
  [
    "a situation that points to no service",
    (f) => (f.services[3].situations[0].alsoRefer = "HJAELP"),
    "services[3].situations[0].alsoRefer: there is no service with the code HJAELP",
  ],
  [
    "nobody who decides, where it is decided elsewhere",
    (f) => delete service(f, "BOLIGYDELSE").decidedBy,
    'services[0].decidedBy: who decides it, where "basis" is decided-elsewhere, and only there',
  ],
  ["a service without situations", (f) => (f.services[0].situations = []), "services[0].situations: at least one"],
  [
    "a service without a route",
    (f) => f.routes.pop(),
    "services[8].code: no route says who sends and who receives LOKAL",
  ],
  [
    "a route of no service",
    (f) => (f.routes[8].service = "LOKALT"),
    "routes[8].service: there is no service with the code LOKALT",
    "services[8].code: no route says who sends and who receives LOKAL",
  ],
  [
    "two routes of a service",
    (f) => f.routes.push({ ...f.routes[0] }),
    "routes[9].service: BOLIGYDELSE is there twice",
  ],
  ["a route from nobody", (f) => (f.routes[1].from = []), "routes[1].from: at least one"],
  [
    "a route from a function that is not there",
    (f) => (f.routes[0].from = ["VICEVAERT"]),
    "routes[0].from[0]: there is no function with the code VICEVAERT",
  ],
  [
    "a route from one that cannot refer",
    (f) => (f.routes[0].from = ["OMRAADECHEF"]),
    'routes[0].from[0]: OMRAADECHEF does not have the duty "refer"',
  ],
  [
    "a receiver that cannot receive",
    (f) => (f.routes[0].to[0].functions = ["OMRAADECHEF"]),
    'routes[0].to[0].functions[0]: OMRAADECHEF does not have the duty "receive"',
  ],
  [
    "a receiver without a post",
    (f) => {
      f.posts = f.posts.filter((post: Anything) => post.function !== "SOCIAL_MENTOR");
      f.routes = f.routes.map((each: Anything) => (each.service === "LOKAL" ? each : each));
    },
    "routes[4].to[0].functions[0]: no unit has a post of SOCIAL_MENTOR",
  ],
  [
    "a sender twice",
    (f) => (f.routes[3].also = ["SPECIALISERET_SAGSBEHANDLER", "SPECIALISERET_SAGSBEHANDLER"]),
    "routes[3].also[1]: SPECIALISERET_SAGSBEHANDLER is there twice",
  ],
  [
    "a meeting every year and a half",
    (f) => (f.meetings[0].cadence = { everyWeeks: 78 }),
    "meetings[0].cadence.everyWeeks: a whole number of weeks from 1 to 52",
  ],
  [
    "a meeting of no cadence",
    (f) => (f.meetings[0].cadence = { monthly: true }),
    'meetings[0].cadence: "everyWeeks" or "timesAYear"',
  ],
  [
    "a meeting that nobody calls",
    (f) => (f.meetings[1].convener = "INGEN"),
    "meetings[1].convener: there is no function with the code INGEN",
  ],
  [
    "a guest function that is not there",
    (f) => (f.meetings[1].participants[2].function = "INGEN"),
    "meetings[1].participants[2].function: there is no function with the code INGEN",
  ],
  [
    "somebody invited twice",
    (f) => f.meetings[0].participants.push(f.meetings[0].participants[0]),
    "meetings[0].participants[11].function: SPECIALISERET_SAGSBEHANDLER is there twice",
  ],
  [
    "a day that no year has",
    (f) => (f.workingDays.exceptions[0] = "06-31"),
    "workingDays.exceptions[0]: a day of the year, as 12-24",
  ],
  [
    "a street that is a sentence",
    (f) => (f.local = { streets: ["Klitvej", "Klitvej, ved søen!"] }),
    "local.streets[1]: a name of 2 to 60 letters, figures, spaces and the signs . ' ’ - and –",
  ],
  [
    "an activity that does not say where",
    (f) => (f.activities[1].places = { da: " " }),
    `activities[1].places.da: ${said}`,
  ],
  ["a date that is none", (f) => (f.contract.date = "2013-02-30"), `contract.date: ${dated}`],
  [
    "an area that is not there",
    (f) => (f.activities[0].area = "KULTUR"),
    "activities[0].area: there is no area with the code KULTUR",
  ],
  [
    "a code that all services have",
    (f) => (f.services[0].outcomes[0].code = "RAAD"),
    "services[0].outcomes[0].code: RAAD is there already, for all services",
  ],
  [
    "an outcome that means nothing",
    (f) => delete f.services[0].outcomes[0].outcomeClass,
    `services[0].outcomes[0].outcomeClass: it is missing: one of ${["helped", "partly", "none", "unknown"].join(", ")}`,
  ],
  [
    "no reason for a consent that is gone",
    (f) => f.forAll.withdrawReasons.pop(),
    'forAll.withdrawReasons: one with the code SAMTYKKE and "bySystem", for a consent that is gone',
  ],
  [
    "a source that is neither",
    (f) => (f.services[0].norm.source = "law"),
    "services[0].norm.source: one of contract, proposal",
  ],
  ["a unit key with a capital", (f) => (f.units[0].key = "AKB"), `units[0].key: ${keyed}`],
  ["a unit twice", (f) => f.units.push({ ...f.units[24] }), "units[25].key: sind is there twice"],
  [
    "a unit below one that is not there",
    (f) => (f.units[7].parent = "akbe"),
    "units[7].parent: there is no unit with the key akbe",
  ],
  [
    "units in a circle",
    (f) => {
      f.units[0].parent = "lundtoftegade";
    },
    "units[0].parent: followed upwards it leads back to itself",
    "units[7].parent: followed upwards it leads back to itself",
  ],
  [
    "a unit that owns itself",
    (f) => (f.units[9].with = ["det-gode-naboskab"]),
    "units[9].with[0]: a unit cannot belong to itself",
  ],
  [
    "several owners of what is no helhedsplan",
    (f) => (f.units[14].with = ["fsb"]),
    "units[14].with: only a helhedsplan belongs to several housing organisations",
  ],
  [
    "an owner that is not there",
    (f) => (f.units[9].with = ["ingen"]),
    "units[9].with[0]: there is no unit with the key ingen",
  ],
  [
    "an owner that is no housing organisation",
    (f) => (f.units[9].with = ["hab", "kommunen"]),
    "units[9].with[1]: kommunen is no housing organisation",
  ],
  [
    "an owner that answers for it already",
    (f) => (f.units[9].with = ["fsb"]),
    'units[9].with[0]: fsb is its "parent" already',
  ],
  ["an owner twice", (f) => (f.units[9].with = ["hab", "hab"]), "units[9].with[1]: hab is there twice"],
  [
    "a unit that ends before it begins",
    (f) => (f.units[0].until = "2010-01-01"),
    "units[0].until: not before its first day, 2013-12-12",
  ],
  [
    "a name before the name before it",
    (f) => (f.units[0].renamed = [{ from: "2013-12-12", name: "A", short: "A" }]),
    "units[0].renamed[0].from: later than the name before it, 2013-12-12",
  ],
  [
    "a kind of unit that is none",
    (f) => (f.units[0].kind = "club"),
    "units[0].kind: one of municipality, administration, municipal-unit, housing-organisation, helhedsplan, estate, forum, partner",
  ],
  [
    "a function with a duty that is none",
    (f) => (f.functions[0].duties = ["rule"]),
    "functions[0].duties[0]: one of refer, receive, coordinate, lead, forum, administer, protect",
  ],
  [
    "nobody to administer",
    (f) => {
      f.functions.find((each: Anything) => each.code === "ADMINISTRATOR").duties = ["lead"];
    },
    'functions: no function has the duty "administer", and somebody must',
  ],
  ["a post in no unit", (f) => (f.posts[0].unit = "abk"), "posts[0].unit: there is no unit with the key abk"],
  [
    "a post of no function",
    (f) => (f.posts[0].function = "KOORDINATOR"),
    "posts[0].function: there is no function with the code KOORDINATOR",
  ],
  [
    "a function twice in a unit",
    (f) => f.posts.push({ ...f.posts[0], key: "en-til" }),
    "posts[27].function: BOLIGSOCIAL_KOORDINATOR in akb is there twice",
  ],
  [
    "a post before its unit",
    (f) => (f.posts[0].from = "2001-01-01"),
    "posts[0].from: its unit and its function begin on 2013-12-12",
  ],
  [
    "telephone hours that end before they begin",
    (f) => (f.posts[0].hours = { mon: { from: "12:00", to: "09:00" } }),
    "posts[0].hours.mon.to: later than 12:00",
  ],
  [
    "telephone hours on a Sunday",
    (f) => (f.posts[0].hours = { sun: { from: "09:00", to: "12:00" } }),
    "posts[0].hours.sun: there is no such field here",
  ],
  [
    "a time that is none",
    (f) => (f.posts[0].hours = { mon: { from: "9.00", to: "12:00" } }),
    "posts[0].hours.mon.from: a time of the day, as 09:30",
  ],
  [
    "a telephone number that is none",
    (f) => (f.posts[0].phone = "ring"),
    "posts[0].phone: a telephone number, as 20 00 00 21 or +46812345678",
  ],
  [
    "a mail address that is none",
    (f) => (f.posts[0].mail = "akb"),
    "posts[0].mail: a mail address of at most 200 signs",
  ],
  [
    "a post that is followed by none",
    (f) => Object.assign(f.posts[0], { until: "2027-01-01", successor: "ingen" }),
    "posts[0].successor: there is no post with the key ingen",
  ],
  [
    "a post that is followed and goes on",
    (f) => (f.posts[0].successor = f.posts[1].key),
    'posts[0].successor: only a post with an "until" is followed by another',
  ],
  [
    "a definition that is not there",
    (f) => (f.forAll.questions[2].choices = { use: "jaNej" }),
    'forAll.questions[2].choices.use: there is no definition called "jaNej"',
  ],
  [
    "a definition within itself",
    (f) => (f.definitions.yes = { use: "yesNo" }),
    "definitions.yesNo: it is used within itself",
  ],
  [
    "a list with something beside it",
    (f) => (f.forAll.questions[2].choices = { use: "yesNo", urgent: true }),
    'forAll.questions[2].choices: "yesNo" is no set of fields, so nothing can stand beside it',
  ],
  ["a mistake in a definition", (f) => (f.definitions.no.text.da = ""), `definitions.no.text.da: ${said}`],
  ["definitions that are a list", (f) => (f.definitions = []), "definitions: shared pieces by their names"],
  [
    "a sign that nobody can see",
    (f) => (f.units[0].name = "AKB\u0007"),
    "units[0].name: it has a sign that steers a machine, and that nobody can see",
  ],
  [
    "a sign that no paper can show",
    (f) => (f.units[0].name = "AKB \u4e2d"),
    "units[0].name: it has a sign that no paper of the product can show: \u4e2d",
  ],
  [
    "more posts than a district has",
    (f) => (f.posts = Array.from({ length: 201 }, () => f.posts[0])),
    "posts: at most 200 of them; there are 201",
  ],
  ["a version of no number", (f) => (f.version.number = 0), "version.number: a whole number from 1"],
  ["a partnership without a name", (f) => (f.partnership.name = ""), "partnership.name: a text of 1 to 120 signs"],
];

describe("a file that is broken", () => {
  test("is told of in at least sixty ways, none of them twice", () => {
    expect(broken.length).toBeGreaterThanOrEqual(60);
    expect(new Set(broken.map(([what]) => what)).size).toBe(broken.length);
  });

  test.each(broken)("by %s", (_, breaks, ...told) => {
    const file = raw();
    breaks(file);
    expect(mistakesOf(file)).toEqual(told);
  });

  test.each([null, 7, "en aftale", [], [raw()]])("by being no fields: %#", (value) => {
    expect(mistakesOf(value)).toEqual(["the file: an agreement is fields in { }, as the schema says"]);
  });

  test("tells everything that is wrong at once, and no more than a hundred things", () => {
    const file = raw();
    file.services[0].norm.answer = 0;
    file.units[0].kind = "club";
    expect(mistakesOf(file)).toHaveLength(2);
    for (const each of file.services) each.situations = [];
    for (const each of file.posts) each.unit = "ingen";
    file.services[0].norm.answer = 1;
    file.units[0].kind = "partner";
    expect(mistakesOf(file).length).toBeGreaterThan(30);
    expect(mistakesOf({ ...raw(), services: Array.from({ length: 150 }, () => ({})) })).toHaveLength(100);
  });

  test.each([
    [
      "deeper than an agreement",
      () => JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`),
      "units[0][0]: deeper than an agreement can be",
    ],
    ["grown by its definitions", () => ({}), "definitions: together they are more than an agreement can be"],
  ])("by being %s", (_, units, told) => {
    const file = raw();
    file.units = units();
    file.definitions["a0"] = ["x"];
    for (let at = 1; at < 30; at += 1) file.definitions[`a${at}`] = [{ use: `a${at - 1}` }, { use: `a${at - 1}` }];
    expect(mistakesOf(file)).toEqual([told]);
  });

  test("cannot reach what every object has", () => {
    const file = JSON.parse(text.replace('"units": [', '"__proto__": { "polluted": true }, "units": ['));
    expect(mistakesOf(file)).toEqual(["__proto__: there is no such field here"]);
    const used = raw();
    used.units = { use: "constructor" };
    expect(mistakesOf(used)).toEqual(['units.use: there is no definition called "constructor"']);
    expect(({} as Anything).polluted).toBeUndefined();
  });
});

describe("a file of bytes", () => {
  test.each([
    ["empty", bytesOf(" \n"), "is empty."],
    ["cut off", bytesOf(text.slice(0, 2000)), expect.stringMatching(/^is not JSON/)],
    ["no JSON", bytesOf("title: Aftale"), "is not JSON: something is wrong at line 1, sign 1."],
    ["no JSON further down", bytesOf('{\n  "a": 1,\n  b: 2\n}'), "is not JSON: something is wrong at line 3, sign 3."],
    ["in another encoding", new Uint8Array([0x22, 0xe6, 0x22]), "is not written in UTF-8, as JSON is."],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]), "is not written in UTF-8, as JSON is."],
  ])("%s says so", (_, given, says) => {
    expect(readJson(given)).toEqual({ ok: false, says });
  });

  test("with a field twice says which, since the first would silently be lost", () => {
    const read = readJson(bytesOf('{"units":[{"key":"a","name":"x"},{"key":"b","key":"c"}],"units":[]}'));
    expect(read).toMatchObject({
      ok: true,
      twice: [
        { path: "units[1].key", says: "it is there twice, and only the last would count" },
        { path: "units", says: "it is there twice, and only the last would count" },
      ],
    });
    expect(readJson(bytesOf(text))).toMatchObject({ ok: true, twice: [] });
    expect(readJson(bytesOf(`\ufeff${text}`))).toMatchObject({ ok: true });
  });

  test("as long as may be is read once, whatever its signs", () => {
    for (const piece of ['\\"', "a", "\\\\"]) {
      const long = readJson(bytesOf(`{"a":"${piece.repeat(900_000)}","a":1}`));
      expect(long).toMatchObject({ ok: true, twice: [{ path: "a" }] });
    }
  });
});

test("a contract may not know its day and number yet", () => {
  const file = raw();
  Object.assign(file.contract, { date: "", file: "" });
  expect(mistakesOf(file)).toEqual([]);
});

describe("ten thousand files that were changed by chance", () => {
  test("are each an agreement or told of, by path and in words", () => {
    const next = numbersFrom(20_261_130);
    const small = JSON.stringify(sampleFile());
    expect(mistakesOf(JSON.parse(small))).toEqual([]);
    let agreements = 0;
    let notJson = 0;
    const dumb: Mistake[] = [];
    const unsaid: string[] = [];
    for (let each = 0; each < 10_000; each += 1) {
      const base = each % 200 === 0 ? text : small;
      const file = JSON.parse(base);
      if (each % 4 !== 0) breakFile(file, next);
      const read = readJson(bytesOf(each % 4 === 0 ? breakText(base, next) : JSON.stringify(file)));
      if (!read.ok) {
        notJson += 1;
        if (!/^is .*\.$/.test(read.says)) unsaid.push(read.says);
        continue;
      }
      const result = readAgreementFile(read.value);
      const told = [...read.twice, ...(result.ok ? [] : result.mistakes)];
      if (told.length === 0) agreements += 1;
      dumb.push(...told.filter(({ path, says }) => !path || !says || /undefined|\[object|NaN/.test(path + says)));
    }
    expect([dumb, unsaid]).toEqual([[], []]);
    expect(agreements).toBeGreaterThan(300);
    expect(notJson).toBeGreaterThan(1000);
  }, 300_000);
});

describe("two files", () => {
  const same = (value: unknown) => {
    const read = readAgreementFile(value);
    if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
    return canonical(read.file);
  };
  /** The same fields, the last first. */
  const turned = (value: Anything): Anything =>
    typeof value !== "object" || value === null
      ? value
      : Array.isArray(value)
        ? value.map(turned)
        : Object.fromEntries(
            Object.entries(value)
              .map(([key, each]) => [key, turned(each)])
              .toReversed(),
          );

  test("are one agreement in whatever order their fields and their units stand, and what goes without saying is said", () => {
    const other = turned(raw());
    other.units.reverse();
    other.posts.reverse();
    other.functions.reverse();
    other.units[0].with ??= [];
    for (const each of other.routes) each.source ??= "contract";
    for (const each of other.functions) each.duties.reverse();
    delete other.$schema;
    expect(same(other)).toEqual(same(raw()));
  });

  test.each<[string, (file: Anything) => unknown]>([
    ["a norm", (f) => (f.services[0].norm.answer += 1)],
    ["the order of services", (f) => f.services.reverse()],
    ["a source", (f) => delete f.services[0].norm.source],
    ["an English text", (f) => delete f.services[0].name.en],
    ["a shared piece", (f) => (f.definitions.yes.text.da = "Jo")],
  ])("differ by %s", (_, changes) => {
    const file = raw();
    changes(file);
    expect(same(file)).not.toEqual(same(raw()));
  });
});
