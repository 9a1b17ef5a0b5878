"use server";

import { AuthError } from "next-auth";
import { isDatabaseAway } from "#app/_server/database-away.ts";
import { installation } from "#app/_server/installation.ts";
import { signIn } from "#app/auth.ts";
import { demoPassword } from "#db/seed/demo-password.ts";
import { demoPeople } from "#db/seed/demo-people.ts";

export type LoginState = "failed" | "away" | null;

/** Signs in with an address and a password. Whatever is wrong with them, the answer is the same. */
export async function signInWith(_before: LoginState, form: FormData): Promise<LoginState> {
  const email = form.get("email");
  const password = form.get("password");
  return typeof email === "string" && typeof password === "string" ? enter(email, password) : "failed";
}

/** One click as one of the demo's people; there are none in any other installation. */
export async function signInAs(form: FormData): Promise<void> {
  const person = demoPeople.find(({ address }) => address === form.get("address"));
  if (person && (await installation()) === "demo") await enter(person.address, demoPassword);
}

async function enter(email: string, password: string): Promise<LoginState> {
  try {
    await signIn("credentials", { email, password, redirectTo: "/" });
    return null;
  } catch (error) {
    if (error instanceof AuthError) return isDatabaseAway(error) ? "away" : "failed";
    throw error;
  }
}
