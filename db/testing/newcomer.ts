import { randomUUID } from "node:crypto";
import { acceptInvitation, enrol } from "../account/enrol.ts";
import { ceremonyOf, type Passed } from "../account/factor.ts";
import { type Browser, signIn } from "../account/sign-in.ts";
import { totpCode, totpToScan } from "../account/totp.ts";
import { invite, sendLink } from "../people/invite.ts";
import { valueOf, type World } from "./world.ts";

export const password = "en cykel til hver fugl";
export const secret = "a secret of the tests, and of nothing else";
export const site = { origin: "https://brobyg.example" };
export const nowhere: Browser = { source: Buffer.alloc(32) };

/** Somebody who was invited: the address, the person, and the token that was mailed last. */
export type Newcomer = { email: string; person: string; link: string };

export async function inviteSomebody(world: World): Promise<Newcomer> {
  const email = `ny.${randomUUID()}@noerrebro.example`;
  const holds = [await world.post("boligraadgiver.sck")];
  const person = await world.asks("leder.sck", async (tx, me) => {
    const input = { name: "Tove Totrin", mail: email, holds, standsIn: [], from: me.today, locale: "da" as const };
    return valueOf(await invite(tx, me, input)).person;
  });
  return { email, person, link: await linkTo(world, email) };
}

/** A new link for somebody who has lost everything, or the first. */
export async function sendAnother(world: World, { email, person }: Newcomer): Promise<string> {
  await world.asks("leder.sck", async (tx, me) =>
    valueOf(await sendLink(tx, me, { person: person as never, locale: "da" })),
  );
  return linkTo(world, email);
}

export async function linkTo(world: World, email: string): Promise<string> {
  const [mail] = await world.owns(
    ["mail"],
    (sql) => sql<{ token: string }[]>`
      select "values"->>'token' as token from mail where to_address = ${email} order by at desc limit 1`,
  );
  return mail?.token ?? "";
}

/** What an app is told in a ceremony of enrolment, to be typed. */
export async function secretOffered(world: World, ceremony: string): Promise<string> {
  const begun = await ceremonyOf(world.pool, ceremony);
  const waiting = begun?.factors.find(({ kind, confirmed }) => kind === "totp" && !confirmed);
  if (!waiting?.secret) throw new Error("no app is waited for");
  return totpToScan({ id: waiting.id, secret: waiting.secret }, begun?.email ?? "", secret).text;
}

/** Up to the factor: the ceremony in which it is added. */
export const choosePassword = async (world: World, link: string): Promise<string> =>
  valueOf(await acceptInvitation(world.pool, link, { password, secret })).ceremony;

/** `app` is its secret, `first` the code that was taken when it was added. */
export type Enrolled = Newcomer & Passed & { codes: string[]; app: string; first: string };

/** Whoever bears a link comes in with an app. */
export async function enrolBy(world: World, link: string): Promise<Omit<Enrolled, keyof Newcomer>> {
  const ceremony = await choosePassword(world, link);
  const app = await secretOffered(world, ceremony);
  const means = { ceremony, invitation: link, from: nowhere, secret, site };
  const first = codeNow(world, app);
  return { app, first, ...valueOf(await enrol(world.pool, { ...means, shown: { code: first } })) };
}

/** Somebody who came in with an app. */
export async function enrolSomebody(world: World): Promise<Enrolled> {
  const newcomer = await inviteSomebody(world);
  return { ...newcomer, ...(await enrolBy(world, newcomer.link)) };
}

/** A code of the next half minute, which is taken already: that of the present was, when the app was added. */
export const nextCode = ({ now }: World, app: string): string => totpCode(app, now().getTime() + 30_000);

/** What the app shows now. */
export const codeNow = ({ now }: World, app: string): string => totpCode(app, now().getTime());

/** The right password: the ceremony that waits for the second factor. */
export async function toSecondFactor(world: World, email: string, from: Browser = nowhere): Promise<string> {
  const first = valueOf(await signIn(world.pool, { email, password }, from));
  if (first.leads !== "to-factor") throw new Error("no second factor is asked for");
  return first.token;
}
