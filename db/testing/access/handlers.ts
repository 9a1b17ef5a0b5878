type Module = Record<string, unknown>;
const handlers = import.meta.glob<Module>("../../../app/{api,.well-known}/**/route.ts");

/** The route handler behind an address, by what stands in the brackets of its route. */
export async function handlerOf(method: string, address: string, params: Record<string, string>): Promise<unknown> {
  const segments = address.split("/");
  const fits = (part: string, at: number) => part === segments[at] || Object.hasOwn(params, part.slice(1, -1));
  const file = Object.keys(handlers).find((path) => {
    const route = path.replace("../../../app", "").replace("/route.ts", "").split("/");
    return route.length === segments.length && route.every(fits);
  });
  const found = await handlers[file ?? ""]?.();
  if (!found?.[method]) throw new Error(`nothing answers ${method} ${address}`);
  return found[method];
}
