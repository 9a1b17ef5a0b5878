import { expect, test } from "vitest";
import { commonFieldsOf } from "#components/agreement/common-fields.ts";
import { fieldsOf, itemsOf } from "#components/agreement/service/list-fields.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { answered } from "#components/form/what-is-sent.ts";
import { commonListInput, purposesInput } from "#db/agreement/common-inputs.ts";
import { listInput } from "#db/agreement/service-inputs.ts";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { type CommonPlace, commonItems, commonLists, setCommonList } from "#lib/agreement/common-lists.ts";
import { differences } from "#lib/agreement/differences.ts";
import { type ListPlace, questionLists, questionOf, serviceLists, setList } from "#lib/agreement/lists.ts";
import { purposeRows, setPurposes } from "#lib/agreement/series.ts";
import da from "#messages/da.json" with { type: "json" };

const { content } = noerrebro;
const words = da as unknown as RevisionWords;

const places: ListPlace[] = content.services.flatMap((service) => [
  ...serviceLists.map((list): ListPlace => ({ service: service.code, list })),
  ...questionLists.flatMap((list) => {
    const all = list === "followUp" ? [service.followUp?.question ?? []].flat() : service[list];
    return all.map(({ code }): ListPlace => ({ service: service.code, list, question: code }));
  }),
]);

test("every list of every service that is saved as its form shows it stays as it was", () => {
  expect(places.length).toBeGreaterThan(80);
  for (const place of places) {
    const service = content.services.find(({ code }) => code === place.service);
    if (!service) throw new Error(place.service);
    const fields = fieldsOf(place, { content, service, words, locale: "da" });
    const all =
      place.question === undefined ? service[place.list] : questionOf(service, place.list, place.question)?.choices;
    const items = itemsOf(all ?? [], fields, { locale: "da" });
    const values = {
      order: items.map(({ code }) => code).join(" "),
      rows: Object.fromEntries(items.map(({ code, da: danish, en, said }) => [code, { da: danish, en, ...said }])),
    };
    const {
      service: _service,
      list: _list,
      question: _question,
      version: _version,
      ...written
    } = listInput.parse({
      ...answered(values, values),
      ...place,
      version: 1,
    });
    const saved = setList(content, place, written as never);
    expect([place, saved.ok && differences(content, saved.value)]).toEqual([place, []]);
  }
});

type Shown = ReturnType<typeof itemsOf>;
const valuesOf = (items: Shown) => ({
  order: items.map(({ code }) => code).join(" "),
  rows: Object.fromEntries(items.map(({ code, da: danish, en, said }) => [code, { da: danish, en, ...said }])),
});

test("every list that stands once, saved as its form shows it, stays as it was", () => {
  const withAreas = {
    ...content,
    areas: [
      { code: "ET", text: { da: "Et", en: "" }, about: { da: "Om det", en: "" } },
      { code: "TO", text: { da: "To", en: "Two" } },
    ],
  };
  const once: CommonPlace[] = [
    ...commonLists.map((list): CommonPlace => ({ list })),
    ...content.forAll.questions.map(({ code }): CommonPlace => ({ list: "questions", question: code })),
  ];
  for (const of of [content, withAreas])
    for (const place of once) {
      const fields = commonFieldsOf(place, { content: of, words, locale: "da" });
      const values = valuesOf(itemsOf(commonItems(of, place) ?? [], fields, { locale: "da" }));
      const { order, rows } = commonListInput.parse({ ...answered(values, values), ...place, version: 1 });
      const saved = setCommonList(of, place, { order, rows } as never);
      expect([place, saved.ok && differences(of, saved.value)]).toEqual([place, []]);
    }
});

test("the purposes of every series that are saved as their form shows them stay as they were", () => {
  for (const series of content.meetings) {
    const values = valuesOf(itemsOf(purposeRows(series), [], { locale: "da" }));
    const { order, rows } = purposesInput.parse({ ...answered(values, values), series: series.code, version: 1 });
    const saved = setPurposes(content, series.code, { order, rows });
    expect([series.code, saved.ok && differences(content, saved.value)]).toEqual([series.code, []]);
  }
});
