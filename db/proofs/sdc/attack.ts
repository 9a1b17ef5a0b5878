import { type Constraint, equalTo, lessEq, solve } from "yalps";
import type { Release } from "#lib/figures/release.ts";

/**
 * Whoever wants to know the hidden numbers: has every release, knows how a table is made and what its words mean, and
 * reckons. Written from what stands on the screen alone, and apart from what hides it.
 */
type Cell = number | "few" | "hidden";
/** One number that somebody reads, and the sums that it is known to be a part of, or to be itself. */
type Reading = { name: string; cell: Cell; least: number; most: number };
type Sum = { whole: string; parts: string[] };

export type Found = { cells: number; exact: number; narrowest: number; narrow: string[] };

/** What several releases say, read together: numbers, and which add up to which. */
function readAll(releases: readonly Release[]): { readings: Map<string, Reading>; sums: Sum[] } {
  const readings = new Map<string, Reading>();
  const sums: Sum[] = [];
  releases.forEach((release, at) => {
    const read = (table: string, cells: [name: string, cell: Cell][]) => {
      // Where some are said to be few, the others are hidden though they are not.
      const told = cells.some(([, cell]) => cell === "few");
      for (const [cellName, cell] of cells) {
        const name = `${at} ${table} ${cellName}`;
        const least = cell === "hidden" && told ? 5 : 1;
        const most = cell === "few" ? 4 : Number.POSITIVE_INFINITY;
        const known = typeof cell === "number" ? { least: cell, most: cell } : { least, most };
        readings.set(name, { name, cell, ...known });
      }
    };
    for (const table of ["referrals", "answers", "finished"] as const) {
      const { grid } = release[table];
      if (!grid) continue;
      const named = (row: number | "all", column: number | "all") => `${at} ${table} ${row}/${column}`;
      const rows = grid.cells.map((_, row) => row);
      const columns = grid.columnTotals.map((_, column) => column);
      read(table, [
        ...grid.cells.flatMap((row, y) => row.map((cell, x): [string, Cell] => [`${y}/${x}`, cell])),
        ...grid.rowTotals.map((cell, y): [string, Cell] => [`${y}/all`, cell]),
        ...grid.columnTotals.map((cell, x): [string, Cell] => [`all/${x}`, cell]),
        ["all/all", grid.total],
      ]);
      for (const y of rows) sums.push({ whole: named(y, "all"), parts: columns.map((x) => named(y, x)) });
      for (const x of columns) sums.push({ whole: named("all", x), parts: rows.map((y) => named(y, x)) });
      sums.push({ whole: named("all", "all"), parts: rows.map((y) => named(y, "all")) });
      sums.push({ whole: named("all", "all"), parts: columns.map((x) => named("all", x)) });
    }
    for (const table of ["returned", "actions"] as const) {
      const { list } = release[table];
      if (!list) continue;
      read(table, [...list.cells.map((cell, y): [string, Cell] => [String(y), cell]), ["all", list.total]]);
      sums.push({ whole: `${at} ${table} all`, parts: list.cells.map((_, y) => `${at} ${table} ${y}`) });
    }
    // The reasons add up to what the answers say was returned, whether or not either of them says so.
    if (release.returned.list && release.answers.grid)
      sums.push({ whole: `${at} answers all/1`, parts: [`${at} returned all`] });
    // A median is shown of five or more.
    release.times.forEach(({ median }, row) => {
      const count = readings.get(`${at} answers ${row}/all`);
      if (median !== null && count) count.least = Math.max(count.least, 5);
    });
  });
  return { readings, sums };
}

/** Bounds that follow from each sum by itself, over and over until nothing more does. Cheap, and often enough. */
function propagate(readings: Map<string, Reading>, sums: readonly Sum[]): void {
  for (let again = true; again; ) {
    again = false;
    for (const { whole, parts } of sums) {
      const terms = [
        { reading: readings.get(whole), sign: -1 },
        ...parts.map((part) => ({ reading: readings.get(part), sign: 1 })),
      ];
      for (const { reading, sign } of terms) {
        if (!reading) continue;
        const others = terms.filter((term) => term.reading && term.reading !== reading);
        const bound = (which: "least" | "most") =>
          others.reduce((total, term) => {
            const other = which === "least" ? "most" : "least";
            const value = term.sign === sign ? term.reading?.[other] : -(term.reading?.[which] ?? 0);
            return total - (value ?? 0);
          }, 0);
        const [least, most] = [bound("least"), bound("most")];
        if (least > reading.least) [reading.least, again] = [least, true];
        if (most < reading.most) [reading.most, again] = [most, true];
      }
    }
  }
}

/** The hidden numbers that hang together by some sum, with what is left of those sums. */
function systems(readings: Map<string, Reading>, sums: readonly Sum[]) {
  const open = (name: string) => {
    const reading = readings.get(name);
    return reading !== undefined && reading.least < reading.most;
  };
  const rest = sums
    .map(({ whole, parts }) => {
      const terms = [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)];
      const known = terms.filter(([name]) => !open(name));
      return {
        terms: terms.filter(([name]) => open(name)),
        equals: -known.reduce((total, [name, sign]) => total + sign * (readings.get(name)?.least ?? 0), 0),
      };
    })
    .filter(({ terms }) => terms.length > 0);
  return { hidden: [...readings.values()].filter(({ name }) => open(name)), rest };
}

/** The least and the most that each hidden number can be, in whole numbers, with everything known at once. */
export function attack(releases: readonly Release[]): Found {
  const { readings, sums } = readAll(releases);
  const all = [...readings.values()].filter(({ cell }) => typeof cell !== "number");
  propagate(readings, sums);
  const { hidden, rest } = systems(readings, sums);
  const constraints = new Map<string, Constraint>();
  const variables = new Map(hidden.map(({ name }) => [name, new Map<string, number>()]));
  rest.forEach(({ terms, equals }, at) => {
    const low = terms.reduce((total, [name, sign]) => total + sign * (readings.get(name)?.least ?? 0), 0);
    constraints.set(`sum ${at}`, equalTo(equals - low));
    for (const [name, sign] of terms) variables.get(name)?.set(`sum ${at}`, sign);
  });
  for (const { name, least, most } of hidden)
    if (Number.isFinite(most)) {
      constraints.set(`most ${name}`, lessEq(most - least));
      variables.get(name)?.set(`most ${name}`, 1);
    }
  const furthest = (name: string, direction: "maximize" | "minimize"): number => {
    variables.get(name)?.set("aim", 1);
    const { status, result } = solve({ direction, objective: "aim", constraints, variables, integers: true });
    variables.get(name)?.delete("aim");
    if (status === "unbounded") return Number.POSITIVE_INFINITY;
    if (status !== "optimal") throw new Error(`what is published of "${name}" contradicts itself: ${status}`);
    return Math.round(result);
  };
  const widths = all.map(({ name, least, most }) =>
    least >= most
      ? { name, width: most - least }
      : { name, width: furthest(name, "maximize") - furthest(name, "minimize") },
  );
  return {
    cells: all.length,
    exact: widths.filter(({ width }) => width <= 0).length,
    narrowest: Math.min(Number.POSITIVE_INFINITY, ...widths.map(({ width }) => width)),
    narrow: widths.filter(({ width }) => width < 3).map(({ name }) => name),
  };
}
