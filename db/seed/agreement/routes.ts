import type { Route } from "#lib/agreement/agreement.ts";

const helhedsplan = [
  "SOCIAL_VICEVAERT",
  "PROJEKTLEDER_VICEVAERT",
  "FAMILIE_BEBOERRAADGIVER",
  "PROJEKTLEDER",
  "SEKRETARIATSLEDER",
  "RENOVERING_VOGNVAENGET",
  "PROJEKTLEDER_OVERBLIKKET",
  "CAFE_NORA",
];

const kommune = [
  "SPECIALISERET_SAGSBEHANDLER",
  "BOLIGRAADGIVER",
  "SOCIAL_MENTOR",
  "STOETTEKONTAKTPERSON",
  "MYNDIGHEDSTEAM",
  "BROBYGNINGSKONSULENT",
  "SUNDHED_NAERMILJOE",
  "SUNDHED_SPROG",
];

/** The receivers of `to` are the contract's; `also` is our proposal, made so that nothing has to be sent back to be sent on. */
export const routes: Route[] = [
  {
    service: "BOLIGYDELSE",
    from: helhedsplan,
    to: [{ functions: ["SPECIALISERET_SAGSBEHANDLER"] }],
    also: ["BOLIGRAADGIVER", "BROBYGNINGSKONSULENT"],
  },
  {
    service: "HJEMMEHJAELP",
    from: helhedsplan,
    to: [
      { when: { question: "ALDER", oneOf: ["FRA_65"] }, functions: ["MYNDIGHEDSTEAM"] },
      { when: { question: "ALDER", oneOf: ["UNDER_65"] }, functions: ["SPECIALISERET_SAGSBEHANDLER"] },
    ],
    also: ["BROBYGNINGSKONSULENT"],
  },
  {
    service: "SKP",
    from: helhedsplan,
    to: [{ functions: ["STOETTEKONTAKTPERSON"] }],
    also: ["SPECIALISERET_SAGSBEHANDLER", "BROBYGNINGSKONSULENT"],
  },
  {
    service: "UDSAETTELSE",
    from: helhedsplan,
    to: [{ functions: ["BOLIGRAADGIVER"] }],
    also: ["SPECIALISERET_SAGSBEHANDLER"],
  },
  {
    service: "MENTOR1825",
    from: helhedsplan,
    to: [{ functions: ["SOCIAL_MENTOR"] }],
    also: ["STOETTEKONTAKTPERSON", "SPECIALISERET_SAGSBEHANDLER"],
  },
  {
    service: "RENOVERING",
    from: helhedsplan,
    to: [{ when: { situation: ["FOELGE_MED"] }, functions: ["MYNDIGHEDSTEAM"] }, { functions: ["BOLIGRAADGIVER"] }],
    also: ["SPECIALISERET_SAGSBEHANDLER"],
  },
  {
    service: "SUNDHED",
    from: helhedsplan,
    to: [{ functions: ["SUNDHED_NAERMILJOE", "SUNDHED_SPROG"] }],
    also: ["BROBYGNINGSKONSULENT"],
  },
  {
    service: "BRO",
    from: helhedsplan,
    to: [{ functions: ["BROBYGNINGSKONSULENT"] }],
    also: ["SUNDHED_NAERMILJOE", "SUNDHED_SPROG"],
  },
  {
    service: "LOKAL",
    from: kommune,
    to: [{ functions: ["SOCIAL_VICEVAERT", "PROJEKTLEDER_VICEVAERT", "FAMILIE_BEBOERRAADGIVER"] }],
    also: ["PROJEKTLEDER", "SEKRETARIATSLEDER", "RENOVERING_VOGNVAENGET", "PROJEKTLEDER_OVERBLIKKET", "CAFE_NORA"],
  },
];
