import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readAgreementFile } from "#lib/agreement/agreement-file.ts";
import { asOwner } from "../seed/as-owner.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => world.close());

const file = path.join(mkdtempSync(path.join(tmpdir(), "agreement-")), "nabo.json");
const agreement = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/agreement.ts", ...args], {
    encoding: "utf8",
    env: { NODE_ENV: "test", DATABASE_OWNER_URL: world.database.ownerUrl },
  });
  return { status, said: stdout.trim().split("\n"), refused: stderr.trim().split("\n") };
};

test("export and import carry an agreement from one partnership to another, and say what they did", async () => {
  expect(agreement("export", "--partnership", "Nørrebro", file)).toMatchObject({ status: 0, refused: [""] });
  expect(readAgreementFile(JSON.parse(readFileSync(file, "utf8"))).ok).toBe(true);
  expect(agreement("import", file, "--partnership", "Nabo")).toMatchObject({
    status: 1,
    refused: ['There is no partnership called "Nabo". npm run setup makes one.'],
  });
  await asOwner(
    world.database.ownerUrl,
    (sql) => sql`insert into partnership ${sql({ id: randomUUID(), name: "Nabo" })}`,
  );
  expect(agreement("export", "--partnership", "Nabo").refused).toEqual([
    "Nabo has no agreement yet, and no draft of one.",
  ]);
  expect(agreement("import", file, "--partnership", "Nabo")).toMatchObject({
    status: 0,
    said: [
      "Made in Nabo: 25 units, 24 functions, 27 posts.",
      "The agreement is a draft of the first edition in Nabo.",
      "The administrator sends it to Forum from the page Aftalen; once adopted, it governs.",
    ],
  });
  expect(agreement("import", file, "--partnership", "Nabo").refused).toEqual([
    "Nabo has a draft already. The administrator sends it to Forum or throws it away first.",
  ]);
  const { said, refused } = agreement("export", "--partnership", "Nabo");
  expect(refused).toEqual(["This is a draft: Forum has not adopted it."]);
  expect(readAgreementFile(JSON.parse(said.join("\n"))).ok).toBe(true);
  expect(agreement("import", file, "--partnership", "Nørrebro").refused).toEqual([
    `${file} says what the agreement of Nørrebro says already.`,
  ]);
});
