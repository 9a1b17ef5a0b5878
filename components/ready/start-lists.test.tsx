import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { StartLists } from "#components/ready/start-lists.tsx";
import { NothingToDo } from "#components/work/nothing-to-do.tsx";
import type { WorkWords } from "#components/work/words.ts";
import type { Duty } from "#lib/agreement/parties.ts";
import { sayForum } from "#lib/agreement/say-forum.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { Left, Start } from "#lib/ready/ready.ts";
import da from "#messages/da.json" with { type: "json" };
import en from "#messages/en.json" with { type: "json" };

const nothing: Start = { left: null, operation: [], advice: false };
const none: Left = { agreement: null, unplaced: [], vacant: [], unreceived: [], unticked: [] };

/** What a page says, tags aside, and where its buttons lead. */
function shown(start: Partial<Start>, locale: "da" | "en" = "da") {
  const messages = locale === "da" ? da : en;
  const ready = sayForum(messages.ready, messages.forum.general);
  const words = { ready, tasks: messages.work.tasks, checklist: messages.protection.checklist };
  const html = renderToStaticMarkup(<StartLists start={{ ...nothing, ...start }} words={words} locale={locale} />);
  const text = html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return { text, links: [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href), html };
}

describe("the administrator's start page", () => {
  test("shows nothing when nothing is left", () => {
    expect(shown({ left: none }).html).toBe("");
    expect(shown({}).html).toBe("");
  });

  test("of an empty partnership begins with the agreement, each line with where it is done", () => {
    const { text, links } = shown({
      left: { ...none, agreement: { state: "none" }, vacant: ["Forum, Amager"], unticked: ["dpia", "officer"] },
    });
    expect(text).toMatch(/^Klar til brug .* Der er ingen aftale endnu\. Begynd den første version/);
    expect(text).toContain("Ingen person har: Forum, Amager. Gå til Personer");
    expect(text).toContain("Tjeklisten mangler 2 af 5 punkter.");
    expect(text).toContain("Administratoren: Konsekvensanalyse");
    expect(text).toContain("Databeskyttelsesrådgiveren: Råd om konsekvensanalysen");
    expect(links).toEqual(["/agreement", "/admin/people", "/protection#checklist"]);
  });

  test.each([
    [
      "begun",
      { state: "begun" },
      "Den første version af aftalen er begyndt. Skriv videre på aftalen",
      "/agreement/revision",
    ],
    ["proposed", { state: "proposed" }, "Forum har den første version af aftalen. Se forslaget", "/agreement/revision"],
    [
      "to come",
      { state: "comes", from: "2027-01-04" as Day },
      "Den gælder fra 4. januar 2027. Se aftalen",
      "/agreement",
    ],
  ] satisfies [string, NonNullable<Left["agreement"]>, string, string][])(
    "of an edition that is %s",
    (_what, agreement, sentence, place) => {
      const { text, links } = shown({ left: { ...none, agreement } });
      expect(text).toContain(sentence);
      expect(links).toEqual([place]);
    },
  );

  test("names functions without a unit and services without a recipient, and counts those out of sight", () => {
    const many = Array.from({ length: 9 }, (_, at) => `F${at}`);
    const { text, links } = shown({ left: { ...none, unplaced: many, unreceived: ["SKP"] } });
    expect(text).toContain("Ingen enhed har: F0 · F1 · F2 · F3 · F4 · F5 · 3 til.");
    expect(text).toContain("Ydelser uden modtager: SKP.");
    expect(links).toEqual(["/admin/units", "/admin/people"]);
  });

  test("hands to operations what it cannot do itself, each with its command", () => {
    const { text } = shown({ left: none, operation: ["mail", "anchor", "check"] });
    expect(text).toMatch(/^Til IT-driften/);
    expect(text).toContain(
      "de sidste 90 dage. Jobbene skal køre, og SMTP_URL skal pege på en mailserver. Kommando: npm run jobs",
    );
    expect(text).toContain("Loggen er ikke kontrolleret de sidste 90 dage. Kommando: npm run audit:verify");
    expect(shown({ operation: ["unsound"] }).text).toContain("Sidste kontrol af loggen fandt en fejl.");
  });

  test("says the same in English", () => {
    const { text } = shown({ left: { ...none, agreement: { state: "none" } }, operation: ["check"] }, "en");
    expect(text).toMatch(/^Ready to use .* There is no agreement yet\. Begin the first version For IT operations/);
  });
});

test("the officer is led to the checklist", () => {
  expect(shown({ advice: true })).toMatchObject({ links: ["/protection#checklist"] });
  expect(shown({ advice: true }).text).toMatch(/^Venter på mig Dit råd om konsekvensanalysen/);
});

describe("with nothing to do", () => {
  const says = (duties: Duty[], agreed = true) => {
    const html = renderToStaticMarkup(
      <NothingToDo duties={duties} agreed={agreed} words={da.work as WorkWords["work"]} />,
    );
    return {
      text: html.replace(/<[^>]+>/g, " ").trim(),
      links: [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href),
    };
  };

  test.each([
    ["forum", "Intet venter på dig lige nu. Du ser tal, og du vedtager nye versioner af aftalen.", "/statistics"],
    ["administer", "Intet mangler lige nu. Du holder styr på personer og enheder", "/admin/people"],
    ["protect", "Intet venter på dig lige nu. I loggen ser du, hvem der har set og gjort hvad.", "/log"],
  ] satisfies [Duty, string, string][])("%s is told what the page offers", (duty, sentence, place) => {
    expect(says([duty])).toEqual({ text: expect.stringContaining(sentence), links: [place] });
  });

  test("before the first agreement Forum waits for it, and is sent to no figures", () => {
    expect(says(["forum"], false)).toEqual({ text: expect.stringMatching(/^Der er ingen aftale endnu/), links: [] });
  });
});
