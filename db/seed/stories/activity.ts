import {
  adviser,
  bridge,
  caseworker,
  health,
  lundtoftegade,
  mimersgade,
  orally,
  quietly,
  type Story,
  skp,
  titanparken,
  yes,
} from "./story.ts";

/** Company and health, and what the municipality asks of a helhedsplan. */
export const activity: Story[] = [
  {
    ago: 3,
    by: mimersgade,
    form: () => ({
      service: "SUNDHED",
      situations: ["HOLD", "KOST"],
      answers: { HVEM: "GRUPPE" },
      contact: "through_me",
      consent: yes,
    }),
    turns: [[2, health, "open"]],
  },
  {
    ago: 12,
    by: lundtoftegade,
    form: () => ({
      service: "SUNDHED",
      situations: ["BEVAEG"],
      answers: { HVEM: "EN" },
      contact: "directly",
      consent: yes,
    }),
    turns: [
      [11, health, "accept"],
      [10, health, "progress", () => ({ what: "KONTAKT" })],
      [4, health, "complete", () => ({ outcome: "FORLOEB" })],
    ],
  },
  {
    ago: 16,
    by: lundtoftegade,
    form: () => ({
      service: "BRO",
      situations: ["ALENE", "AELDREKLUB"],
      answers: { FOELGE: "JEG" },
      contact: "together",
      consent: quietly,
    }),
    turns: [
      [14, bridge, "accept"],
      [13, bridge, "progress", () => ({ what: "KONTAKT" })],
      [2, bridge, "complete", () => ({ outcome: "KOMMER" })],
    ],
  },
  {
    ago: 1,
    by: titanparken,
    form: () => ({
      service: "BRO",
      situations: ["AKTIVITET"],
      answers: { FOELGE: "NEJ" },
      contact: "directly",
      consent: orally,
      agreed: true,
    }),
  },
  {
    ago: 2,
    by: adviser,
    form: () => ({
      service: "LOKAL",
      situations: ["LEDSAG"],
      answers: { VED: "SKRIFTLIGT" },
      contact: "together",
      consent: yes,
      to: "vicevaert.lundtoftegade",
    }),
  },
  {
    ago: 6,
    by: caseworker,
    form: () => ({
      service: "LOKAL",
      situations: ["KONTAKT"],
      answers: { VED: "SKRIFTLIGT" },
      contact: "through_me",
      consent: yes,
      to: "raadgiver.mimersgade",
    }),
    turns: [
      [5, mimersgade, "accept"],
      [4, mimersgade, "progress", () => ({ what: "KONTAKT" })],
    ],
  },
  {
    ago: 7,
    by: skp,
    form: () => ({
      service: "LOKAL",
      situations: ["FOELG_OP"],
      answers: { VED: "SKRIFTLIGT" },
      contact: "directly",
      consent: yes,
      to: "vicevaert.titanparken",
    }),
  },
];
