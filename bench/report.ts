import type { FirstLoad } from "#scripts/first-loads.ts";
import { acrossRounds, type Cell, type SideName } from "./cells.ts";
import { partsOf, type Verdict } from "./verdicts.ts";

const rounded = (number: number | undefined, places: number): number | string =>
  Number.isFinite(number) ? Number(number?.toFixed(places)) : "–";

type Report = {
  cells: readonly Cell[];
  scripts: { name: SideName; loads: FirstLoad[] }[];
  verdicts: readonly Verdict[];
  /** So many connections at once. */
  loads: readonly number[];
};

/** Prints every figure, where the time goes, then what was promised beside what was found. */
export function report({ cells, scripts, verdicts, loads }: Report): void {
  const medians = acrossRounds(cells);
  console.table(
    medians.map(({ side, what, referrals, connections, perSecond, median, p99, nodeMs, postgresMs }) => ({
      what,
      side,
      referrals,
      connections,
      "requests/s": rounded(perSecond, 0),
      "median ms": rounded(median, 2),
      "p99 ms": rounded(p99, 1),
      "Node ms": rounded(nodeMs, 2),
      "PostgreSQL ms": rounded(postgresMs, 2),
    })),
  );
  const connections = Math.min(...loads);
  const partsBefore = partsOf(medians, "before", connections);
  console.table(
    partsOf(medians, "now", connections).map((now) => {
      const before = partsBefore.find(({ part }) => part === now.part);
      const columns = (name: "ms" | "nodeMs" | "postgresMs", label: string) => ({
        [`${label}, before`]: rounded(before?.[name], 2),
        [`${label}, now`]: rounded(now[name], 2),
      });
      return {
        part: now.part,
        ...columns("ms", "ms"),
        ...columns("nodeMs", "Node ms"),
        ...columns("postgresMs", "PostgreSQL ms"),
      };
    }),
  );
  const scriptsOf = (side: SideName) => scripts.find(({ name }) => name === side)?.loads;
  const then = scriptsOf("before");
  console.table(
    scriptsOf("now")?.map(({ route, kilobytes }) => ({
      route,
      ...(then && { "before, kB": rounded(then.find((load) => load.route === route)?.kilobytes, 1) }),
      "scripts kB": rounded(kilobytes, 1),
    })),
  );
  console.table(
    verdicts.map(({ what, before, now, wanted, reached }) => ({
      what,
      before: rounded(before, 2),
      now: rounded(now, 2),
      wanted,
      reached,
    })),
  );
  if (verdicts.some(({ reached }) => reached === "no")) process.exitCode = 1;
}
