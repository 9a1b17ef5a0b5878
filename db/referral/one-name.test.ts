import { afterAll, beforeAll, expect, test } from "vitest";
import { draftForm } from "#lib/referral/draft-form.ts";
import { inboxQuery } from "#lib/referral/inbox-view.ts";
import { readDrafts } from "../draft/read.ts";
import { saveDraft } from "../draft/save.ts";
import { readInbox } from "../inbox/read-inbox.ts";
import { readNotices } from "../notice/read-notices.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { readNewReferral } from "./read-new-referral.ts";
import { readReceipt } from "./read-receipt.ts";
import { readReferral } from "./read-referral.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const warden = "vicevaert.titanparken";

test.each([
  ["SKP", "skp.sck"],
  ["UDSAETTELSE", "boligraadgiver.sck"],
  ["MENTOR1825", "mentor.sck"],
  ["RENOVERING", "boligraadgiver.sck"],
  ["BRO", "brobygger.suf"],
  ["BOLIGYDELSE", "sagsbehandler.sck"],
])("%s has one name, from the form to the inbox", async (service, receiver) => {
  for (const locale of ["da", "en"] as const) {
    const form = valueOf(await world.as(warden, (tx, me) => readNewReferral(tx, me, { locale })));
    const its = form.services.find(({ code }) => code === service)?.text;
    const code = await world.logs(warden, { service });
    await world.as(warden, (tx, me) => saveDraft(tx, me, draftForm.parse({ service, contact: "together" })));
    const reader = { locale, aPlan: "" };
    const [referral, receipt, drafts, inbox, notices] = await Promise.all([
      world.as(warden, (tx, me) => readReferral(tx, me, { code, reader })).then(valueOf),
      world.as(warden, (tx, me) => readReceipt(tx, me, { code, screen: "receipt" })).then(valueOf),
      world.asks(warden, (tx, me) => readDrafts(tx, me)),
      world.as(receiver, (tx, me) => readInbox(tx, me, inboxQuery.parse({ lang: locale, service }))).then(valueOf),
      world.as(receiver, (tx, me) => readNotices(tx, me, locale)).then(valueOf),
    ]);
    const told = notices.weeks.flatMap((week) => week.notices).find((each) => each.code.replace("-", "") === code);
    expect({
      referral: referral.service,
      receipt: receipt.service[locale],
      draft: drafts[0]?.service?.[locale],
      inbox: inbox.rows.find((row) => row.code === code)?.service,
      notice: told?.service,
    }).toEqual({ referral: its, receipt: its, draft: its, inbox: its, notice: its });
  }
});
