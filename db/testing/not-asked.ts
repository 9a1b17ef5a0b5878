import { randomUUID } from "node:crypto";
import type { World } from "./world.ts";

/** The next agreement, the same but that for this service somebody may say that the resident cannot be asked. */
export async function allowNotAsking(world: World, service: string): Promise<void> {
  await world.owns(["agreement", "agreement_draft", "partnership"], async (sql) => {
    // A revision of the version before would stand there for ever: adopting is what takes one away.
    await sql`delete from agreement_draft`;
    await sql`
      insert into agreement (partnership_id, id, number, valid_from, content)
      select a.partnership_id, ${randomUUID()}, a.number + 1, a.valid_from, jsonb_set(a.content, '{services}', (
        select jsonb_agg(case when s ->> 'code' = ${service} then s || '{"cannotAskAllowed": true}' else s end order by n)
        from jsonb_array_elements(a.content -> 'services') with ordinality x(s, n)))
      from agreement a order by a.number desc limit 1`;
  });
}

/** Sent by the social vicevært of Titanparken to those who get their others, of a resident who cannot be asked. */
export async function notAsked(world: World): Promise<string> {
  await allowNotAsking(world, "UDSAETTELSE");
  return world.logs("vicevaert.titanparken", {
    service: "UDSAETTELSE",
    consent: { name: "cannot_ask", feedback: "no" },
  });
}
