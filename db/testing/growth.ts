/** Processor time, in milliseconds: what else the machine does counts little. */
async function took(work: () => unknown, times: number): Promise<number> {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** So long is one measurement at least: the clock of the processor counts in fractions of it. */
const least = 4;

/**
 * How many times as long four times as much takes: about 4 where work is linear, 16 where it is quadratic. Both are tried
 * in turn, and the quickest of each counts, since nothing makes work quicker than it is.
 */
export async function growthOf<Input>(
  inputOf: (size: number) => Input,
  { size, work }: { size: number; work: (input: Input) => unknown },
): Promise<number> {
  const [small, large] = [inputOf(size), inputOf(4 * size)];
  let times = 1;
  while (times < 4_096 && (await took(() => work(small), times)) < least) times *= 2;
  let [shorter, longer] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let turn = 0; turn < 12; turn += 1) {
    shorter = Math.min(shorter, await took(() => work(small), times));
    longer = Math.min(longer, await took(() => work(large), times));
    // What is linear shows it at once, or once the machine has room: what is not never does.
    if (longer < 6 * shorter) break;
  }
  return longer / shorter;
}
