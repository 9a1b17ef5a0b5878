import type { OwnService } from "#lib/agreement/agreement.ts";
import { unknown, yesNo } from "../answers.ts";

export const boligydelse: OwnService = {
  code: "BOLIGYDELSE",
  name: { da: "Boligydelse", en: "Housing benefit (boligydelse)" },
  basis: "decided-elsewhere",
  decidedBy: { da: "Udbetaling Danmark", en: "Udbetaling Danmark" },
  kle: ["32.06.04"],
  hint: {
    da: "Søg nu på borger.dk sammen med beboeren. Datoen tæller.",
    en: "Apply now on borger.dk together with the resident. The date counts.",
  },
  clock: "ordinary",
  norm: { answer: 5, contact: 10 },
  openToAnonymous: false,
  cannotAskAllowed: false,

  situations: [
    { code: "NY", text: { da: "Skal søge første gang", en: "Is applying for the first time" } },
    { code: "FLYTTET", text: { da: "Er lige flyttet ind (30 dage)", en: "Has just moved in (30 days)" }, urgent: true },
    { code: "MITID", text: { da: "Kan ikke bruge MitID", en: "Cannot use MitID" } },
    { code: "AENDRET", text: { da: "Indkomst eller husstand er ændret", en: "Income or household has changed" } },
    {
      code: "STOPPET",
      text: { da: "Ydelsen er stoppet eller sat ned", en: "The benefit was stopped or lowered" },
      urgent: true,
    },
    { code: "KRAV", text: { da: "Skal betale tilbage", en: "Has to pay back" } },
    { code: "BREV", text: { da: "Forstår ikke brevet", en: "Does not understand the letter" } },
  ],

  key: [
    {
      code: "PENSION",
      text: { da: "Pension?", en: "Pension?" },
      answer: "one",
      choices: [
        { code: "FOLKEPENSION", text: { da: "Folkepension", en: "State pension" } },
        { code: "FOERTIDSPENSION", text: { da: "Førtidspension", en: "Disability pension" } },
        { code: "INGEN", text: { da: "Ingen", en: "None" } },
        unknown,
      ],
    },
  ],

  questions: [
    {
      code: "KONTRAKT",
      text: { da: "Er lejekontrakten fundet?", en: "Has the lease been found?" },
      answer: "one",
      choices: yesNo,
    },
    {
      code: "MELDT",
      text: { da: "Er flytningen meldt?", en: "Has the move been registered?" },
      answer: "one",
      choices: yesNo,
    },
    {
      code: "FULDMAGT",
      text: { da: "Er der fuldmagt?", en: "Is there a power of attorney?" },
      answer: "one",
      choices: yesNo,
    },
    {
      code: "DATO",
      text: { da: "Hvilken dato står i brevet?", en: "Which date is in the letter?" },
      answer: "date",
      choices: [],
    },
  ],

  returnReasons: [],

  outcomes: [
    { code: "SOEGT", text: { da: "Ansøgning sendt", en: "Application sent" }, outcomeClass: "helped" },
    {
      code: "FULDMAGT",
      text: { da: "Fuldmagt på plads", en: "Power of attorney in place" },
      outcomeClass: "partly",
    },
    { code: "JA", text: { da: "UDK har bevilget", en: "UDK has granted it" }, outcomeClass: "helped" },
    { code: "NEJ", text: { da: "UDK har givet afslag", en: "UDK has refused it" }, outcomeClass: "none" },
    { code: "KLAGE", text: { da: "Der er klaget", en: "An appeal was made" }, outcomeClass: "partly" },
    {
      code: "AFDRAG",
      text: { da: "Aftale om tilbagebetaling", en: "Agreement on paying back" },
      outcomeClass: "partly",
    },
  ],
  outcomeMeans: [],
  places: [],
};
