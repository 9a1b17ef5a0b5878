import { outcomeClasses } from "#lib/agreement/outcome-class.ts";
import { answers, directions, type QuarterCounts } from "#lib/figures/release.ts";

/** Numbers that look like chance and are the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * The counts of a quarter of some partnership that does not exist: few or many services, hardly a referral or hundreds,
 * evenly spread or nearly all in one place.
 */
export function someQuarter(random: () => number): QuarterCounts {
  const whole = (most: number) => Math.floor(random() * (most + 1));
  const services = Array.from({ length: 1 + whole(8) }, (_, at) => named(`S${at}`));
  const reasons = Array.from({ length: 1 + whole(9) }, (_, at) => named(`R${at}`));
  const size = [1, 3, 6, 12, 40][whole(4)] ?? 1;
  const emptiness = random();
  /** Mostly small, now and then large, often nothing. */
  const count = () => (random() < emptiness ? 0 : whole(random() < 0.15 ? size * 6 : size));
  const of = <Row>(make: (service: string) => Row[]): Row[] => services.flatMap(({ code }) => make(code));
  const days = (length: number) => Array.from({ length }, () => whole(12));
  return {
    services: services.map((service) => ({ ...service, norm: 5 })),
    reasons,
    referrals: of((service) => directions.map((direction) => ({ service, direction, count: count() }))),
    answers: of((service) =>
      answers.flatMap((answer) => {
        const each = (reason: string | null) => {
          const many = count();
          return { service, answer, reason, count: many, days: days(many) };
        };
        return answer === "returned"
          ? reasons.filter(() => random() < 0.4).map(({ code }) => each(code))
          : [each(null)];
      }),
    ),
    finished: of((service) => outcomeClasses.map((outcome) => ({ service, outcome, count: count() }))),
    actions: { done: count(), waiting: count() },
  };
}

const named = (code: string) => ({ code, name: { da: code, en: code } });
