/** Milliseconds after which what did not come is asked for again. */
const again = 15_000;

/** Loads a part of the product, again and again where the network is away: what waits for it goes on waiting. */
export async function untilThere<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, again));
    }
  }
}
