import { setCookies } from "#app/_server/cookies.ts";

/**
 * The link of an invitation: its token leaves the address at once, so that it stands in no history, referrer or screenshot.
 * Whether it opens anything, the page asks.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const headers = new Headers({ location: "/invitation", "cache-control": "no-store" });
  const known = /^[A-Za-z0-9_-]{43}$/.test(token);
  for (const cookie of setCookies({ invitation: known ? token : null, ceremony: null }))
    headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
