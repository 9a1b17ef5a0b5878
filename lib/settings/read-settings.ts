/** How settings are read that are more than a text. Each throws one sentence for whoever runs the installation. */

export function readCount(name: string, { set, otherwise }: { set: string | undefined; otherwise: number }): number {
  if (set === undefined) return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(set)) throw new Error(`${name} must be a whole number from 1 on, such as ${otherwise}.`);
  return Number(set);
}

/** Where somebody who found a weakness writes: an address of mail or of a page. By custom it is security@ the own domain. */
export function readContact(set: string | undefined, { origin }: { origin: string }): string {
  if (set === undefined) return `mailto:security@${new URL(origin).hostname}`;
  if (!/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(set))
    throw new Error("BROBYG_SECURITY_CONTACT must begin with mailto: or https: and be one address.");
  return set;
}
