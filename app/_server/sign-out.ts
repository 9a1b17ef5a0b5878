"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { signOut as closeSession } from "#db/account/sign-in.ts";
import { pool } from "./pool.ts";
import { sessionCookie } from "./settings.ts";
import { tokenOf } from "./token.ts";

/** Ends the session in the database first, then in the browser. */
export async function signOut(): Promise<void> {
  const token = await tokenOf();
  if (token) await closeSession(pool(), token);
  (await cookies()).delete(sessionCookie());
  redirect("/login");
}
