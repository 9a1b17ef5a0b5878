import { barePath } from "./bare.ts";
import type { What } from "./cells.ts";
import type { BenchMember } from "./fill.ts";
import type { Asking } from "./load.ts";
import type { Part } from "./parts.ts";
import type { Target } from "./targets.ts";

/** `grows`: it is asked of every size, since it must not cost more where there is more. */
export type Reading = { what: What; of: "bare" | "server"; grows: boolean; askings: (target: Target) => Asking[] };

const asReceivers =
  (address: string) =>
  ({ filled }: Target): Asking[] =>
    askingsOf(filled.receivers, [address]);

const ofReferrals =
  (address: string) =>
  ({ waiting }: Target): Asking[] =>
    askingsOf(
      waiting.map(({ member }) => member),
      waiting.map(({ code }) => `${address}/${code}`),
    );

const bareReading = (what: What, part: Part): Reading => ({
  what,
  of: "bare",
  grows: false,
  askings: asReceivers(barePath(part)),
});

export const readings: Reading[] = [
  bareReading("select 1, bare Node", "select 1"),
  bareReading("empty transaction, bare Node", "empty transaction"),
  bareReading("session opened, bare Node", "session opened"),
  bareReading("inbox data, bare Node", "inbox transaction"),
  { what: "inbox data", of: "server", grows: true, askings: asReceivers("/api/inbox") },
  { what: "referral data", of: "server", grows: false, askings: ofReferrals("/api/referrals") },
  { what: "empty page", of: "server", grows: false, askings: asReceivers("/bench") },
  { what: "inbox page", of: "server", grows: true, askings: asReceivers("/inbox") },
  { what: "referral page", of: "server", grows: true, askings: ofReferrals("/referrals") },
];

export const tokenOf = ({ token }: Asking): string => token;

/** Every session of these members, a member after the other, each at the address that stands in the same place. */
export function askingsOf(members: readonly BenchMember[], addresses: readonly string[]): Asking[] {
  const most = Math.max(...members.map(({ tokens }) => tokens.length));
  return Array.from({ length: most }, (_, turn) =>
    members.flatMap(({ tokens }, index) => {
      const token = tokens[turn];
      return token ? [{ token, path: addresses[index % addresses.length] ?? "" }] : [];
    }),
  ).flat();
}
