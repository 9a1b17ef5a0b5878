import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { breakFile, numbersFrom } from "#lib/agreement/a-broken-file.ts";
import type { AgreementContent } from "#lib/agreement/agreement.ts";
import { type AgreementFile, readAgreementFile, written } from "#lib/agreement/agreement-file.ts";
import { canonical } from "#lib/agreement/canonical.ts";
import { sampleFile } from "#lib/agreement/sample-file.ts";
import { noerrebro } from "../seed/agreement/noerrebro.ts";
import { asOwner } from "../seed/as-owner.ts";
import { openWorld, type World } from "../testing/world.ts";
import { exportAgreement } from "./export-agreement.ts";
import { importAgreement } from "./import-agreement.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => world.close());

const tables = [
  "partnership",
  "unit",
  "unit_name",
  "unit_owner",
  "function",
  "function_name",
  "post",
  "agreement",
  "agreement_draft",
];
const owner = <T>(run: Parameters<typeof asOwner<T>>[1]) => asOwner(world.database.ownerUrl, run, tables);

const named = (name: string) =>
  owner(async (sql) => (await sql<{ id: string }[]>`select id from partnership where name = ${name}`)[0]?.id ?? "");
const exported = async (name: string, draft = false) => {
  const partnership = await named(name);
  const found = await owner((sql) => exportAgreement(sql, { partnership, draft }));
  if (!found) throw new Error("nothing to write out");
  return found;
};
/** A partnership of which nothing is known but its name. */
const empty = (name: string) =>
  owner(async (sql) => {
    const id = randomUUID();
    await sql`insert into partnership ${sql({ id, name })}`;
    return id;
  });
const imports = (partnership: string, file: AgreementFile) =>
  owner((sql) => importAgreement(sql, { partnership, file }));
/** How many rows of everything an agreement is made of. */
const rows = () =>
  owner(async (sql) => {
    const counts: number[] = [];
    for (const table of tables) counts.push(Number((await sql`select count(*) as n from ${sql(table)}`)[0]?.["n"]));
    return counts;
  });
const withoutNames = ({ partnership: _, version: __, ...file }: AgreementFile) =>
  canonical({ ...file, partnership: { name: "–" } });

describe("an agreement that is written out", () => {
  test("is the file that the partnership was made of", async () => {
    const { file, what } = await exported("Nørrebro");
    expect(what).toBe("version");
    expect(canonical(file)).toEqual(canonical(noerrebro));
  });

  test("passes its own check, and reads the same again", async () => {
    const { file } = await exported("Nørrebro");
    const read = readAgreementFile(JSON.parse(JSON.stringify(written(file))));
    if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
    expect(canonical(read.file)).toEqual(canonical(file));
  });

  test("read into another partnership it writes out the same again, as a draft and once it governs", async () => {
    const { file } = await exported("Nørrebro");
    const partnership = await empty("Nabo");
    expect(await imports("Nabo", file)).toMatchObject({
      ok: true,
      draft: "first",
      added: { units: noerrebro.units.length, functions: noerrebro.functions.length, posts: noerrebro.posts.length },
    });
    const draft = await exported("Nabo");
    expect(draft.what).toBe("draft");
    expect(withoutNames(draft.file)).toEqual(withoutNames(file));
    await owner(async (sql) => {
      const [row] =
        await sql`select based_on, proposed, content from agreement_draft where partnership_id = ${partnership}`;
      expect(row).toMatchObject({ based_on: null, proposed: false });
      await sql`insert into agreement ${sql({ partnership_id: partnership, id: randomUUID(), number: 1, valid_from: "2014-01-01", content: sql.json(row?.["content"]) })}`;
      await sql`delete from agreement_draft where partnership_id = ${partnership}`;
    });
    const governs = await exported("Nabo");
    expect(governs.what).toBe("version");
    expect(withoutNames(governs.file)).toEqual(withoutNames(file));
  });

  test("says names that came later, ends and successors", async () => {
    const changed: AgreementFile = {
      ...noerrebro,
      units: noerrebro.units.map((unit) =>
        unit.key === "sck"
          ? { ...unit, renamed: [{ from: "2020-01-01", name: "Et andet center", short: "EAC" }] }
          : unit,
      ),
      posts: noerrebro.posts.map((post) =>
        post.key === "cafe-nora.hothers-plads"
          ? { ...post, until: "2026-01-31", successor: "overblikket.hothers-plads" }
          : post,
      ),
    };
    await empty("Senere");
    expect(await imports("Senere", changed)).toMatchObject({ ok: true });
    expect(withoutNames((await exported("Senere")).file)).toEqual(withoutNames(changed));
  });
});

describe("an agreement that is read in", () => {
  test("becomes a draft of the version that governs, which leaves units, functions and posts alone", async () => {
    await owner((sql) => sql`delete from agreement_draft`);
    const before = await rows();
    expect(await imports("Nørrebro", noerrebro)).toEqual({ ok: false, code: "nothing-differs" });
    const services = noerrebro.content.services.map((each) =>
      each.code === "SKP" ? { ...each, norm: { answer: 3, contact: 9 } } : each,
    );
    const revised = { ...noerrebro, content: { ...noerrebro.content, services } };
    expect(await imports("Nørrebro", revised)).toMatchObject({
      ok: true,
      draft: "revision",
      added: { units: 0, posts: 0 },
    });
    expect(await rows()).toEqual(before.map((count, at) => (tables[at] === "agreement_draft" ? count + 1 : count)));
    expect((await exported("Nørrebro", true)).what).toBe("draft");
    expect(await imports("Nørrebro", revised)).toEqual({ ok: false, code: "draft-stands" });
    await owner((sql) => sql`delete from agreement_draft`);
  });

  test("adds only what is missing where something stands already", async () => {
    const partnership = await empty("Begyndt");
    await owner(async (sql) => {
      const unit = randomUUID();
      const here = { partnership_id: partnership };
      await sql`insert into unit ${sql({ ...here, id: unit, key: "kommunen", kind: "municipality", valid_from: "2020-01-01" })}`;
      await sql`insert into unit_name ${sql({ ...here, unit_id: unit, valid_from: "2020-01-01", name: "Kommunen", short: "Kommunen" })}`;
      await sql`insert into function ${sql({ ...here, code: "ADMINISTRATOR", duties: ["administer"], valid_from: "2020-01-01" })}`;
      await sql`insert into function_name ${sql({ ...here, function: "ADMINISTRATOR", valid_from: "2020-01-01", da: "Administrator", en: "" })}`;
      await sql`insert into post ${sql({ ...here, id: randomUUID(), unit_id: unit, function: "ADMINISTRATOR", valid_from: "2020-01-01" })}`;
    });
    const { units, functions, posts } = noerrebro;
    expect(await imports("Begyndt", noerrebro)).toMatchObject({
      ok: true,
      added: { units: units.length - 1, functions: functions.length - 1, posts: posts.length - 1 },
    });
    const { file } = await exported("Begyndt");
    expect(file.posts.filter((post) => post.function === "ADMINISTRATOR").map(({ key }) => key)).toEqual([
      "administrator.kommunen",
    ]);
  });

  test("is refused, with nothing left of it, where the partnership says otherwise", async () => {
    const partnership = await empty("Anderledes");
    await owner(
      (sql) =>
        sql`insert into function ${sql({ partnership_id: partnership, code: "ADMINISTRATOR", duties: ["lead"], valid_from: "2020-01-01" })}`,
    );
    const before = await rows();
    const at = noerrebro.functions.findIndex(({ code }) => code === "ADMINISTRATOR");
    expect(await imports("Anderledes", noerrebro)).toEqual({
      ok: false,
      code: "cannot-be-here",
      mistakes: [{ path: `functions[${at}].duties`, says: "ADMINISTRATOR has lead in this partnership" }],
    });
    expect(await imports("Ingen", noerrebro)).toEqual({ ok: false, code: "no-partnership" });
    expect(await rows()).toEqual(before);
  });

  test("as a revision rests on the functions that are here, and on new ones that come with the draft", async () => {
    await owner((sql) => sql`delete from agreement_draft`);
    const content = structuredClone(noerrebro.content);
    content.routes[0]?.from.push("FREMMED");
    const stranger = { code: "FREMMED", name: { da: "Fremmed", en: "" }, duties: ["refer" as const] };
    const functions = [...noerrebro.functions, { ...stranger, from: "2020-01-01" }];
    const before = await rows();
    expect(await imports("Nørrebro", { ...noerrebro, functions, content })).toMatchObject({
      draft: "revision",
      added: { functions: 0 },
    });
    expect(await rows()).toEqual(before.map((count, at) => (tables[at] === "agreement_draft" ? count + 1 : count)));
    const [draft] = await owner((sql) => sql<{ content: AgreementContent }[]>`select content from agreement_draft`);
    const { file } = await exported("Nørrebro", true);
    expect(file.functions.find(({ code }) => code === "FREMMED")).toEqual({ ...stranger, from: world.today() });
    expect(file.functions).toHaveLength(functions.length);
    const read = readAgreementFile(JSON.parse(JSON.stringify(written(file))));
    expect(read.ok ? canonical(read.file) : read.mistakes).toEqual(canonical(file));
    await empty("Udkast");
    expect(await imports("Udkast", file)).toMatchObject({ draft: "first", added: { functions: functions.length } });
    const listed = draft?.content.functions ?? [];
    expect(listed.at(-1)).toEqual(stranger);
    expect(listed.map(({ code }) => code).toSorted()).toEqual(functions.map(({ code }) => code).toSorted());
    await owner((sql) => sql`delete from agreement_draft`);
    expect(await imports("Nørrebro", { ...noerrebro, content })).toMatchObject({
      code: "cannot-be-here",
      mistakes: [{ path: "routes[0].from[8]", says: "there is no function with the code FREMMED in this partnership" }],
    });
  });
});

describe("forty files that were changed by chance, and are agreements still", () => {
  test("come in whole, each of them", async () => {
    const next = numbersFrom(7);
    const files: AgreementFile[] = [];
    while (files.length < 40) {
      const changed = sampleFile();
      breakFile(changed, next);
      const read = readAgreementFile(JSON.parse(JSON.stringify(changed)));
      if (read.ok) files.push(read.file);
    }
    await owner(async (sql) => {
      for (const file of files) {
        const partnership = randomUUID();
        await sql`insert into partnership ${sql({ id: partnership, name: partnership })}`;
        expect(await importAgreement(sql, { partnership, file })).toMatchObject({ ok: true, draft: "first" });
        const again = await exportAgreement(sql, { partnership });
        expect(again && withoutNames(again.file)).toEqual(withoutNames(file));
      }
    });
  });
});

describe("a key", () => {
  test("is given where nobody says one, and another where it is taken", async () => {
    const partnership = await empty("Nøgler");
    const here = { partnership_id: partnership, kind: "estate", valid_from: "2020-01-01" };
    const keys = await owner(async (sql) => {
      for (const key of ["", "gaarden", "gaarden", ""])
        await sql`insert into unit ${sql({ ...here, id: randomUUID(), key })}`;
      return sql<{ key: string }[]>`select key from unit where partnership_id = ${partnership} order by key`;
    });
    expect(keys.map(({ key }) => key)).toEqual(["estate", "estate-2", "gaarden", "gaarden-2"]);
  });

  test("that is none is refused, and the application changes none", async () => {
    const partnership = await named("Nøgler");
    const bad = {
      partnership_id: partnership,
      id: randomUUID(),
      kind: "estate",
      valid_from: "2020-01-01",
      key: "Gården",
    };
    await expect(owner((sql) => sql`insert into unit ${sql(bad)}`)).rejects.toMatchObject({ code: "23514" });
    await expect(world.asks("admin", ({ sql }) => sql`update unit set key = 'other'`)).rejects.toMatchObject({
      code: "42501",
    });
  });
});
