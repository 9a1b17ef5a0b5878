import { writeFileSync } from "node:fs";
import path from "node:path";
import { count, findFaults, readRequirements, readVerdicts, report } from "#scripts/asvs-report.ts";
import { runCommand } from "#scripts/command.ts";
import { PROJECT } from "#scripts/project.ts";

// npm run asvs    writes docs/asvs.md; red when a verdict is missing, or shows a file that is not there

await runCommand(async () => {
  const [requirements, verdicts] = [readRequirements(), readVerdicts()];
  const faults = findFaults(requirements, verdicts);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  writeFileSync(path.join(PROJECT, "docs/asvs.md"), report(requirements, verdicts));
  const { all, applicable, met, tested } = count(verdicts);
  const share = Math.round((100 * tested) / met);
  console.log(
    `asvs: ${all} of ${all} with a verdict; ${applicable} apply, ${met} met, ${applicable - met} gaps named; ${share} % of those met by an automated test (wanted: at least 60 %)`,
  );
});
