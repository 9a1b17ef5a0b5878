import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import type { AgreementContent } from "./agreement.ts";
import { type ContractPiece, contractPieces, setContract, type WrittenContract } from "./contract.ts";
import { differences } from "./differences.ts";
import { emptyAgreement } from "./empty-agreement.ts";
import { localNames } from "./local-names.ts";
import { localKinds, setLocalNames, showLocalNames } from "./set-local-names.ts";

const { content } = noerrebro;
const valueOf = <T>(result: { ok: true; value: T } | { ok: false; code: string; field?: string }): T => {
  if (!result.ok) throw new Error(`${result.code} ${result.field}`);
  return result.value;
};
const pieces = Object.keys(contractPieces) as ContractPiece[];
/** A piece as its form shows it. */
const shown = (piece: ContractPiece, { contract }: AgreementContent = content): WrittenContract => {
  const { title, subject, coordination, revision, aims, date, file } = contract;
  const { intro, closing } = aims;
  return { piece, texts: { title, subject, coordination, revision, intro, closing }, date, file };
};

describe("the contract's frame", () => {
  test("that is written as it stands is the same, empty as well", () => {
    for (const of of [content, emptyAgreement()])
      for (const piece of pieces)
        expect([piece, differences(of, valueOf(setContract(of, shown(piece, of))))]).toEqual([piece, []]);
  });

  test("changes one piece at a time", () => {
    const texts = { ...shown("title").texts, title: { da: "Ny", en: "" }, intro: { da: "Ny", en: "" } };
    const titled = valueOf(setContract(content, { ...shown("title"), texts, date: "2026-12-01", file: " 26-1 " }));
    expect([titled.contract.title.da, titled.contract.date, titled.contract.file]).toEqual([
      "Ny",
      "2026-12-01",
      "26-1",
    ]);
    expect(titled.contract.aims).toEqual(content.contract.aims);
    const aimed = valueOf(setContract(content, { ...shown("aims"), texts, file: "" }));
    expect([aimed.contract.aims.intro.da, aimed.contract.title]).toEqual(["Ny", content.contract.title]);
    expect(aimed.contract.aims.points).toEqual(content.contract.aims.points);
  });

  test("takes nothing out again that was said", () => {
    const written = shown("title");
    const without = (texts: object) => setContract(content, { ...written, texts: { ...written.texts, ...texts } });
    expect(without({ subject: { da: " ", en: "Subject" } })).toMatchObject({
      code: "words-needed",
      field: "subject.da",
    });
    expect(setContract(content, { ...written, date: undefined })).toMatchObject({ code: "date", field: "date" });
    expect(setContract(content, { ...written, file: " " })).toMatchObject({ code: "text-needed", field: "file" });
  });
});

describe("local names", () => {
  const written = Object.fromEntries(localKinds.map((kind) => [kind, showLocalNames(content, kind)])) as Record<
    (typeof localKinds)[number],
    string
  >;
  const none = { estates: "", streets: "", houses: "", towns: "", words: "" };

  test("that are written as they stand are the same, and there is no kind without a field", () => {
    expect(localKinds.toSorted()).toEqual(Object.keys(localNames.shape).toSorted());
    expect(differences(content, valueOf(setLocalNames(content, written)))).toEqual([]);
    expect(setLocalNames(emptyAgreement(), none)).toEqual({ ok: true, value: emptyAgreement() });
  });

  test("stand one a line, each once, and go out again", () => {
    const streets = " Amagerbrogade \n\namagerbrogade\nØresundsvej\n";
    const revised = valueOf(setLocalNames(emptyAgreement(), { ...none, streets }));
    expect(revised.local).toEqual({ streets: ["Amagerbrogade", "Øresundsvej"] });
    expect(valueOf(setLocalNames(revised, none)).local).toEqual({ streets: [] });
  });

  test("are names: the first that is none is told at its kind", () => {
    for (const wrong of ["x", "Vej (ved søen)", "a".repeat(61), "Gade\tmed;tegn"])
      expect(setLocalNames(content, { ...none, towns: `Sundby\n${wrong}\n?` })).toMatchObject({
        code: "local-name",
        field: "towns",
        details: { text: wrong.replace("\t", " ").slice(0, 60) },
      });
  });
});
