import { randomUUID } from "node:crypto";
import type { BenchMember, Filled } from "./fill.ts";
import type { Write } from "./load.ts";
import type { Waiting } from "./targets.ts";

/** One of this member's sessions, another at each turn. */
const sessionOf = ({ tokens }: BenchMember, turn: number): string => tokens[turn % tokens.length] ?? "";

export function acceptOf({ code, basis, member }: Waiting, index: number): Write {
  return {
    path: `/api/referrals/${code}/accept`,
    token: sessionOf(member, index),
    body: { intent: randomUUID(), basis },
  };
}

export function sendOf({ senders, receivers }: Filled, index: number): Write {
  const sender = senders[index % senders.length];
  const receiver = receivers[(index * 7) % receivers.length];
  if (!sender || !receiver) throw new Error("nobody sends in the filled database");
  return {
    path: "/api/referrals",
    token: sessionOf(sender, index),
    body: {
      intent: randomUUID(),
      service: "UDSAETTELSE",
      situations: ["OVERBLIK"],
      answers: { AARSAG: "HUSLEJE", TRIN: "RYKKER", DATO: "2026-01-05" },
      contact: "through_me",
      consent: { name: "written", feedback: "yes" },
      to: receiver.post,
    },
  };
}
