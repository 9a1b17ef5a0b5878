/** Pages of ours have plain addresses: whatever a browser might read as another host is no such, in whatever encoding. */
const plain = /^(?:\/|(?:\/[\w-]+)+)(?:\?[\w=&%.+~:-]*)?$/;
const longest = 500;
/** No pages, and pages that come before a login: nobody goes on there. */
const noPage = /^\/(?:api|_next)(?:[/?]|$)/;
const beforeLogin = /^\/(?:login|invitation)(?:[/?]|$)/;

/** A path of our own pages, with its query, as it stands; null for everything else. */
export const ownPath = (path: unknown): string | null =>
  typeof path === "string" && path.length <= longest && plain.test(path) && !noPage.test(path) ? path : null;

/** Where whoever has logged in goes on: where they wanted to, when that is a page of ours, else the start page. */
export function wanted(path: unknown): string {
  const own = ownPath(path);
  return own && !beforeLogin.test(own) ? own : "/";
}

/** What stands in an address of the login of where somebody wanted to go. */
export const wantedIn = (query: URLSearchParams): string => wanted(query.get("next"));

/** The address of the login, or of another page on the way, for whoever wanted to go there. */
export function loginFor(path: unknown, login = "/login"): string {
  const [page = "", query = ""] = wanted(path).split("?");
  // Next asks for a part of a page with a mark of its own.
  const asked = query.split("&").filter((each) => each !== "" && !each.startsWith("_rsc="));
  const to = asked.length > 0 ? `${page}?${asked.join("&")}` : page;
  const [way, given] = login.split("?");
  const said = [given, to === "/" ? "" : `next=${encodeURIComponent(to)}`].filter(Boolean).join("&");
  return said ? `${way}?${said}` : `${way}`;
}
