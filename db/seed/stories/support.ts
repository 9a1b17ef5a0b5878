import {
  adviser2,
  caseworker,
  homeHelp,
  lundtoftegade,
  mentor,
  mimersgade,
  notYet,
  type Story,
  skp,
  titanparken,
  yes,
} from "./story.ts";

/** Support for people: home help, support and contact persons, the mentor who is away, renovation. */
export const support: Story[] = [
  {
    ago: 2,
    by: mimersgade,
    form: () => ({
      service: "HJEMMEHJAELP",
      situations: ["RENT", "MAD"],
      answers: { ALDER: "FRA_65" },
      contact: "together",
      consent: yes,
    }),
    turns: [[1, homeHelp, "open"]],
  },
  {
    ago: 9,
    by: titanparken,
    form: () => ({
      service: "HJEMMEHJAELP",
      situations: ["PLEJE", "MERE"],
      answers: { ALDER: "FRA_65" },
      contact: "directly",
      consent: yes,
    }),
    turns: [
      [7, homeHelp, "accept"],
      [6, homeHelp, "identity", (ago) => ({ on: ago(6) })],
      [5, homeHelp, "progress", () => ({ what: "KONTAKT" })],
    ],
  },
  {
    name: "unanswered",
    ago: 22,
    by: titanparken,
    form: () => ({
      service: "HJEMMEHJAELP",
      situations: ["STOPPET"],
      answers: { ALDER: "UNDER_65" },
      contact: "through_me",
      consent: yes,
    }),
    // Answered two days after the meeting had talked of it.
    turns: [
      [8, caseworker, "accept"],
      [7, caseworker, "progress", () => ({ what: "KONTAKT" })],
    ],
  },
  {
    ago: 1,
    by: mimersgade,
    form: () => ({
      service: "SKP",
      situations: ["SES_IKKE", "POST"],
      answers: { VED: "NEJ" },
      contact: "together",
      consent: notYet,
      note: "Gardinerne har været trukket for i to uger.",
    }),
  },
  {
    ago: 6,
    by: titanparken,
    form: () => ({
      service: "SKP",
      situations: ["AABNER_IKKE", "FORFALD"],
      answers: { VED: "NEJ" },
      contact: "together",
      consent: notYet,
    }),
    turns: [
      [5, skp, "accept"],
      [3, skp, "progress", () => ({ what: "KONTAKT" })],
    ],
  },
  {
    ago: 4,
    by: lundtoftegade,
    form: () => ({
      service: "SKP",
      situations: ["URO"],
      answers: { VED: "JA" },
      contact: "through_me",
      consent: notYet,
    }),
    turns: [[2, skp, "advise", () => ({ text: "Prøv at banke på sammen med en nabo." })]],
  },
  {
    ago: 3,
    by: lundtoftegade,
    form: () => ({
      service: "MENTOR1825",
      situations: ["INDFLYTTET", "OEKONOMI"],
      answers: { ANVIST: "JA" },
      contact: "together",
      consent: yes,
    }),
  },
  {
    name: "alone",
    ago: 30,
    by: mimersgade,
    form: () => ({
      service: "MENTOR1825",
      situations: ["ALENE"],
      answers: { ANVIST: "JA" },
      contact: "together",
      consent: yes,
    }),
    turns: [
      [27, mentor, "accept"],
      [26, mentor, "progress", () => ({ what: "KONTAKT" })],
      [20, mentor, "agenda"],
      [9, mentor, "follow_up", (ago) => ({ on: ago(-6) })],
    ],
  },
  {
    ago: 8,
    by: titanparken,
    form: () => ({
      service: "MENTOR1825",
      situations: ["HVERDAG"],
      answers: { ANVIST: "VED_IKKE" },
      contact: "directly",
      consent: yes,
    }),
    turns: [
      [6, titanparken, "withdraw", () => ({ reason: "KLARET" })],
      [6, titanparken, "close", () => ({ outcome: "RAAD" })],
    ],
  },
  {
    ago: 2,
    by: titanparken,
    form: () => ({
      service: "RENOVERING",
      situations: ["PAKKE", "UTRYG"],
      answers: { BEGYNDER: "FRA_3_TIL_6" },
      contact: "together",
      consent: yes,
    }),
  },
  {
    name: "first-contact",
    ago: 26,
    by: lundtoftegade,
    form: () => ({
      service: "RENOVERING",
      situations: ["BREV", "HUSLEJE"],
      answers: { BEGYNDER: "UNDER_3_MDR" },
      contact: "through_me",
      consent: yes,
    }),
    // Taken over, and still waiting for the first call.
    turns: [[24, adviser2, "accept"]],
  },
];
