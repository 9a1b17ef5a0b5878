import fc from "fast-check";
import { expect, test } from "vitest";
import { drawnTexts } from "#lib/text/a-drawn-sign.ts";
import { toCsv } from "./csv.ts";

/** Reads the file back as a spreadsheet does. */
function cells(file: string): string[][] {
  const rows: string[][] = [[]];
  let [text, quoted] = ["", false];
  const end = () => rows.at(-1)?.push(text) && (text = "");
  for (let at = 1; at < file.length; at += 1) {
    const sign = file[at] ?? "";
    if (quoted && sign === '"' && file[at + 1] === '"') {
      text += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (quoted) text += sign;
    else if (sign === ";") end();
    else if (sign === "\r" && file[at + 1] === "\n") {
      end();
      at += 1;
      if (at + 1 < file.length) rows.push([]);
    } else text += sign;
  }
  return rows;
}

const nasty = fc
  .tuple(
    fc.constantFrom("", " ", "=", "+", "-", "@", "\t", "\r", "\n", '"', ";", "'", "\u200b"),
    fc.string({ unit: "binary" }),
  )
  .map((parts) => parts.join(""));

test("no cell of 5,000 begins as a formula, and each is what was put in, after the apostrophe", () => {
  let seen = 0;
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 10 }), (row) => {
      const [read = []] = cells(toCsv([row]));
      expect(read).toHaveLength(row.length);
      read.forEach((text, index) => {
        seen += 1;
        expect(text).not.toMatch(/^[=+\-@\t\r]/);
        expect([row[index], `'${row[index]}`]).toContain(text);
      });
    }),
    { numRuns: 1_500 },
  );
  expect(seen).toBeGreaterThan(5_000);
});

test("what is harmless stays as it is", () => {
  expect(toCsv([["kl. 14.05", "7K4F-2H9M", "a;b", 'sagde "ja"', "=1+1"]])).toBe(
    '\uFEFF"kl. 14.05";7K4F-2H9M;"a;b";"sagde ""ja""";"\'=1+1"\r\n',
  );
});

test("every sign that a text may have is read as it was written", () => {
  expect(cells(toCsv([drawnTexts.map((typed) => `a${typed}`)]))[0]).toEqual(drawnTexts.map((typed) => `a${typed}`));
});
