import type { OwnService } from "#lib/agreement/agreement.ts";
import { no, yesNoUnknown } from "../answers.ts";

const rent = { question: "AARSAG", oneOf: ["HUSLEJE"] };
const houseRules = { question: "AARSAG", oneOf: ["HUSORDEN"] };
const rentOrHouseRules = { question: "AARSAG", oneOf: ["HUSLEJE", "HUSORDEN"] };
const otherCause = { question: "AARSAG", oneOf: ["ANDET"] };

export const udsaettelse: OwnService = {
  code: "UDSAETTELSE",
  name: { da: "Forebyggelse af udsættelser", en: "Preventing evictions" },
  short: { da: "Udsættelse truer", en: "Risk of eviction" },
  basis: "statutory",
  kle: ["32.21.14", "32.21.12", "27.35.12"],
  clock: "eviction",
  norm: { answer: 1, contact: 1, question: 1, escalation: 0, nextStep: 1 },
  openToAnonymous: false,
  cannotAskAllowed: false,

  situations: [
    { code: "OVERBLIK", text: { da: "Overblik over økonomien", en: "An overview of the money" } },
    { code: "AFDRAG", text: { da: "Aftale om afdrag", en: "An agreement on instalments" } },
    { code: "BETALE", text: { da: "Hjælp til at betale", en: "Help to pay" } },
    { code: "YDELSE", text: { da: "Ydelse stoppet eller forsinket", en: "A benefit stopped or delayed" } },
    { code: "BREVE", text: { da: "Breve er ikke åbnet", en: "Letters are unopened" } },
    { code: "FOELGE", text: { da: "En med i fogedretten", en: "Somebody along to the bailiff's court" } },
    { code: "BILLIGERE", text: { da: "Billigere bolig", en: "A cheaper home" } },
  ],

  key: [
    {
      code: "AARSAG",
      text: { da: "Årsag", en: "Cause" },
      answer: "one",
      about: "cause",
      choices: [
        { code: "HUSLEJE", text: { da: "Husleje", en: "Rent" } },
        { code: "HUSORDEN", text: { da: "Husorden", en: "House rules" } },
        { code: "ANDET", text: { da: "Andet", en: "Other" } },
      ],
    },
    {
      code: "TRIN",
      text: { da: "Hvor langt er det?", en: "How far has it come?" },
      answer: "one",
      about: "step",
      choices: [
        { code: "RYKKER", text: { da: "Rykker", en: "Reminder" }, onlyIf: rent },
        {
          code: "PAAKRAV",
          text: { da: "Påkrav, 14 dage", en: "Demand (påkrav), 14 days" },
          urgent: true,
          onlyIf: rent,
        },
        { code: "ADVARSEL", text: { da: "Advarsel", en: "Warning" }, onlyIf: houseRules },
        {
          code: "OPSAGT",
          text: { da: "Opsagt, indsigelse inden 6 uger", en: "Notice given, object within 6 weeks" },
          urgent: true,
          onlyIf: houseRules,
        },
        { code: "OPHAEVET", text: { da: "Ophævet", en: "Lease terminated" }, urgent: true, onlyIf: rentOrHouseRules },
        {
          code: "FOGED",
          text: { da: "Indkaldt til fogedret", en: "Summoned to the bailiff's court" },
          urgent: true,
          onlyIf: rent,
        },
        { code: "DATO", text: { da: "Dato for udsættelse", en: "Date of eviction set" }, urgent: true, onlyIf: rent },
        { code: "UDSAT", text: { da: "Er sat ud", en: "Has been evicted" }, urgent: true, onlyIf: rent },
        {
          code: "RET",
          text: { da: "Sag i boligret", en: "Case in the housing court" },
          urgent: true,
          onlyIf: houseRules,
        },
        { code: "BREV", text: { da: "Brev fra udlejer", en: "Letter from the landlord" }, onlyIf: otherCause },
      ],
    },
    {
      code: "DATO",
      text: { da: "Hvilken dato har brevet?", en: "What is the date of the letter?" },
      answer: "recent-date",
      about: "letter-date",
      choices: [],
    },
    {
      code: "BOERN",
      text: { da: "Under 18 i hjemmet?", en: "Anybody under 18 in the home?" },
      answer: "one",
      about: "children",
      optional: true,
      choices: yesNoUnknown,
    },
    {
      code: "ALDER",
      text: { da: "Alder", en: "Age" },
      answer: "one",
      about: "age",
      optional: true,
      choices: [
        { code: "FRA_18_TIL_25", text: { da: "18–25", en: "18–25" } },
        { code: "OVER_25", text: { da: "Over 25", en: "Over 25" } },
      ],
    },
  ],

  questions: [
    {
      code: "UNDERRETTET",
      text: { da: "Er kommunen underrettet?", en: "Has the municipality been notified?" },
      answer: "one",
      choices: yesNoUnknown,
    },
    {
      code: "SOEGT",
      text: { da: "Er der søgt huslejehjælp?", en: "Has help with the rent been applied for?" },
      answer: "one",
      choices: yesNoUnknown,
    },
    {
      code: "AFTALE",
      text: { da: "Afdragsaftale før?", en: "An instalment agreement before?" },
      answer: "one",
      choices: [
        no,
        { code: "HOLDT", text: { da: "Holdt", en: "Kept" } },
        { code: "BRUDT", text: { da: "Brudt", en: "Broken" } },
      ],
    },
    {
      code: "NAESTE",
      text: { da: "Kan næste husleje betales?", en: "Can the next rent be paid?" },
      answer: "one",
      choices: yesNoUnknown,
    },
    {
      code: "UDLEJER",
      text: { da: "Må vi tale med udlejer?", en: "May we speak with the landlord?" },
      answer: "one",
      choices: yesNoUnknown,
    },
  ],

  returnReasons: [],

  outcomes: [
    { code: "AFVAERGET", text: { da: "Afværget", en: "Averted" }, outcomeClass: "helped" },
    {
      code: "FRAFLYTTET",
      text: { da: "Flyttet før udsættelse", en: "Moved out before the eviction" },
      outcomeClass: "partly",
    },
    { code: "GENNEMFOERT", text: { da: "Gennemført", en: "Carried out" }, outcomeClass: "none" },
    { code: "UAFKLARET", text: { da: "Uafklaret", en: "Not settled" }, outcomeClass: "unknown" },
  ],

  outcomeMeans: [
    { code: "BETALT", text: { da: "Restance betalt", en: "Arrears paid" } },
    { code: "AFDRAG", text: { da: "Afdragsaftale", en: "Instalment agreement" } },
    { code: "HJAELP", text: { da: "Huslejehjælp bevilget", en: "Help with the rent granted" } },
    { code: "ADMIN", text: { da: "Husleje betales via ydelsen", en: "Rent paid through the benefit" } },
    { code: "GAELD", text: { da: "Gældsrådgivning", en: "Debt counselling" } },
    { code: "BILLIGERE", text: { da: "Billigere bolig", en: "A cheaper home" } },
  ],
  places: [],
};
