type Module = Record<string, unknown>;
type Page = (props: { params: Promise<unknown>; searchParams: Promise<unknown> }) => Promise<unknown>;
const handlers = import.meta.glob<Module>("../../../app/**/route.ts");
const pages = import.meta.glob<{ default: Page }>("../../../app/**/page.tsx");

/** The file behind an address: `posts` is itself before it is what stands in `[id]`. */
function fileOf(files: Record<string, unknown>, address: string, params: Record<string, string>): string | undefined {
  const segments = address.split("/").filter(Boolean);
  const fits = (part: string, at: number) => part === segments[at] || Object.hasOwn(params, part.slice(1, -1));
  return Object.keys(files).find((path) => {
    const parts = path.replace("../../../app/", "").split("/").slice(0, -1);
    const route = parts.filter((part) => !/^\(.*\)$/.test(part));
    return route.length === segments.length && route.every(fits);
  });
}

/** The route handler behind an address, by what stands in the brackets of its route. */
export async function handlerOf(method: string, address: string, params: Record<string, string>): Promise<unknown> {
  const found = await handlers[fileOf(handlers, address, params) ?? ""]?.();
  if (!found?.[method]) throw new Error(`nothing answers ${method} ${address}`);
  return found[method];
}

/** How Next says in an error that a page is not there, or where it leads. */
const notThere = "NEXT_HTTP_ERROR_FALLBACK;404";
const leads = /^NEXT_REDIRECT;\w+;([^;]*);(\d+);/;

/** A page as a handler: what it reads and where it leads, with nothing drawn. */
export async function pageOf(address: string, params: Record<string, string>) {
  const found = await pages[fileOf(pages, address, params) ?? ""]?.();
  if (!found) throw new Error(`there is no page ${address}`);
  return async (): Promise<Response> => {
    try {
      await found.default({ params: Promise.resolve(params), searchParams: Promise.resolve({}) });
      return new Response();
    } catch (error) {
      const { digest = "" } = error as { digest?: string };
      const [, location, status] = leads.exec(digest) ?? [];
      if (location) return new Response(null, { status: Number(status), headers: { location } });
      if (digest !== notThere) throw error;
      return new Response(null, { status: 404 });
    }
  };
}
