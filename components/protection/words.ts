import type messages from "#messages/da.json";

export type ProtectionWords = (typeof messages)["protection"] & { basis: (typeof messages)["agreement"]["basis"] };
