import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Button } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { Stations } from "#components/ui/stations.tsx";
import { Table } from "#components/ui/table.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

const html = (node: ReactNode) => renderToStaticMarkup(node);
const count = (text: string, part: RegExp) => text.match(part)?.length ?? 0;

describe("a field", () => {
  test("ties its hint and error to the control", () => {
    const field = html(<TextInput id="f-date" label="Dato" hint="dd.mm.åååå" error="Skriv datoen som 12.11.2026." />);
    expect(field).toContain('<label for="f-date">');
    expect(field).toContain('aria-describedby="f-date-hint f-date-error"');
    expect(field).toContain('aria-invalid="true"');
    expect(field).toMatch(/id="f-date-error".*Skriv datoen som 12\.11\.2026\./);
  });

  test("says nothing is wrong when nothing is", () => {
    expect(html(<TextInput id="f-date" label="Dato" />)).not.toMatch(/aria-|field-error/);
  });
});

describe("a choice", () => {
  const options = [
    { value: "NEJ", label: "nej" },
    { value: "JA", label: "ja" },
  ];
  const more = { label: "Mere …", options: [{ value: "RING", label: "ja, ring" }] };
  const plain = { id: "f-answer", name: "answer", legend: "Er der støtte?", options } as const;

  test("presets nothing", () => {
    expect(html(<Choice {...plain} kind="one" />)).not.toContain("checked");
  });

  test("gives the summary's link a first tile to go to", () => {
    const choice = html(<Choice {...plain} kind="one" more={more} />);
    expect(count(choice, /id="f-answer"/g)).toBe(1);
    expect(choice).toMatch(/id="f-answer"[^>]*value="NEJ"/);
    expect(choice).toContain('id="f-answer-RING"');
  });

  test("is radios for one answer and checkboxes for several", () => {
    expect(count(html(<Choice {...plain} kind="one" />), /type="radio"/g)).toBe(2);
    expect(count(html(<Choice {...plain} kind="several" />), /type="checkbox"/g)).toBe(2);
  });

  test("opens what is behind Mere when the answer lies there", () => {
    expect(html(<Choice {...plain} kind="one" more={more} />)).not.toContain("open");
    expect(html(<Choice {...plain} kind="one" more={more} chosen={["RING"]} />)).toContain(
      '<details class="disclosure" open',
    );
  });
});

test("a state is said in a word, its shape only seen", () => {
  const mark = html(<StateMark state="late">Over fristen</StateMark>);
  expect(mark).toContain('<svg viewBox="0 0 16 16" aria-hidden="true"');
  expect(mark).toContain("<span>Over fristen</span>");
});

test("a button never submits by accident, and says that it is busy", () => {
  expect(html(<Button>Overtag</Button>)).toContain('type="button"');
  expect(html(<Button busy>Overtag</Button>)).toMatch(/data-busy="" aria-disabled="true"/);
});

test("a summary of nothing is nothing", () => {
  expect(html(<ErrorSummary heading="Ret dette" entries={[]} />)).toBe("");
});

test("a summary links to each field, and only reads what has none", () => {
  const entries = [{ id: "f-date", message: "Skriv datoen." }, { message: "En anden overtog den." }];
  const summary = html(<ErrorSummary heading="Ret dette" entries={entries} />);
  expect(summary).toContain('<a href="#f-date">Skriv datoen.</a>');
  expect(count(summary, /<a /g)).toBe(1);
});

test("a table writes no role that its elements have, and each value its heading", () => {
  const table = html(
    <Table
      caption="Indbakke"
      rows={["7K4F-2H9M"]}
      rowKey={(row) => row}
      columns={[
        { key: "code", head: "Kode", names: true, cell: (row) => row },
        { key: "age", head: "Sendt", cell: () => "uge 46" },
        { key: "act", head: "Handling", card: "action", cell: () => "" },
      ]}
    />,
  );
  expect(table).not.toContain("role=");
  expect(table).toContain('data-label="Sendt"');
  expect(table).toContain('<span class="unseen">Handling</span>');
});

test("a chain has one place where it is now", () => {
  const chain = html(
    <Stations
      label="Overleveringer"
      stations={[
        { key: "1", name: "Titanparken", state: "left" },
        { key: "2", name: "SCK", state: "present" },
      ]}
    />,
  );
  expect(count(chain, /aria-current="step"/g)).toBe(1);
});
