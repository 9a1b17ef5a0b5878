/** One line of a proof: its name, and each figure beside what is wanted of it. */
export function say(proof: string, figures: Record<string, [found: number | string, wanted: number | string]>): void {
  const told = Object.entries(figures).map(([what, [found, wanted]]) => `${found} ${what} (wanted: ${wanted})`);
  // oxlint-disable-next-line no-console -- a proof says its figure
  console.log(`${proof}: ${told.join(", ")}`);
}
