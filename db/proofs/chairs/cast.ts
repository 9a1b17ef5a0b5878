import { noerrebro } from "../../seed/agreement/noerrebro.ts";
import { demoPeople } from "../../seed/demo-people.ts";

/** A post by its key in the agreement, a person by the name before the @. */
export type PostKey = string;
export type Name = string;

export type Holding = { person: Name; post: PostKey; deputy: boolean; from: number; to: number | null };

/** Posts that a helhedsplan refers from, and the one that asks a helhedsplan for something. */
export const origins: readonly PostKey[] = [
  "vicevaert.titanparken",
  "vicevaert.lundtoftegade",
  "raadgiver.mimersgade",
  "vicevaert.guldberg-have",
];
export const asksLocally: PostKey = "boligraadgiver.sck";
export const convener: PostKey = "sagsbehandler.sck";
/** The meetings at which referrals are talked of: the agreement's first series. */
export const series = "NETVAERKSMOEDE";
export const administrator: Name = "admin";

/** Who is in the simulation beside the demo's people: those whom the demo leaves out, and whoever may follow somebody. */
export const others: readonly { name: Name; holds: PostKey[] }[] = [
  { name: "vicevaert.guldberg", holds: ["vicevaert.guldberg-have"] },
  { name: "leder.fc", holds: ["leder.forebyggelsescenteret"] },
  { name: "skp2.sck", holds: ["skp.sck"] },
];
/** Nobody's people yet. More than may leave: each follows one. */
export const reserves: readonly Name[] = Array.from({ length: 40 }, (_, index) => `ny${index + 1}`);

/** Who stands in for a post while its holders are away, besides those of the demo. Mimersgade has nobody. */
export const standIns: readonly { person: Name; post: PostKey }[] = [
  { person: "vicevaert.lundtoftegade", post: "vicevaert.titanparken" },
  { person: "vicevaert.titanparken", post: "vicevaert.lundtoftegade" },
  { person: "boligraadgiver2.sck", post: "sagsbehandler.sck" },
  { person: "sagsbehandler.sck", post: "boligraadgiver.sck" },
  { person: "mentor.sck", post: "skp.sck" },
  { person: "brobygger.suf", post: "naermiljoe.forebyggelsescenteret" },
];

/** Does nothing with referrals: keeps the app, reads figures, or sees counts. */
const aside: readonly Name[] = [administrator, "dpo", "forum", "leder.akb"];

const nameOf = (address: string) => address.split("@")[0] ?? address;

/** Who holds what on the first day. */
export const firstHoldings: readonly Holding[] = [
  ...demoPeople.flatMap(({ address, posts: held }) =>
    held.map(({ post, as }) => ({ person: nameOf(address), post, deputy: as === "deputy" })),
  ),
  ...others.flatMap(({ name, holds }) => holds.map((post) => ({ person: name, post, deputy: false }))),
  ...standIns.map((each) => ({ ...each, deputy: true })),
].map((each) => ({ ...each, from: 0, to: null }));

/** Everybody who may be away, leave or forget. */
export const players: readonly Name[] = [...new Set(firstHoldings.map(({ person }) => person))].filter(
  (person) => !aside.includes(person),
);

/** Posts of the agreement that may take a service, in its order, the vacant ones of the demo left out. */
export function takersOf(service: string): PostKey[] {
  const held = new Set(firstHoldings.filter(({ deputy }) => !deputy).map(({ post }) => post));
  const may = noerrebro.content.routes.find((route) => route.service === service);
  const functions = may ? [...may.to.flatMap((to) => to.functions), ...may.also] : [];
  return noerrebro.posts
    .filter((post) => functions.includes(post.function) && held.has(post.key))
    .map(({ key }) => key);
}

/** To whom it goes first: as the contract says, here with the first choice of every question. */
export const firstReceiver: Record<string, PostKey> = {
  BOLIGYDELSE: "sagsbehandler.sck",
  HJEMMEHJAELP: "leder.myndighedsteamet",
  SKP: "skp.sck",
  UDSAETTELSE: "boligraadgiver.sck",
  MENTOR1825: "mentor.sck",
  SUNDHED: "naermiljoe.forebyggelsescenteret",
  BRO: "brobygger.lokalomraadekontoret",
  LOKAL: "vicevaert.titanparken",
};
