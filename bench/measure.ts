import type { Cell, Measured, What } from "./cells.ts";
import { marksOf, measureReads, measureWrites, type Write } from "./load.ts";
import type { Part } from "./parts.ts";
import { noteSpent } from "./processor-time.ts";
import { askingsOf, type Reading, tokenOf } from "./readings.ts";
import type { Answering, Target } from "./targets.ts";

/** For so many seconds it is asked before it counts. */
const warmingUp = 1;

type Counted = { what: What; connections: number; round: number };

/** What was measured as a figure of one target; `spent` since it began to count. */
function cellOf(
  { side, referrals }: Target,
  { what, connections, round }: Counted,
  { measured, spent }: { measured: Measured; spent: ReturnType<typeof noteSpent> },
): Cell {
  const { node, postgres } = spent();
  const of = { nodeMs: node / measured.requests, postgresMs: postgres / measured.requests };
  return { side: side.name, what, referrals, connections, round, ...measured, ...of };
}

const workersOf = ({ home, name }: Target, { pid }: Answering) => ({ pid, home, database: name });

export async function measurePart(
  target: Target,
  { part, round, seconds }: { part: Part; round: number; seconds: number },
) {
  const { side, appUrl, filled, bare } = target;
  const repeated = { appUrl, part, tokens: askingsOf(filled.receivers, []).map(tokenOf) };
  await side.tell("repeat", { ...repeated, seconds: warmingUp });
  const spent = noteSpent(workersOf(target, bare));
  const measured = await side.tell("repeat", { ...repeated, seconds });
  return cellOf(target, { what: part, connections: 1, round }, { measured, spent });
}

type MeasuringReading = { reading: Reading; connections: number; round: number; seconds: number };

export async function measureReading(target: Target, { reading, connections, round, seconds }: MeasuringReading) {
  const answering = target[reading.of];
  const { origin } = answering;
  let spent = noteSpent(workersOf(target, answering));
  const begin = () => {
    spent = noteSpent(workersOf(target, answering));
  };
  const askings = reading.askings(target);
  const measured = await measureReads({ origin, askings, connections, warmingUp, seconds, begin });
  return cellOf(target, { what: reading.what, connections, round }, { measured, spent });
}

export async function measureWriting(target: Target, { writes, ...what }: Counted & { writes: readonly Write[] }) {
  const { origin } = target.server;
  const marks = await marksOf(origin, writes);
  const spent = noteSpent(workersOf(target, target.server));
  const measured = await measureWrites({ origin, writes, marks, connections: what.connections });
  return cellOf(target, what, { measured, spent });
}
