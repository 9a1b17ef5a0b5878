import { activities } from "./activities.ts";
import type { AgreementSeed } from "./agreement-seed.ts";
import { contract } from "./contract.ts";
import { forAll } from "./for-all-services.ts";
import { functions } from "./functions.ts";
import { meetings } from "./meetings.ts";
import { posts } from "./posts.ts";
import { routes } from "./routes.ts";
import { boligydelse } from "./services/boligydelse.ts";
import { bro } from "./services/bro.ts";
import { hjemmehjaelp } from "./services/hjemmehjaelp.ts";
import { lokal } from "./services/lokal.ts";
import { mentor1825 } from "./services/mentor1825.ts";
import { renovering } from "./services/renovering.ts";
import { skp } from "./services/skp.ts";
import { sundhed } from "./services/sundhed.ts";
import { udsaettelse } from "./services/udsaettelse.ts";
import { units } from "./units.ts";
import { signed, since } from "./validity.ts";

/**
 * The agreement of Nørrebro as data: change it here before an installation starts, by a revision afterwards.
 * Norms, "Send videre" and the reasons for it are proposals; parties, functions and meetings are the contract's.
 */
export const noerrebro: AgreementSeed = {
  partnership: {
    key: "noerrebro",
    name: "Nørrebro",
    subject: { da: "Udsatte grupper", en: "Vulnerable groups" },
  },
  version: { number: 3, validity: since(signed) },

  // Who takes part, as what, and where each function is found.
  units,
  functions,
  posts,

  content: {
    // What was agreed, and how the parties meet about it.
    contract,
    activities,
    meetings,

    // How days are counted: Constitution Day, Christmas Eve and New Year's Eve are no working days here.
    workingDays: { exceptions: ["06-05", "12-24", "12-31"] },

    // What a helhedsplan may ask for, what the municipality may ask for (LOKAL), and who receives it.
    services: [boligydelse, hjemmehjaelp, skp, udsaettelse, mentor1825, renovering, sundhed, bro, lokal],
    routes,
    forAll,

    // Where a need may go outside the agreement. Numbers are entered and checked by the administrator.
    external: [
      { code: "UDBETALING_DANMARK", text: { da: "Udbetaling Danmark", en: "Udbetaling Danmark" } },
      { code: "BORGERSERVICE", text: { da: "Borgerservice", en: "Citizen service (Borgerservice)" } },
      {
        code: "BESKAEFTIGELSE",
        text: {
          da: "Beskæftigelses- og Integrationsforvaltningen",
          en: "Employment and Integration Administration (BIF)",
        },
      },
      {
        code: "HJEMMEPLEJEVISITATION",
        text: {
          da: "Hjemmeplejevisitationen i Socialforvaltningen",
          en: "Home-care assessment in Socialforvaltningen",
        },
      },
      { code: "EGEN_LAEGE", text: { da: "Egen læge", en: "The resident's own doctor" } },
      { code: "GAELDSRAADGIVNING", text: { da: "Gældsrådgivning", en: "Debt counselling" } },
      { code: "RETSHJAELP", text: { da: "Retshjælp", en: "Legal aid" } },
      {
        code: "BOLIGORGANISATION",
        text: { da: "Boligorganisationens administration", en: "Administration of the housing organisation" },
      },
      { code: "FOGEDRETTEN", text: { da: "Fogedretten", en: "The bailiff's court (fogedretten)" } },
      {
        code: "DEN_SOCIALE_DOEGNVAGT",
        text: { da: "Den Sociale Døgnvagt", en: "Social emergency line (Den Sociale Døgnvagt)" },
      },
    ],
  },
};
