import { withoutConsent } from "./agreement.ts";
import { sampleAgreement } from "./sample-agreement.ts";

const from = "2026-01-02";
const does: Record<string, string[]> = {
  WARDEN: ["refer"],
  NURSE: ["refer", "receive"],
  WATCH: ["receive"],
  CASEWORKER: ["receive"],
  GUIDE: ["receive"],
  KEEPER: ["administer", "forum", "protect"],
};

/** The small agreement as a file, with a shared piece. For tests. */
export function sampleFile(): Record<string, unknown> {
  const content = structuredClone(sampleAgreement());
  const [care] = content.services;
  care?.situations.push({ code: "URGENT", text: { da: "Urgent", en: "" } });
  content.forAll.withdrawReasons.push({ code: withoutConsent, text: { da: "Gone", en: "" }, bySystem: true });
  return {
    partnership: { name: "Sample" },
    definitions: { here: { da: "Here", en: "Here" }, shared: { unit: "town" } },
    units: [
      { key: "town", kind: "municipality", name: "The town", short: "Town", from },
      { key: "ward", kind: "municipal-unit", name: "The ward", short: "Ward", parent: "town", from },
    ],
    functions: Object.entries(does).map(([code, duties]) => ({ code, name: { da: code }, duties, from })),
    posts: Object.keys(does).map((code) => ({ use: "shared", key: code.toLowerCase(), function: code, from })),
    ...content,
    activities: content.activities.map((each) => ({ ...each, places: { use: "here" } })),
  };
}
