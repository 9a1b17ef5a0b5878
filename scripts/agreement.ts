import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { exportAgreement } from "#db/agreement/export-agreement.ts";
import { type Imported, importAgreement } from "#db/agreement/import-agreement.ts";
import { asOwner } from "#db/seed/as-owner.ts";
import { type AgreementFile, readAgreementFile, written } from "#lib/agreement/agreement-file.ts";
import { publishedSchema } from "#lib/agreement/file-schema.ts";
import { type Mistake, sayMistake } from "#lib/agreement/mistake.ts";
import { longestFile, readJson } from "#lib/agreement/read-json.ts";
import { runCommand } from "#scripts/command.ts";

// npm run agreement -- check FILE                            what is wrong in it, each mistake by its path and in words
//                     export --partnership NAME [FILE]       the version that governs; --draft: the draft on its way
//                     import FILE --partnership NAME         as a draft, which the administrator sends to Forum
//                     schema                                 the schema that agreements/agreement.schema.json holds
// export and import work as DATABASE_OWNER_URL.

const usage = `Say one of:
  npm run agreement -- check FILE
  npm run agreement -- export --partnership NAME [--draft] [FILE]
  npm run agreement -- import FILE --partnership NAME
  npm run -s agreement -- schema`;

const opened = [
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

type Asked = { act: string; file: string | undefined; partnership: string | undefined; draft: boolean };

await runCommand(async () => {
  const asked = readArguments(process.argv.slice(2));
  if (asked.act === "schema") return console.log(JSON.stringify(publishedSchema(), null, 2));
  if (asked.act === "check" && asked.file) return check(asked.file);
  if (asked.act === "export" && asked.partnership) return exports(asked.partnership, asked);
  if (asked.act === "import" && asked.file && asked.partnership) return imports(asked.partnership, asked.file);
  throw new Error(usage);
});

function readArguments([act = "", ...rest]: string[]): Asked {
  const asked: Asked = { act, file: undefined, partnership: undefined, draft: false };
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? "";
    if (word === "--partnership") {
      at += 1;
      asked.partnership = rest[at];
    } else if (word === "--draft" && act === "export") asked.draft = true;
    else if (word.startsWith("--") || asked.file !== undefined) throw new Error(`What is "${word}"?\n${usage}`);
    else asked.file = word;
  }
  return asked;
}

function check(name: string): void {
  const { partnership, content, units, functions, posts } = read(name);
  console.log(
    `${name} is an agreement: ${partnership.name}, ${content.services.length} services, ${units.length} units, ` +
      `${functions.length} functions, ${posts.length} posts.`,
  );
}

/** @throws with everything that is wrong in it, a line each */
function read(name: string): AgreementFile {
  const json = readJson(bytesOf(name));
  if (!json.ok) throw new Error(`${name} ${json.says}`);
  const result = readAgreementFile(json.value);
  if (!result.ok || json.twice.length > 0)
    throw new Error(told(name, [...json.twice, ...(result.ok ? [] : result.mistakes)]));
  return result.file;
}

function bytesOf(name: string): Uint8Array {
  try {
    const bytes = readFileSync(name);
    if (bytes.length <= longestFile) return bytes;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why: Record<string, string> = { ENOENT: "is not there", EISDIR: "is a folder", EACCES: "may not be read" };
    throw new Error(`${name} ${why[code ?? ""] ?? "cannot be read"}.`, { cause: error });
  }
  throw new Error(`${name} is longer than 2 MB: no agreement is.`);
}

function told(name: string, mistakes: readonly Mistake[]): string {
  return [`${name} is not an agreement yet:`, ...mistakes.map((each) => `  ${sayMistake(each)}`)].join("\n");
}

async function exports(name: string, { file: target, draft }: Asked): Promise<void> {
  if (target && existsSync(target)) throw new Error(`${target} is there already, and stays as it is.`);
  const found = await asOwner(
    ownerUrl(),
    async (sql) => {
      const named = await sql<{ id: string }[]>`select id from partnership where name = ${name}`;
      if (named.length > 1) throw new Error(severally(name));
      const [partnership] = named;
      if (!partnership) throw new Error(noPartnership(name));
      return exportAgreement(sql, { partnership: partnership.id, draft });
    },
    opened,
  );
  if (!found) throw new Error(draft ? `${name} has no draft.` : `${name} has no agreement yet, and no draft of one.`);
  const text = `${JSON.stringify(written(found.file), null, 2)}\n`;
  if (target) writeFileSync(target, text, { flag: "wx" });
  else process.stdout.write(text);
  if (found.what === "draft") console.error("This is a draft: Forum has not adopted it.");
  const again = readAgreementFile(written(found.file));
  if (!again.ok) console.error(told("It was written out. For an import it", again.mistakes));
}

async function imports(partnership: string, name: string): Promise<void> {
  const file = read(name);
  const done = await asOwner(
    ownerUrl(),
    async (sql) => {
      const imported = await importAgreement(sql, { partnership, file });
      // Thrown, so that the transaction leaves nothing.
      if (!imported.ok) throw new Error(refusal(imported, { partnership, name }));
      return imported;
    },
    opened,
  );
  const { units, functions, posts } = done.added;
  if (done.draft === "first")
    console.log(`Made in ${partnership}: ${units} units, ${functions} functions, ${posts} posts.`);
  const edition = done.draft === "first" ? "the first edition" : "a revision";
  console.log(`The agreement is a draft of ${edition} in ${partnership}.`);
  console.log("The administrator sends it to Forum from the page Aftalen; once adopted, it governs.");
}

type Refused = Extract<Imported, { ok: false }>;

function refusal(refused: Refused, { partnership, name }: { partnership: string; name: string }): string {
  switch (refused.code) {
    case "no-partnership":
      return noPartnership(partnership);
    case "several-partnerships":
      return severally(partnership);
    case "draft-stands":
      return `${partnership} has a draft already. The administrator sends it to Forum or throws it away first.`;
    case "nothing-differs":
      return `${name} says what the agreement of ${partnership} says already.`;
    case "cannot-be-here":
      return told(`In ${partnership}, ${name}`, refused.mistakes);
    default:
      return refused satisfies never;
  }
}

function noPartnership(name: string): string {
  return `There is no partnership called "${name}". npm run setup makes one.`;
}

function severally(name: string): string {
  return `Several partnerships are called "${name}".`;
}

function ownerUrl(): string {
  const url = process.env["DATABASE_OWNER_URL"];
  if (!url) throw new Error("DATABASE_OWNER_URL is missing: the login that sets the database up.");
  return url;
}
