import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { flawPlace, partsOf, textsOf } from "#components/agreement/revision-parts.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { answered } from "#components/form/what-is-sent.ts";
import { activityInput, contractInput, localInput, textsInput } from "#db/agreement/frame-inputs.ts";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { addActivity, setActivity, type WrittenActivity } from "#lib/agreement/activities.ts";
import type { AgreementContent } from "#lib/agreement/agreement.ts";
import { setContract, type WrittenContract } from "#lib/agreement/contract.ts";
import { differences } from "#lib/agreement/differences.ts";
import { emptyAgreement } from "#lib/agreement/empty-agreement.ts";
import { gapsOf } from "#lib/agreement/gaps.ts";
import { localKinds, setLocalNames, showLocalNames } from "#lib/agreement/set-local-names.ts";
import { setTexts, type WrittenTexts } from "#lib/agreement/text-lists.ts";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import type { Day } from "#lib/calendar/day.ts";
import da from "#messages/da.json" with { type: "json" };

const words = da as unknown as RevisionWords;
const { revision } = words;
const { content } = noerrebro;
const sent = (values: Record<string, unknown>, fixed: object = {}) => ({
  ...answered(values, values),
  ...fixed,
  version: 1,
});
const changes = (saved: { ok: boolean; value?: AgreementContent; code?: string }) =>
  saved.ok ? differences(content, saved.value) : saved;

describe("what is saved as its form shows it stays as it was", () => {
  test("every list of texts", () => {
    const parts = ["contract", "economy", "others", ...content.activities.map(({ code }) => `activities.${code}`)];
    const lists = parts.flatMap((part) => textsOf(content, part, { revision, flaws: () => [] }));
    expect(lists.length).toBeGreaterThan(12);
    for (const { address, items, title, fields } of lists) {
      expect([address, /^[A-ZÆØÅ]/.test(title), fields.every(({ label = "X" }) => label !== "")]).toEqual([
        address,
        true,
        true,
      ]);
      const rows = Object.fromEntries(items.map((item, at) => [`i${at}`, { ...item }]));
      const {
        version: _version,
        address: _address,
        ...written
      } = textsInput.parse(sent({ order: Object.keys(rows).join(" "), rows }, { address }));
      expect([address, changes(setTexts(content, address, written as WrittenTexts))]).toEqual([address, []]);
    }
  });

  test("every piece of the contract", () => {
    const { title, subject, aims, coordination, revision: revised, date, file } = content.contract;
    const { intro, closing } = aims;
    const shown = formatDanishDate(date as Day);
    for (const [piece, texts] of Object.entries({
      title: { title, subject, date: shown, file },
      aims: { intro, closing },
      coordination: { coordination, revision: revised },
    })) {
      const { version: _version, ...written } = contractInput.parse(sent(texts, { piece }));
      expect([piece, changes(setContract(content, written as WrittenContract))]).toEqual([piece, []]);
    }
  });

  test("every activity, and the local names", () => {
    for (const { code, name, functions, places, anchoring, revision: revised } of content.activities) {
      const {
        version: _version,
        activity: _activity,
        ...written
      } = activityInput.parse(
        sent(
          { name, functions, places, anchoring, revision: revised, area: content.areas?.[0]?.code },
          { activity: code },
        ),
      );
      expect([code, changes(setActivity(content, code, written as WrittenActivity))]).toEqual([code, []]);
    }
    const { version: _version, ...names } = localInput.parse(
      sent(Object.fromEntries(localKinds.map((kind) => [kind, showLocalNames(content, kind)]))),
    );
    expect(changes(setLocalNames(content, names))).toEqual([]);
  });
});

test("every page of a revision is called by what it is about", () => {
  const labels = partsOf(content, words, "da").flatMap(({ parts }) => parts.map(({ label }) => label));
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels).toEqual(
    expect.arrayContaining(["Rammen og målene", "Økonomi", "Øvrige aktiviteter", "Lokale navne", "Indsatsområder"]),
  );
});

/** The folder of a page of the draft: what is called so, or else whatever may be called anything. */
function folderOf(href: string): string {
  let folder = "app/(work)";
  for (const part of href.split("/").filter(Boolean)) {
    const any = readdirSync(folder).find((name) => name.startsWith("["));
    folder = `${folder}/${existsSync(`${folder}/${part}`) ? part : (any ?? part)}`;
  }
  return folder;
}

test("whatever a first edition may lack has a page on which it is written", () => {
  const begun = addActivity(emptyAgreement(), { da: "Café" }, []);
  if (!begun.ok) throw new Error(begun.code);
  const service = { ...content.services[0], outcomes: [] };
  const series = { ...content.meetings[0], purposes: [] };
  const lacking = {
    ...begun.value.content,
    services: [service],
    routes: [{ service: service.code, from: [], to: [], also: [] }],
    meetings: [series],
  } as unknown as AgreementContent;
  const parts = partsOf(lacking, words, "da");
  const gaps = [...gapsOf(emptyAgreement()), ...gapsOf(lacking)];
  expect(new Set(gaps.map(({ part }) => part.split(".")[0]))).toEqual(
    new Set(["contract", "forAll", "services", "meetings", "activities"]),
  );
  const outcomes = gaps.filter(({ field }) => field === "outcomes").map((gap) => flawPlace(parts, gap));
  expect(outcomes).toEqual([`/agreement/revision/services/${service.code}/outcomes`]);
  for (const gap of gaps) {
    const href = flawPlace(parts, gap);
    expect([gap, href.includes("#")]).toEqual([gap, false]);
    expect([href, existsSync(`${folderOf(href)}/page.tsx`)]).toEqual([href, true]);
  }
});
