import type { OwnService } from "#lib/agreement/agreement.ts";
import { waitingTime, yesNoUnknown } from "../answers.ts";

export const renovering: OwnService = {
  code: "RENOVERING",
  name: { da: "Støtte ved større renovering", en: "Support during a major renovation" },
  short: { da: "Renovering", en: "Renovation" },
  basis: "voluntary",
  kle: ["27.12.04"],
  clock: "ordinary",
  norm: { answer: 5, contact: 10 },
  openToAnonymous: false,
  cannotAskAllowed: false,

  // Phase and staircase are never asked: together with the service they would point at a door.
  situations: [
    { code: "FLYTTE", text: { da: "Hjælp til at flytte", en: "Help with moving" } },
    { code: "PAKKE", text: { da: "Kan ikke selv pakke eller rydde", en: "Cannot pack or clear out alone" } },
    { code: "FOELGE_MED", text: { da: "Hjemmehjælp skal følge med", en: "Home help has to come along" } },
    { code: "BREV", text: { da: "Forstår ikke varslingen", en: "Does not understand the notice" } },
    { code: "UTRYG", text: { da: "Meget utryg ved ombygningen", en: "Very uneasy about the works" } },
    { code: "HUSLEJE", text: { da: "Bange for højere husleje", en: "Afraid of a higher rent" } },
    { code: "ADGANG", text: { da: "Lukker ikke håndværkere ind", en: "Does not let the workmen in" }, urgent: true },
  ],

  key: [
    {
      code: "BEGYNDER",
      text: { da: "Arbejdet begynder om", en: "The works begin in" },
      answer: "one",
      choices: [
        { code: "UNDER_3_MDR", text: { da: "Under 3 mdr.", en: "Under 3 months" } },
        { code: "FRA_3_TIL_6", text: { da: "3–6 mdr.", en: "3–6 months" } },
        { code: "SENERE", text: { da: "Senere", en: "Later" } },
      ],
    },
  ],

  questions: [
    {
      code: "VARSLET",
      text: { da: "Er der varslet skriftligt?", en: "Was notice given in writing?" },
      answer: "one",
      choices: yesNoUnknown,
    },
    {
      code: "TYPE",
      text: { da: "Genhusning?", en: "Rehousing?" },
      answer: "one",
      choices: [
        { code: "MIDLERTIDIG", text: { da: "Midlertidig", en: "Temporary" } },
        { code: "PERMANENT", text: { da: "Permanent", en: "Permanent" } },
        { code: "INGEN", text: { da: "Ingen", en: "None" } },
      ],
    },
    {
      code: "HAR",
      text: { da: "Får beboeren hjemmehjælp?", en: "Does the resident get home help?" },
      answer: "one",
      choices: yesNoUnknown,
    },
  ],

  returnReasons: [
    {
      code: "BOLIGORG",
      text: { da: "Hører til boligorganisationen", en: "Belongs to the housing organisation" },
      needs: "destination",
      wrong: "unit",
    },
    waitingTime,
  ],

  outcomes: [
    { code: "PLAN", text: { da: "Støtteplan aftalt", en: "Support plan agreed" }, outcomeClass: "helped" },
    {
      code: "MIDLERTIDIG",
      text: { da: "Midlertidigt genhuset", en: "Temporarily rehoused" },
      outcomeClass: "partly",
    },
    { code: "PERMANENT", text: { da: "Permanent genhuset", en: "Permanently rehoused" }, outcomeClass: "helped" },
    { code: "TILBAGE", text: { da: "Flyttet tilbage", en: "Moved back" }, outcomeClass: "helped" },
    {
      code: "UDEN",
      text: { da: "Klarede det uden ekstra hjælp", en: "Managed without extra help" },
      outcomeClass: "helped",
    },
  ],
  outcomeMeans: [],
  places: [],
};
