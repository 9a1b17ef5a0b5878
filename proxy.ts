import { type NextRequest, NextResponse } from "next/server";
import { loginFor } from "#lib/login/own-path.ts";

/**
 * Comfort, never the gate: gives every page its content security policy with a new nonce, and leads whoever has no
 * cookie to the login, which knows where they wanted to go. Every page and handler asks the database for itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  // There is no action: whatever is sent to a page, Next would read it and find nothing to do, or a fault of its own.
  if (request.method !== "GET" && request.method !== "HEAD")
    return new NextResponse(null, { status: 405, headers: { allow: "GET, HEAD" } });
  const cookie = request.cookies.has("brobyg") || request.cookies.has("__Host-brobyg");
  const open = /^\/(login|invitation|beboer)(\/|$)/.test(pathname);
  if (!cookie && !open) return NextResponse.redirect(new URL(loginFor(pathname + search), request.url), 303);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = policyWith(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-brobyg-path", pathname + search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function policyWith(nonce: string): string {
  // Next's development server runs its own scripts by eval; nothing built does.
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = { matcher: ["/((?!api/|\\.well-known/|_next/static|_next/image|favicon|icon).*)"] };
