/** A way to ask for a path that has got past a proxy somewhere: another path, other headers. */
export type Bypass = {
  shape: string;
  path?: (path: string) => string;
  headers?: Record<string, string>;
  method?: string;
};

const five = (name: string) => Array.from({ length: 5 }, () => name).join(":");
const encoded = (path: string) =>
  [...path].map((sign) => (sign === "/" ? sign : `%${sign.charCodeAt(0).toString(16)}`)).join("");
const headers = (name: string, value: string): Bypass => ({ shape: `${name}: ${value}`, headers: { [name]: value } });
const path = (shape: string, change: (path: string) => string): Bypass => ({ shape, path: change });

/** Shapes that have led past a proxy of Next or of another framework, or might. `build` is the build's own id. */
export const bypasses = (build: string): Bypass[] => [
  headers("x-middleware-subrequest", "proxy"),
  headers("x-middleware-subrequest", five("proxy")),
  headers("x-middleware-subrequest", five("middleware")),
  headers("x-middleware-subrequest", five("src/middleware")),
  headers("x-middleware-next", "1"),
  headers("x-middleware-prefetch", "1"),
  headers("x-middleware-rewrite", "/login"),
  headers("x-invoke-path", "/login"),
  headers("x-matched-path", "/login"),
  headers("x-now-route-matches", "1=login"),
  headers("x-nextjs-data", "1"),
  headers("x-original-url", "/login"),
  headers("x-rewrite-url", "/login"),
  headers("x-forwarded-prefix", "/login"),
  headers("rsc", "1"),
  { shape: "a prefetch", headers: { rsc: "1", "next-router-prefetch": "1" } },
  {
    shape: "a prefetch of a segment",
    headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  },
  {
    shape: "a prefetch of the whole page",
    headers: { rsc: "1", "next-router-prefetch": "2", "next-router-segment-prefetch": "/_full" },
  },
  path(".rsc", (of) => `${of}.rsc`),
  path("a segment's tree", (of) => `${of}.segments/_tree.segment.rsc`),
  path("a segment's page", (of) => `${of}.segments/_full.segment.rsc`),
  path("_next/data", (of) => `/_next/data/${build}${of}.json`),
  path("nxtP", (of) => `/login?nxtPcode=${of.split("/").at(-1)}&nxtPid=${of.split("/").at(-1)}`),
  path("_rsc", (of) => `${of}?_rsc=1`),
  path("//", (of) => `/${of}`),
  path("//, inside", (of) => of.replaceAll("/", "//")),
  path("encoded", encoded),
  path("an encoded slash", (of) => `/login%2f..${of}`),
  path("up and down", (of) => `/login/..${of}`),
  path("an encoded way up", (of) => `/login/%2e%2e${of}`),
  path("a slash after", (of) => `${of}/`),
  path("a file's ending", (of) => `${of};.css`),
  path("a zero byte", (of) => `${of}%00`),
  path("a backslash", (of) => of.replaceAll("/", "\\")),
  path("capitals", (of) => of.toUpperCase()),
  { shape: "only the head", method: "HEAD" },
  { shape: "as an action", method: "POST", headers: { "next-action": "0".repeat(42), "content-type": "text/plain" } },
];
