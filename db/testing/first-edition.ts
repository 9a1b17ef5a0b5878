/** What a form of a revision sends: to where, and all of its body but the version of the draft, which grows with each. */
export type Sent = [path: string, body: Record<string, unknown>];

const called = (da: string) => ({ da, en: "" });
const oneRow = (da: string) => ({ order: "n1", rows: { n1: called(da) } });
const oneText = (da: string) => ({ order: "n1", rows: { n1: { text: called(da) } } });

/** The functions of an invented district, by their codes: what each is called, and what it may. */
export const firstFunctions = {
  BEBOERVEJLEDER: ["Beboervejleder", ["refer", "receive"]],
  SOCIALRAADGIVER: ["Socialrådgiver", ["refer", "receive", "coordinate"]],
  GAELDSRAADGIVER: ["Gældsrådgiver", ["refer", "receive"]],
  CENTERLEDER: ["Centerleder", ["lead"]],
} as const;
export type FirstFunction = keyof typeof firstFunctions;

const guide = ["BEBOERVEJLEDER"];
const needs: [service: string, receives: FirstFunction, situation: string][] = [
  ["Gæld og husleje", "GAELDSRAADGIVER", "Rykkere på husleje"],
  ["Støtte i hverdagen", "SOCIALRAADGIVER", "Er meget alene"],
  ["Hjælp til at søge", "SOCIALRAADGIVER", "Kan ikke udfylde et skema"],
];
const codeOf: Record<string, string> = {
  "Gæld og husleje": "GAELD_OG_HUSLEJE",
  "Støtte i hverdagen": "STOETTE_I_HVERDAGEN",
  "Hjælp til at søge": "HJAELP_TIL_AT_SOEGE",
};

/** The first edition of a district with three parties and four services, from nothing: one of them from the template. */
export const firstEdition = (district: string): Sent[] => [
  ...Object.values(firstFunctions).map(([da, duties]): Sent => ["functions", { ...called(da), duties: [...duties] }]),
  [
    "contract",
    {
      piece: "title",
      title: called(`Aftale om samarbejde i ${district}`),
      subject: called("Beboere, der har brug for hjælp"),
    },
  ],
  [
    "contract",
    {
      piece: "aims",
      intro: called("Parterne vil nå de beboere, der har det svært."),
      closing: called("Det gør de sammen."),
    },
  ],
  ["contract", { piece: "coordination", coordination: called("På sammødet."), revision: called("Hvert andet år.") }],
  ["texts", { address: "contract.frame", ...oneText("Boligorganisationen, helhedsplanen og kommunen er parter.") }],
  ["template", {}],
  // Where a referral may be said to belong, outside the parties: a service of the template asks for it.
  ["lists", { list: "external", ...oneRow("Egen læge") }],
  ["service/add", { name: called(""), template: "Nørrebro.SKP", from: guide, to: "SOCIALRAADGIVER" }],
  ...needs.map(([name, to]): Sent => ["service/add", { name: called(name), from: guide, to }]),
  ...needs.map(
    ([name, , situation]): Sent => [
      "service/list",
      { service: codeOf[name], list: "situations", ...oneRow(situation) },
    ],
  ),
  [
    "series/add",
    {
      name: called("Sammøde"),
      about: called("Parterne ser på det, der er åbent."),
      places: called("Hos helhedsplanen"),
      every: "weeks",
      count: 6,
      convener: "SOCIALRAADGIVER",
    },
  ],
  [
    "series/terms",
    {
      series: "SAMMOEDE",
      every: "weeks",
      count: 6,
      convener: "SOCIALRAADGIVER",
      participants: { SOCIALRAADGIVER: "always", BEBOERVEJLEDER: "always", GAELDSRAADGIVER: "as-needed" },
    },
  ],
  ["series/purposes", { series: "SAMMOEDE", ...oneRow("Finde ud af, hvorfor noget ligger stille") }],
  ["activities/add", called("Fællesspisning")],
  [
    "activities",
    {
      activity: "FAELLESSPISNING",
      name: called("Fællesspisning"),
      functions: guide,
      places: called("I fælleshuset"),
      anchoring: called("Helhedsplanen holder den i gang."),
      revision: called("Sammen med aftalen."),
    },
  ],
  ["texts", { address: "activities.FAELLESSPISNING.about", ...oneText("Beboerne laver mad og spiser sammen.") }],
];

/** A revision that adds a function, and a service that it receives. */
export const addsMealHelp: Sent[] = [
  ["functions", { ...called("Madvejviser"), duties: ["refer", "receive"] }],
  ["service/add", { name: called("Madhjælp"), from: guide, to: "MADVEJVISER" }],
  ["service/list", { service: "MADHJAELP", list: "situations", ...oneRow("Kan ikke lave mad") }],
  [
    "service/list",
    {
      service: "MADHJAELP",
      list: "outcomes",
      order: "n1",
      rows: { n1: { ...called("Får mad hver dag"), outcomeClass: "helped" } },
    },
  ],
];

/** The units of a district by what they are called here, each with its kind, the one it lies under, and its functions. */
export const firstUnits = (district: string) =>
  ({
    bolig: {
      kind: "housing-organisation",
      name: `${district} Boligselskab`,
      short: `${district} Bolig`,
      under: null,
      functions: [],
    },
    plan: {
      kind: "helhedsplan",
      name: `Helhedsplanen ${district}`,
      short: `Plan ${district}`,
      under: "bolig",
      functions: guide,
    },
    center: {
      kind: "municipal-unit",
      name: `Socialcenter ${district}`,
      short: `Center ${district}`,
      under: null,
      functions: ["SOCIALRAADGIVER", "GAELDSRAADGIVER", "CENTERLEDER"],
    },
  }) as const;

const names = ["Anna", "Bent", "Carl", "Dorte", "Erik", "Fie", "Gerda", "Hans", "Ida", "Jens", "Kaj", "Lone"];
/** Twelve people, three in each function: who has it first is the one who acts. */
export const firstPeople = (district: string) =>
  names.map((name, at) => {
    const all = Object.keys(firstFunctions) as FirstFunction[];
    const code = all[at % all.length] ?? "BEBOERVEJLEDER";
    const { plan, center } = firstUnits(district);
    return {
      mail: mailIn(district, name),
      name: `${name} ${district}`,
      code,
      function: firstFunctions[code][0],
      unit: code === "BEBOERVEJLEDER" ? plan.name : center.name,
    };
  });
export const mailIn = (district: string, name: string): string =>
  `${name.toLowerCase()}@${district.toLowerCase()}.example`;

/** The same as a list that somebody wrote in a spreadsheet, as Danish Excel saves it. */
export const listIn = (district: string): string =>
  `\uFEFFMail;Navn;Funktion;Enhed\r\n${firstPeople(district)
    .map(({ mail, name, function: code, unit }) => `${mail};${name};${code};${unit}\r\n`)
    .join("")}`;
