import { z } from "zod";
import { wanted } from "#lib/login/own-path.ts";

/** Where whoever has logged in wants to go on, as it is sent along each step. What is no page of ours is the start page. */
export const goesOn = z.unknown().optional().transform(wanted);
