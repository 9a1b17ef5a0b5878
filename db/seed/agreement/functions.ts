import type { Duty } from "#lib/agreement/parties.ts";
import type { Words } from "#lib/agreement/words.ts";
import type { FunctionSeed } from "./agreement-seed.ts";
import { signed, since } from "./validity.ts";

const fn = (code: string, duties: Duty[], name: Words): FunctionSeed => ({
  code,
  name,
  duties,
  validity: since(signed),
});

export const functions: FunctionSeed[] = [
  fn("SOCIAL_VICEVAERT", ["refer", "receive"], { da: "Social vicevært", en: "Social vicevært" }),
  fn("PROJEKTLEDER_VICEVAERT", ["refer", "receive"], {
    da: "Projektleder/social vicevært",
    en: "Project manager/social vicevært",
  }),
  fn("FAMILIE_BEBOERRAADGIVER", ["refer", "receive"], {
    da: "Familie- og beboerrådgiver",
    en: "Family and resident adviser",
  }),
  fn("PROJEKTLEDER", ["refer", "receive"], { da: "Projektleder", en: "Project manager" }),
  fn("SEKRETARIATSLEDER", ["refer", "receive"], { da: "Sekretariatsleder", en: "Head of secretariat" }),
  fn("RENOVERING_VOGNVAENGET", ["refer", "receive"], {
    da: "Funktion ved renovering i Vognvænget",
    en: "Renovation contact in Vognvænget",
  }),
  fn("PROJEKTLEDER_OVERBLIKKET", ["refer", "receive"], {
    da: "Projektleder i ‘Overblikket – styr på økonomien’",
    en: "Project manager of ‘Overblikket – styr på økonomien’",
  }),
  fn("CAFE_NORA", ["refer", "receive"], { da: "Café Nora-medarbejder", en: "Café Nora staff" }),
  fn("BOLIGSOCIAL_KOORDINATOR", ["lead"], { da: "Boligsocial koordinator", en: "Social-housing coordinator" }),
  fn("BOLIGSOCIAL_CHEF", ["lead"], { da: "Boligsocial chef", en: "Head of social housing work" }),
  fn("BOLIGSOCIAL_KONSULENT", ["lead"], { da: "Boligsocial konsulent", en: "Social-housing consultant" }),

  fn("SPECIALISERET_SAGSBEHANDLER", ["refer", "receive", "coordinate"], {
    da: "Specialiseret sagsbehandler",
    en: "Specialised caseworker",
  }),
  fn("BOLIGRAADGIVER", ["refer", "receive"], { da: "Boligrådgiver", en: "Housing adviser" }),
  fn("SOCIAL_MENTOR", ["refer", "receive"], { da: "Social mentor", en: "Social mentor" }),
  fn("STOETTEKONTAKTPERSON", ["refer", "receive"], {
    da: "Støttekontaktperson",
    en: "Support and contact person (SKP)",
  }),
  fn("OMRAADECHEF", ["lead"], { da: "Områdechef", en: "Area manager" }),
  fn("MYNDIGHEDSTEAM", ["refer", "receive", "lead"], {
    da: "Leder af Myndighedsteamet",
    en: "Head of the statutory team (Myndighedsteamet)",
  }),
  fn("BROBYGNINGSKONSULENT", ["refer", "receive"], { da: "Brobygningskonsulent", en: "Bridge-building consultant" }),
  fn("LEDER_FOREBYGGELSESCENTER", ["lead"], {
    da: "Leder af Forebyggelsescenteret",
    en: "Head of the prevention centre",
  }),
  fn("SUNDHED_NAERMILJOE", ["refer", "receive"], {
    da: "Projektleder, Sundhed i nærmiljøet",
    en: "Project manager, health close to home (Sundhed i nærmiljøet)",
  }),
  fn("SUNDHED_SPROG", ["refer", "receive"], {
    da: "Koordinator, Sundhed på dit sprog",
    en: "Coordinator, health in your language (Sundhed på dit sprog)",
  }),

  fn("BOLIGSOCIALT_FORUM", ["forum"], { da: "Boligsocialt Forum", en: "Boligsocialt Forum" }),
  fn("ADMINISTRATOR", ["administer"], { da: "Administrator", en: "Administrator" }),
  fn("DATABESKYTTELSESRAADGIVER", ["protect"], { da: "Databeskyttelsesrådgiver", en: "Data protection officer" }),
];
