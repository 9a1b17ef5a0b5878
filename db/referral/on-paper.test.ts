import { afterAll, beforeAll, expect, test } from "vitest";
import type { CleanText } from "#lib/anonymity/clean-text.ts";
import { onPaper } from "#lib/referral/on-paper.ts";
import { demoPeople } from "../seed/demo-people.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { accessTo } from "./read-access.ts";
import { readReferral } from "./read-referral.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const reader = { locale: "da", aPlan: "en helhedsplan" } as const;
const [vicevaert, boligraadgiver] = ["vicevaert.titanparken", "boligraadgiver.sck"];

test("on the resident's paper stands all that is held of the case, and no colleague (C08)", async () => {
  const code = await world.logs(vicevaert, { service: "UDSAETTELSE", note: "Bedst om formiddagen" as CleanText });
  await world.does(boligraadgiver, "accept", code);
  const names = demoPeople.map(({ displayName }) => displayName);
  const namesOf = (held: object) => names.filter((name) => JSON.stringify(held).includes(name));
  for (const persona of [vicevaert, boligraadgiver]) {
    const view = valueOf(await world.as(persona, (tx, me) => readReferral(tx, me, { code, reader })));
    const access = valueOf(await world.as(persona, (tx, me) => accessTo(tx, me, { code, reader })));
    expect(namesOf(view.events)).not.toEqual([]);
    const paper = onPaper(view, access);
    // What one could do is not printed.
    expect(namesOf({ ...paper, view: { ...paper.view, offers: null } })).toEqual([]);
    expect(JSON.stringify(paper.access)).not.toContain('"mine":true');
    expect(paper.view).toMatchObject({ matter: view.matter, consents: view.consents, stations: view.stations });
    expect(paper.view.events.map(({ say }) => say)).toEqual(view.events.map(({ say }) => say));
  }
});
