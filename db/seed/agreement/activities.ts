import type { Activity } from "#lib/agreement/agreement.ts";

const revision = { da: "Boligsocialt Forum Nørrebro", en: "Boligsocialt Forum Nørrebro" };

/** The two activities of the contract: what, who does what, where, and how it takes root. */
export const activities: Activity[] = [
  {
    code: "INDSATS",
    name: {
      da: "Samarbejde om indsats for de mest udsatte beboere",
      en: "Cooperation for the most vulnerable residents",
    },
    about: [
      {
        da: "Nogle boligorganisationer ansætter sociale viceværter i de boligsociale helhedsplaner. Der er tydelige snitflader til Socialforvaltningen.",
        en: "Some housing organisations employ sociale viceværter in their helhedsplaner. Their work borders closely on that of Socialforvaltningen.",
      },
      {
        da: "Et koordineret samarbejde skal sikre, at de samlede ressourcer supplerer hinanden bedst muligt. Herved opbygges gensidig tillid og kendskab.",
        en: "Coordinated, all resources complement each other as well as they can. Trust and knowledge of each other grow with it.",
      },
    ],
    focus: [
      {
        title: { da: "Forebyggelse af udsættelser", en: "Preventing evictions" },
        text: {
          da: "Der arbejdes centralt og decentralt på begge sider. Parterne sikrer i tæt dialog, at ressourcerne gør bedst gavn.",
          en: "Both sides work on it, centrally and locally. In close dialogue they see that resources do most good.",
        },
      },
      {
        title: { da: "Fastholdelse i egen bolig – unge 18-25 år", en: "Keeping one's own home – aged 18–25" },
        text: {
          da: "Sociale mentorer tilbyder unge, der boliganvises af kommunen, rådgivning om egen bolig og økonomi.",
          en: "Social mentors offer young people housed by the city advice on their home and their money.",
        },
      },
      {
        title: {
          da: "Brobygning til Socialforvaltningen – formidling af ydelser",
          en: "A bridge to Socialforvaltningen – services",
        },
        text: {
          da: "Sociale viceværter har gode forudsætninger for at opbygge tillid. De hjælper beboeren til den hjælp, beboeren har behov for og krav på, fx boligydelse, hjemmehjælp og støttekontaktpersoner (SKP).",
          en: "Sociale viceværter are well placed to build trust. They help residents to what they need and are entitled to, such as boligydelse, home help and support and contact persons (SKP).",
        },
      },
      {
        title: {
          da: "Håndtering af udsatte borgere ved større renoveringer",
          en: "Vulnerable residents during major renovations",
        },
        text: {
          da: "I Vognvænget (2014-15) understøttes renoveringen af boligrådgivere fra SOF og hjemmehjælpere fra SUF.",
          en: "In Vognvænget (2014–15) the renovation is supported by housing advisers of SOF and home helpers of SUF.",
        },
      },
      {
        title: { da: "Temamøder", en: "Thematic meetings" },
        text: {
          da: "Hvert år inviteres helhedsplanerne på Nørrebro til et temamøde om Socialforvaltningens arbejde.",
          en: "Every year the helhedsplaner of Nørrebro are invited to a meeting about the work of Socialforvaltningen.",
        },
      },
    ],
    functions: [
      "FAMILIE_BEBOERRAADGIVER",
      "PROJEKTLEDER_VICEVAERT",
      "SOCIAL_VICEVAERT",
      "RENOVERING_VOGNVAENGET",
      "PROJEKTLEDER_OVERBLIKKET",
      "SPECIALISERET_SAGSBEHANDLER",
      "BOLIGRAADGIVER",
      "SOCIAL_MENTOR",
      "STOETTEKONTAKTPERSON",
      "MYNDIGHEDSTEAM",
      "BROBYGNINGSKONSULENT",
    ],
    tasks: [
      {
        who: { da: "Specialiseret sagsbehandler", en: "Specialised caseworker" },
        text: {
          da: "Koordinerer dagligt og indkalder til netværksmøder hver 8. uge og årlige temamøder.",
          en: "Coordinates from day to day and calls network meetings every 8th week and yearly thematic meetings.",
        },
      },
      {
        who: { da: "Boligrådgivere", en: "Housing advisers" },
        text: {
          da: "Kontaktes direkte via kontaktpersonsordningen.",
          en: "Are contacted directly by the contact-person scheme.",
        },
      },
      {
        who: {
          da: "Specialiseret sagsbehandler og boligrådgivere",
          en: "Specialised caseworker and housing advisers",
        },
        text: {
          da: "Kan fortælle om kommunens tilbud på familiekurser og lignende i helhedsplanerne.",
          en: "May tell about the city's offers at family courses and the like in the helhedsplaner.",
        },
      },
      {
        who: { da: "Helhedsplanerne", en: "The helhedsplaner" },
        text: {
          da: "Deltager i netværksmøderne og byder ind med punkter til dagsordenen.",
          en: "Take part in the network meetings and bring points for the agenda.",
        },
      },
    ],
    places: {
      da: "Netværksmøder holdes i Socialforvaltningen eller hos helhedsplanerne.",
      en: "Network meetings are held at Socialforvaltningen or at the helhedsplaner.",
    },
    anchoring: {
      da: "Kontaktpersonordningen styrkes. Metoder, der virker, indføres på begge sider.",
      en: "The contact-person scheme is strengthened. Methods that work are taken up on both sides.",
    },
    revision,
  },
  {
    code: "SUNDHED",
    name: {
      da: "Samarbejde omkring sundhed for udsatte beboere",
      en: "Cooperation on the health of vulnerable residents",
    },
    about: [
      {
        da: "Forebyggelsescenter Nørrebro tilbyder alle københavnere over 18 år hjælp til en sund livsstil: kost, rygning, alkohol, motion og mental sundhed.",
        en: "Forebyggelsescenter Nørrebro offers everybody in Copenhagen over 18 help towards a healthy life: diet, smoking, alcohol, exercise and mental health.",
      },
      {
        da: "Samarbejdet drejer sig om brobygning til centrets tilbud i Mimersgade og om beboernes sundhed lokalt.",
        en: "The cooperation is about a bridge to the centre's offers in Mimersgade, and about residents' health where they live.",
      },
    ],
    focus: [
      {
        title: { da: "Bolignære aktiviteter", en: "Activities close to home" },
        text: {
          da: "Dialogmøder om sundhed for etniske minoriteter · sundhedstjek · opsøgende arbejde · rygestopkurser · kost- og motionsvejledning i grupper · brobygning til lokale motionstilbud.",
          en: "Dialogue meetings on health for ethnic minorities · health checks · outreach · stop-smoking courses · advice on diet and exercise in groups · a bridge to local exercise.",
        },
      },
    ],
    functions: [
      "FAMILIE_BEBOERRAADGIVER",
      "PROJEKTLEDER_VICEVAERT",
      "PROJEKTLEDER",
      "SEKRETARIATSLEDER",
      "CAFE_NORA",
      "SUNDHED_NAERMILJOE",
      "SUNDHED_SPROG",
    ],
    tasks: [
      {
        who: { da: "Forebyggelsescenteret", en: "The prevention centre" },
        text: {
          da: "Holder netværksmøder to gange om året. Har ikke ressourcer til alle aktiviteter i samtlige helhedsplaner.",
          en: "Holds network meetings twice a year. Has no resources for every activity in every helhedsplan.",
        },
      },
      {
        who: { da: "Begge parter", en: "Both sides" },
        text: {
          da: "Aftaler fra forløb til forløb, hvad de boligsociale medarbejdere bidrager med.",
          en: "Agree each time what the staff of the helhedsplan contribute.",
        },
      },
    ],
    places: {
      da: "Forebyggelsescenteret samt beboerlokaler og udendørsarealer ved boligområderne.",
      en: "The prevention centre, and residents' rooms and outdoor spaces of the housing areas.",
    },
    anchoring: {
      da: "Flere beboere kender og bruger Forebyggelsescenterets tilbud. Metoderne lever videre, når helhedsplanerne udløber.",
      en: "More residents know and use the centre's offers. The methods live on when the helhedsplaner end.",
    },
    revision,
  },
];
