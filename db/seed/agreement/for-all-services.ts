import type { ForAllServices } from "#lib/agreement/agreement.ts";
import { no, yesCall, yesNo, yesNoUnknown } from "./answers.ts";

export const forAll: ForAllServices = {
  norm: { question: 2, escalation: 2, nextStep: 2 },

  questions: [
    {
      code: "NAVN",
      text: { da: "Må I give os navnet?", en: "May you give us the name?" },
      answer: "one",
      choices: [
        { code: "SKRIFTLIGT", text: { da: "Ja, skriftligt", en: "Yes, in writing" } },
        { code: "MUNDTLIGT", text: { da: "Ja, mundtligt", en: "Yes, orally" } },
        no,
      ],
    },
    {
      code: "RING",
      text: { da: "Hvornår kan vi ringe?", en: "When can we call?" },
      answer: "one",
      choices: [
        { code: "I_DAG", text: { da: "I dag", en: "Today" } },
        { code: "I_MORGEN", text: { da: "I morgen", en: "Tomorrow" } },
        { code: "DENNE_UGE", text: { da: "Denne uge", en: "This week" } },
      ],
    },
    {
      code: "MED",
      text: { da: "Går du med første gang?", en: "Will you come along the first time?" },
      answer: "one",
      choices: yesNo,
    },
    {
      code: "SAGSBEH",
      text: { da: "Har beboeren en sagsbehandler?", en: "Does the resident have a caseworker?" },
      answer: "one",
      choices: yesNoUnknown,
    },
    {
      code: "BESOEG",
      text: { da: "Noget, vi skal vide før besøg?", en: "Anything we should know before a visit?" },
      answer: "one",
      choices: [no, yesCall],
    },
  ],

  returnReasons: [
    { code: "SAMTYKKE", text: { da: "Beboeren har ikke sagt ja endnu", en: "The resident has not said yes yet" } },
    {
      code: "UBESVARET",
      text: { da: "Vi fik ikke svar på vores spørgsmål", en: "We got no answer to our question" },
      onlyAfterAsked: true,
    },
    {
      code: "VEJLEDT",
      text: { da: "Vejledning givet, kan klares uden os", en: "Guidance given, can be managed without us" },
    },
    {
      code: "KENDT",
      text: { da: "Der er allerede kontakt", en: "There is contact already" },
      afterIdentity: true,
    },
    {
      code: "DOBBELT",
      text: { da: "Samme behov er allerede sendt", en: "The same need was sent before" },
      afterIdentity: true,
    },
  ],

  redirectReasons: [
    { code: "ENHED", text: { da: "Hører til en anden enhed", en: "Belongs to another unit" }, wrong: "unit" },
    { code: "ALDER", text: { da: "Uden for aldersgruppen", en: "Outside the age group" }, wrong: "age" },
    { code: "OMRAADE", text: { da: "Uden for området", en: "Outside the area" }, wrong: "place" },
    { code: "FUNKTION", text: { da: "En anden funktion passer bedre", en: "Another function fits better" } },
    { code: "MYNDIGHED", text: { da: "En anden myndighed afgør det", en: "Another authority decides it" } },
  ],

  outcomes: [
    {
      code: "TAKKET_NEJ",
      text: { da: "Beboeren sagde nej tak", en: "The resident said no, thank you" },
      outcomeClass: "none",
    },
    {
      code: "INGEN_KONTAKT",
      text: { da: "Vi fik ikke kontakt", en: "We did not get in contact" },
      outcomeClass: "unknown",
    },
    { code: "FLYTTET", text: { da: "Flyttet fra området", en: "Moved from the area" }, outcomeClass: "unknown" },
    {
      code: "ANDRE_GRUNDE",
      text: { da: "Afsluttet af andre grunde", en: "Closed for other reasons" },
      outcomeClass: "unknown",
      neverListed: true,
    },
    { code: "PAA_STEDET", text: { da: "Klaret på stedet", en: "Solved on the spot" }, outcomeClass: "helped" },
    { code: "RAAD", text: { da: "Råd givet", en: "Advice given" }, outcomeClass: "partly" },
  ],

  onHold: [
    { code: "BEBOER", text: { da: "Beboeren", en: "The resident" }, needs: "date" },
    { code: "AFGOERELSE", text: { da: "En afgørelse", en: "A decision" }, needs: "date" },
    { code: "BOLIGORG", text: { da: "Boligorganisationen", en: "The housing organisation" }, needs: "date" },
    { code: "PLADS", text: { da: "Plads eller tid", en: "A place or a time" }, needs: "date" },
  ],

  withdrawReasons: [
    { code: "FORTRUDT", text: { da: "Beboeren har fortrudt", en: "The resident changed their mind" } },
    { code: "KLARET", text: { da: "Klaret på anden måde", en: "Solved in another way" } },
    { code: "FORKERT", text: { da: "Sendt forkert", en: "Sent by mistake" } },
    { code: "NY", text: { da: "Sendes igen", en: "Will be sent again" } },
    {
      code: "SAMTYKKE",
      text: { da: "Samtykket er trukket tilbage eller udløbet", en: "Consent was withdrawn or has expired" },
      bySystem: true,
    },
  ],

  reopenReasons: [
    { code: "NYT", text: { da: "Behovet er kommet igen", en: "The need has come back" } },
    { code: "FEJL", text: { da: "Afsluttet ved en fejl", en: "Closed by mistake" } },
    { code: "GLIPPET", text: { da: "Hjælpen kom ikke i gang", en: "The help never started" } },
  ],

  voidReasons: [
    { code: "DOBBELT", text: { da: "Oprettet to gange", en: "Made twice" } },
    { code: "FORKERT", text: { da: "Oprettet ved en fejl", en: "Made by mistake" } },
  ],

  progress: [
    { code: "KONTAKT", text: { da: "Første kontakt", en: "First contact" } },
    { code: "SOEGT", text: { da: "Ansøgning sendt", en: "Application sent" } },
    { code: "SVAR", text: { da: "Afgørelse kendt", en: "Decision known" } },
  ],
};
