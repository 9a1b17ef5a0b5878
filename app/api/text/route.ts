import { lookOver } from "#app/_server/look-over.ts";

/** What the guard says of a text while somebody writes it. Nothing of it is kept. */
export const POST = lookOver;
