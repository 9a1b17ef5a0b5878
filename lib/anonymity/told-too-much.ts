import { rareEvents } from "./rare-events.ts";
export const toldTooMuch = (text: string): { word: string }[] => rareEvents(text).map((word) => ({ word }));
