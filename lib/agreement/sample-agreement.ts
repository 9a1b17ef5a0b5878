import type { AgreementContent, OwnService } from "./agreement.ts";

const said = (text: string) => ({ da: text, en: text });

function sampleService(own: Partial<OwnService> & { code: string }): OwnService {
  return {
    name: said(own.code),
    basis: "voluntary",
    kle: [],
    clock: "ordinary",
    norm: { answer: 5, contact: 10 },
    openToAnonymous: false,
    cannotAskAllowed: false,
    situations: [{ code: "FIRST", text: said("First") }],
    key: [],
    questions: [],
    returnReasons: [],
    outcomes: [],
    outcomeMeans: [],
    places: [],
    ...own,
  };
}

/** Two services, as small as an agreement can be: CARE is routed by age, COMPANY points to places. For tests. */
export function sampleAgreement(): AgreementContent {
  return {
    contract: {
      title: said("Contract"),
      subject: said("Subject"),
      date: "2026-01-02",
      file: "1",
      editions: [],
      frame: [said("Frame")],
      aims: { intro: said("Intro"), points: [], closing: said("Closing") },
      cityPolicy: [],
      economy: [],
      coordination: said("Forum"),
      revision: said("Forum"),
      otherActivities: [],
    },
    activities: [
      {
        code: "WORK",
        name: said("Work"),
        about: [said("About")],
        focus: [],
        functions: ["WARDEN"],
        tasks: [],
        places: said("Here"),
        anchoring: said("Roots"),
        revision: said("Forum"),
      },
    ],
    meetings: [],
    workingDays: { exceptions: ["12-24"] },
    external: [{ code: "DOCTOR", text: said("Doctor") }],
    forAll: {
      norm: { question: 2, escalation: 2, nextStep: 2 },
      questions: [{ code: "CALL", text: said("When?"), answer: "one", choices: [{ code: "NOW", text: said("Now") }] }],
      returnReasons: [{ code: "KNOWN", text: said("Known"), afterIdentity: true }],
      redirectReasons: [{ code: "UNIT", text: said("Unit"), wrong: "unit" }],
      outcomes: [{ code: "MOVED", text: said("Moved"), outcomeClass: "unknown" }],
      onHold: [],
      withdrawReasons: [],
      reopenReasons: [],
      voidReasons: [],
      progress: [],
    },
    services: [
      sampleService({
        code: "CARE",
        norm: { answer: 1, contact: 1, question: 1 },
        key: [
          {
            code: "AGE",
            text: said("Age"),
            answer: "one",
            about: "age",
            choices: [
              { code: "OLD", text: said("Old") },
              { code: "YOUNG", text: said("Young") },
            ],
          },
        ],
        questions: [{ code: "LETTER", text: said("Which day?"), answer: "date", choices: [] }],
        returnReasons: [
          { code: "WAIT", text: said("Wait"), needs: "date" },
          { code: "TOO_OLD", text: said("Too old"), needs: "destination", wrong: "age" },
        ],
        outcomes: [{ code: "GRANTED", text: said("Granted"), outcomeClass: "helped" }],
      }),
      sampleService({ code: "COMPANY", places: [{ code: "CLUB", text: said("Club") }] }),
    ],
    routes: [
      {
        service: "CARE",
        from: ["WARDEN"],
        to: [
          { when: { question: "AGE", oneOf: ["OLD"] }, functions: ["NURSE"] },
          { when: { situation: ["URGENT"] }, functions: ["WATCH", "CASEWORKER"] },
          { when: { question: "AGE", oneOf: ["YOUNG"] }, functions: ["CASEWORKER"] },
        ],
        also: ["GUIDE", "NURSE"],
      },
      { service: "COMPANY", from: ["WARDEN", "NURSE"], to: [{ functions: ["GUIDE"] }], also: [] },
    ],
  };
}
