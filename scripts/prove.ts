import path from "node:path";
import { parseArgs } from "node:util";
import { narrate, runCommand } from "#scripts/command.ts";
import { checkServerName, SERVER } from "#scripts/engines.ts";
import { SEED } from "#scripts/proof-seed.ts";
import { run } from "#scripts/run.ts";
import { findFiles } from "#scripts/sources.ts";

// npm run prove             every proof: what takes thousands of rounds and is too long for npm test
// npm run prove -- race     only race.prove.ts
// npm run prove -- chairs --seed 7     the same chance again, where a proof prints its seed
// npm run prove -- first-day --server debian   on that PostgreSQL (also: 15, 16, 17, 18). Else on the built-in one, or on each

await runCommand(async (stopping) => {
  const proofs = findFiles("{app,db,jobs,lib}/**/*.prove.ts").map((file) => ({
    file,
    name: path.basename(file, ".prove.ts"),
  }));
  const { values, positionals: wanted } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: "string" }, server: { type: "string" } },
  });
  const server = values.server === "18" ? "embedded" : values.server;
  if (server) checkServerName(server);
  const unknown = wanted.find((name) => !proofs.some((proof) => proof.name === name));
  if (unknown)
    throw new Error(`There is no proof "${unknown}". There are: ${proofs.map(({ name }) => name).join(", ")}.`);
  const say = narrate();
  for (const { file, name } of proofs.filter((proof) => wanted.length === 0 || wanted.includes(proof.name))) {
    say(name);
    const { code, output } = await run(["vitest", "run", "--project", "prove", file], {
      stopping,
      env: { NO_COLOR: "1", ...(values.seed && { [SEED]: values.seed }), ...(server && { [SERVER]: server }) },
    });
    console.log(output.trim());
    if (code !== 0) throw new Error(`${name} does not hold.`);
    say(`${name} holds.`);
  }
});
