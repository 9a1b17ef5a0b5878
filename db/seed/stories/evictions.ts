import type { Day } from "#lib/calendar/day.ts";
import {
  adviser,
  adviser2,
  lundtoftegade,
  mimersgade,
  orally,
  quietly,
  type Story,
  titanparken,
  yes,
} from "./story.ts";

const rent = (TRIN: string, DATO: Day) => ({ AARSAG: "HUSLEJE", TRIN, DATO });

/** Evictions: each at another place of its clock. */
export const evictions: Story[] = [
  {
    ago: 0,
    by: titanparken,
    form: (ago) => ({
      service: "UDSAETTELSE",
      situations: ["BETALE", "BREVE"],
      answers: { ...rent("PAAKRAV", ago(2)), BOERN: "JA" },
      contact: "together",
      consent: yes,
      note: "Brevet lå uåbnet. Vi har læst det sammen.",
    }),
  },
  {
    name: "late",
    ago: 3,
    by: lundtoftegade,
    form: (ago) => ({
      service: "UDSAETTELSE",
      situations: ["FOELGE", "OVERBLIK"],
      answers: rent("FOGED", ago(4)),
      contact: "through_me",
      consent: orally,
    }),
  },
  {
    ago: 1,
    by: mimersgade,
    form: (ago) => ({
      service: "UDSAETTELSE",
      situations: ["AFDRAG"],
      answers: rent("RYKKER", ago(2)),
      contact: "directly",
      consent: yes,
    }),
    turns: [[0, adviser, "open"]],
  },
  {
    ago: 4,
    by: titanparken,
    form: (ago) => ({
      service: "UDSAETTELSE",
      situations: ["YDELSE"],
      answers: { ...rent("PAAKRAV", ago(5)), ALDER: "OVER_25" },
      contact: "through_me",
      consent: yes,
      note: "Ydelsen udeblev i denne måned.",
    }),
    // Taken over, and nobody has called yet.
    turns: [[4, adviser2, "accept"]],
  },
  {
    ago: 12,
    by: lundtoftegade,
    form: (ago) => ({
      service: "UDSAETTELSE",
      situations: ["OVERBLIK", "AFDRAG"],
      answers: rent("RYKKER", ago(14)),
      contact: "together",
      consent: yes,
    }),
    turns: [
      [12, adviser, "accept"],
      [11, adviser, "identity", (ago) => ({ on: ago(11) })],
      [11, adviser, "progress", () => ({ what: "KONTAKT" })],
      [11, adviser, "follow_up", (ago) => ({ on: ago(-4) })],
    ],
  },
  {
    ago: 9,
    by: lundtoftegade,
    form: (ago) => ({
      service: "UDSAETTELSE",
      situations: ["BILLIGERE"],
      answers: { AARSAG: "HUSORDEN", TRIN: "ADVARSEL", DATO: ago(11) },
      contact: "directly",
      consent: quietly,
    }),
    // Passed on: the adviser keeps it until the caseworker takes over.
    turns: [
      [9, adviser, "accept"],
      [8, adviser, "progress", () => ({ what: "KONTAKT" })],
      [1, adviser, "send", () => ({ to: "sagsbehandler.sck" })],
    ],
  },
  {
    ago: 24,
    by: mimersgade,
    form: (ago) => ({
      service: "UDSAETTELSE",
      situations: ["BETALE"],
      answers: rent("PAAKRAV", ago(25)),
      contact: "together",
      consent: yes,
    }),
    turns: [
      [24, adviser2, "accept"],
      [24, adviser2, "progress", () => ({ what: "KONTAKT" })],
      [15, adviser2, "complete", () => ({ outcome: "AFVAERGET", means: ["AFDRAG", "BETALT"] })],
    ],
  },
];
