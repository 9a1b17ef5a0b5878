import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { inboxColumns } from "#components/inbox/inbox-columns.tsx";
import type { InboxWords } from "#components/inbox/words.ts";
import { CodeHalves } from "#components/referral-form/code-halves.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Stations } from "#components/ui/stations.tsx";
import { type InboxRow, inboxLists } from "#lib/referral/inbox-view.ts";
import da from "#messages/da.json" with { type: "json" };
import en from "#messages/en.json" with { type: "json" };

const inline = "(?:span|small|strong|em|b|q|abbr|mark|time|code|kbd)";
/** A letter or digit, then the end or beginning of an inline part, then a letter or digit: read as one word. */
const met = new RegExp(String.raw`[\p{L}\p{N}.,)”]+(?:</?${inline}\b[^>]*>)+[\p{L}\p{N}(“]+`, "gu");

/** Places where two parts of a line meet without a space between them. */
const glued = (node: ReactNode): string[] => renderToStaticMarkup(node).match(met) ?? [];

test("the measure itself: what meets without a space is found, what has one is not", () => {
  expect(
    glued(
      <>
        <small>siden uge 44</small>
        <small>fra SCK</small>
      </>,
    ),
  ).toHaveLength(1);
  expect(
    glued(
      <>
        Ydelse<span>Haster</span>
      </>,
    ),
  ).toHaveLength(1);
  expect(
    glued(
      <>
        <small>siden uge 44</small> <small>fra SCK</small>
      </>,
    ),
  ).toEqual([]);
  expect(
    glued(
      <>
        7K4F<span>-</span>2H9M
      </>,
    ),
  ).toEqual([]);
});

const row = {
  code: "7K4F2H9M",
  service: "Boligydelse",
  urgent: true,
  discussion: true,
  agreed: true,
  holder: "Boligrådgiver, SCK",
  week: 44,
  by: "Social mentor, SCK",
  ball: "Boligrådgiver, SCK",
  mine: false,
  wait: "question",
  state: "late",
  left: { say: "over", days: 12 },
  due: "2026-11-30",
  age: { in: "weeks", count: 11 },
  person: "Bo",
  basis: null,
} as unknown as InboxRow;

describe.each([
  ["da", da],
  ["en", en],
] as const)("no two parts of a line meet without a space (%s)", (locale, messages) => {
  test.each(inboxLists)("in the inbox: %s", (list) => {
    const words = { ...messages, waits: messages.referral.waits } as unknown as InboxWords;
    const columns = [false, true].flatMap((narrow) => inboxColumns({ list, narrow, words, locale }));
    const found = columns.flatMap(({ cell }) => glued(cell({ row, taken: undefined, intent: "i" })));
    expect(found).toEqual([]);
  });

  test("in a choice, a way and a code", () => {
    const t = messages.newReferral;
    const options = [{ value: "oral", label: t.nameAnswers.oral, note: t.nameAnswers.oralNote }];
    expect(glued(<Choice id="c" name="c" kind="one" legend={t.nameBare} options={options} />)).toEqual([]);
    const stations = [{ key: "1", name: "SCK", note: t.yes, state: "left" as const }];
    expect(glued(<Stations label="x" stations={stations} />)).toEqual([]);
    expect(glued(<CodeHalves label={messages.receipt.code} code="7K4F2H9M" />)).toEqual([]);
  });
});
