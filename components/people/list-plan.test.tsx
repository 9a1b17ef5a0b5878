import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ListFaults, ListPlanned } from "#components/people/list-plan.tsx";
import { day } from "#lib/calendar/day.ts";
import type { PlanLine } from "#lib/directory/list/list-plan.ts";
import messages from "#messages/da.json";

const { summary, unsent, retry } = messages.form;
const words = {
  list: messages.peopleList,
  columns: messages.refusals.columns,
  tooLarge: "",
  needed: "",
  form: { summary, unsent, retry },
};
const line: PlanLine = {
  row: 2,
  mail: "ida@a.example",
  name: "Ida Ært",
  post: "Boligrådgiver, SCK",
  from: day("2026-12-02"),
  outcome: "invited",
};
const planned = (...lines: PlanLine[]) =>
  renderToStaticMarkup(
    <ListPlanned lines={lines} words={words} locale="da">
      {(label) => <button type="button">{label}</button>}
    </ListPlanned>,
  );

test("what is wrong is said by row and column, with what stands there as text", () => {
  const html = renderToStaticMarkup(
    <ListFaults faults={[{ row: 7, column: "unit", code: "unit-near", text: "<b>SKC", near: "SCK" }]} words={words} />,
  );
  for (const said of [">7<", ">Enhed<", "Enheden “&lt;b&gt;SKC” findes ikke. Mener du “SCK”?"])
    expect(html).toContain(said);
});

test("a plan counts people and not rows, and has no button where there is nothing to do", () => {
  expect(planned(line, { ...line, row: 3 })).toContain("Inviter 1 person<");
  expect(planned(line, { ...line, row: 3, mail: "bo@a.example" })).toContain("Inviter 2 personer<");
  const held = planned({ ...line, outcome: "held" });
  expect(held).not.toContain("<button");
  expect(held).toContain("Der er intet at gøre.");
});
