import { handler } from "#app/_server/handler.ts";
import { ownOrigin, securityContact } from "#app/_server/settings.ts";

const day = 24 * 60 * 60 * 1000;
/** RFC 9116 asks for less than a year; whoever keeps this page open longer reads it again. */
const holds = 90 * day;

/** `/.well-known/security.txt` (RFC 9116): where somebody who found a weakness writes, and in which languages. */
export const GET = handler({ of: "anybody", counts: "visit" }, async () => {
  const lines = [
    `Contact: ${securityContact()}`,
    `Expires: ${new Date(Date.now() + holds).toISOString()}`,
    "Preferred-Languages: da, en",
    `Canonical: ${ownOrigin()}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "content-type": "text/plain; charset=utf-8" } });
});

export const dynamic = "force-dynamic";
