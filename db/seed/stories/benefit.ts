import { adviser, caseworker, lundtoftegade, mimersgade, orally, type Story, titanparken, yes } from "./story.ts";

/** Housing benefit, decided by Udbetaling Danmark: every way that a referral can go. */
export const benefit: Story[] = [
  {
    ago: 2,
    by: titanparken,
    form: () => ({
      service: "BOLIGYDELSE",
      situations: ["NY", "MITID"],
      answers: { PENSION: "FOLKEPENSION" },
      contact: "together",
      consent: yes,
    }),
  },
  {
    ago: 5,
    by: lundtoftegade,
    form: () => ({
      service: "BOLIGYDELSE",
      situations: ["FLYTTET"],
      answers: { PENSION: "INGEN" },
      contact: "directly",
      consent: yes,
      note: "Lejekontrakten ligger klar hos mig.",
    }),
  },
  {
    ago: 8,
    by: mimersgade,
    form: () => ({
      service: "BOLIGYDELSE",
      situations: ["KRAV"],
      answers: { PENSION: "VED_IKKE" },
      contact: "through_me",
      consent: orally,
    }),
  },
  {
    ago: 2,
    by: titanparken,
    form: () => ({
      service: "BOLIGYDELSE",
      situations: ["STOPPET"],
      answers: { PENSION: "FOERTIDSPENSION" },
      contact: "through_me",
      consent: yes,
    }),
    turns: [[1, caseworker, "ask", () => ({ question: "KONTRAKT" })]],
  },
  {
    ago: 3,
    by: lundtoftegade,
    form: () => ({
      service: "BOLIGYDELSE",
      situations: ["BREV"],
      answers: { PENSION: "FOLKEPENSION" },
      contact: "together",
      consent: yes,
    }),
    // Another unit: it waits for the sender's word.
    turns: [[1, caseworker, "redirect", () => ({ to: "brobygger.lokalomraadekontoret", reason: "ENHED" })]],
  },
  {
    ago: 14,
    by: mimersgade,
    form: () => ({
      service: "BOLIGYDELSE",
      situations: ["AENDRET"],
      answers: { PENSION: "FOLKEPENSION" },
      contact: "together",
      consent: yes,
    }),
    turns: [
      [12, caseworker, "accept"],
      [9, caseworker, "progress", () => ({ what: "SOEGT" })],
      [9, caseworker, "hold", (ago) => ({ until: ago(-12), reason: "AFGOERELSE" })],
    ],
  },
  {
    ago: 4,
    by: titanparken,
    form: () => ({
      service: "BOLIGYDELSE",
      situations: ["BREV"],
      answers: { PENSION: "INGEN" },
      contact: "directly",
      consent: yes,
    }),
    turns: [[1, caseworker, "return", () => ({ reason: "VEJLEDT" })]],
  },
  {
    ago: 7,
    by: mimersgade,
    form: () => ({
      service: "BOLIGYDELSE",
      situations: ["NY"],
      answers: { PENSION: "INGEN" },
      contact: "together",
      consent: yes,
    }),
    // Twice on its way, and then the sender said yes to the third.
    turns: [
      [6, caseworker, "redirect", () => ({ to: "boligraadgiver.sck", reason: "FUNKTION" })],
      [4, adviser, "redirect", () => ({ to: "brobygger.lokalomraadekontoret", reason: "ENHED" })],
      [2, mimersgade, "confirm", () => ({ consent: yes })],
    ],
  },
  {
    ago: 6,
    by: mimersgade,
    form: () => ({
      service: "BOLIGYDELSE",
      situations: ["KRAV"],
      answers: { PENSION: "FOLKEPENSION" },
      contact: "directly",
      consent: yes,
    }),
    // Outside the agreement, and the next step is late.
    turns: [[5, caseworker, "redirect", () => ({ external: "UDBETALING_DANMARK", reason: "MYNDIGHED" })]],
  },
  {
    ago: 3,
    by: titanparken,
    form: () => ({
      service: "BOLIGYDELSE",
      situations: ["MITID"],
      answers: { PENSION: "FOLKEPENSION" },
      onTheSpot: true,
    }),
  },
];
