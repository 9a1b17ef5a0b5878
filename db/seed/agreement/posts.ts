import type { PhoneHours } from "#lib/agreement/parties.ts";
import type { Code } from "#lib/agreement/words.ts";
import type { PostSeed } from "./agreement-seed.ts";
import { units } from "./units.ts";
import { signed, since } from "./validity.ts";

const everyDay = (from: string, to: string): PhoneHours => {
  const hours = { from, to };
  return { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
};
const office: PhoneHours = {
  ...everyDay("09:00", "15:00"),
  thu: { from: "09:00", to: "17:00" },
  fri: { from: "09:00", to: "13:00" },
};
const mornings = everyDay("08:30", "11:30");
const outreach: PhoneHours = {
  mon: { from: "10:00", to: "14:00" },
  tue: { from: "10:00", to: "14:00" },
  thu: { from: "13:00", to: "17:00" },
};

function postsIn(
  unitKey: string,
  posts: { key: string; function: Code; phone: string; hours: PhoneHours }[],
): PostSeed[] {
  const unit = units.find((each) => each.key === unitKey);
  if (!unit) throw new Error(`the agreement has no unit ${unitKey}`);
  const from = unit.validity.from > signed ? unit.validity.from : signed;
  return posts.map((post) => ({ ...post, unit: unitKey, validity: since(from) }));
}

/** The contract's pairs of function and unit, in its order. Telephone numbers are invented. */
export const posts: PostSeed[] = [
  ...postsIn("akb", [
    { key: "koordinator.akb", function: "BOLIGSOCIAL_KOORDINATOR", phone: "20 00 00 01", hours: office },
  ]),
  ...postsIn("lundtoftegade", [
    { key: "vicevaert.lundtoftegade", function: "SOCIAL_VICEVAERT", phone: "20 00 00 02", hours: outreach },
    { key: "projektleder.lundtoftegade", function: "PROJEKTLEDER", phone: "20 00 00 03", hours: office },
  ]),
  ...postsIn("titanparken", [
    // The projektleder of the health network is the same post.
    { key: "vicevaert.titanparken", function: "PROJEKTLEDER_VICEVAERT", phone: "20 00 00 04", hours: outreach },
  ]),
  ...postsIn("guldberg-have", [
    { key: "vicevaert.guldberg-have", function: "SOCIAL_VICEVAERT", phone: "20 00 00 05", hours: outreach },
  ]),
  ...postsIn("fsb", [
    { key: "koordinator.fsb", function: "BOLIGSOCIAL_KOORDINATOR", phone: "20 00 00 06", hours: office },
  ]),
  ...postsIn("det-gode-naboskab", [
    { key: "projektleder.det-gode-naboskab", function: "PROJEKTLEDER", phone: "20 00 00 07", hours: office },
  ]),
  ...postsIn("vibo", [{ key: "chef.vibo", function: "BOLIGSOCIAL_CHEF", phone: "20 00 00 08", hours: office }]),
  ...postsIn("mimersgade", [
    { key: "raadgiver.mimersgade", function: "FAMILIE_BEBOERRAADGIVER", phone: "20 00 00 09", hours: outreach },
  ]),
  ...postsIn("lejerbo", [
    { key: "konsulent.lejerbo", function: "BOLIGSOCIAL_KONSULENT", phone: "20 00 00 10", hours: office },
  ]),
  ...postsIn("aldersrogade", [
    { key: "sekretariatsleder.aldersrogade", function: "SEKRETARIATSLEDER", phone: "20 00 00 11", hours: office },
    { key: "vognvaenget.aldersrogade", function: "RENOVERING_VOGNVAENGET", phone: "20 00 00 12", hours: mornings },
  ]),
  ...postsIn("hothers-plads", [
    { key: "overblikket.hothers-plads", function: "PROJEKTLEDER_OVERBLIKKET", phone: "20 00 00 13", hours: mornings },
    { key: "cafe-nora.hothers-plads", function: "CAFE_NORA", phone: "20 00 00 14", hours: outreach },
  ]),

  ...postsIn("sck", [
    { key: "sagsbehandler.sck", function: "SPECIALISERET_SAGSBEHANDLER", phone: "20 00 00 20", hours: office },
    { key: "boligraadgiver.sck", function: "BOLIGRAADGIVER", phone: "20 00 00 21", hours: mornings },
    { key: "mentor.sck", function: "SOCIAL_MENTOR", phone: "20 00 00 22", hours: outreach },
    { key: "skp.sck", function: "STOETTEKONTAKTPERSON", phone: "20 00 00 23", hours: mornings },
    { key: "omraadechef.sck", function: "OMRAADECHEF", phone: "20 00 00 24", hours: office },
  ]),
  ...postsIn("myndighedsteamet", [
    { key: "leder.myndighedsteamet", function: "MYNDIGHEDSTEAM", phone: "20 00 00 30", hours: office },
  ]),
  ...postsIn("lokalomraadekontoret", [
    { key: "brobygger.lokalomraadekontoret", function: "BROBYGNINGSKONSULENT", phone: "20 00 00 31", hours: office },
  ]),
  ...postsIn("forebyggelsescenteret", [
    { key: "leder.forebyggelsescenteret", function: "LEDER_FOREBYGGELSESCENTER", phone: "20 00 00 32", hours: office },
    { key: "naermiljoe.forebyggelsescenteret", function: "SUNDHED_NAERMILJOE", phone: "20 00 00 33", hours: office },
    { key: "sprog.forebyggelsescenteret", function: "SUNDHED_SPROG", phone: "20 00 00 34", hours: mornings },
  ]),

  ...postsIn("forum", [{ key: "forum", function: "BOLIGSOCIALT_FORUM", phone: "20 00 00 40", hours: office }]),
  ...postsIn("kommunen", [
    { key: "administrator", function: "ADMINISTRATOR", phone: "20 00 00 41", hours: office },
    { key: "databeskyttelsesraadgiver", function: "DATABESKYTTELSESRAADGIVER", phone: "20 00 00 42", hours: office },
  ]),
];
