const TYPED = /^(?:kl\.? ?)?([01]?\d|2[0-3])[.:,]?([0-5]\d)?$/i;

/** A time as people type it, "9", "9.30", "09:30", "0930", "kl. 9,30", as `HH:MM`; null for what is none. */
export function parseClockTime(typed: string): string | null {
  const [found, hour = "", minute = "00"] = TYPED.exec(typed.trim()) ?? [];
  return found === undefined ? null : `${hour.padStart(2, "0")}:${minute}`;
}
