"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { AuthError } from "next-auth";
import { cookieName, cookieOptions } from "#app/_server/cookies.ts";
import { isDatabaseAway } from "#app/_server/database-away.ts";
import { SecondFactorWaits, TooManyTries } from "#app/_server/first-step.ts";
import { installation } from "#app/_server/installation.ts";
import { signIn } from "#app/auth.ts";
import { demoPassword } from "#db/seed/demo-password.ts";
import { demoPeople } from "#db/seed/demo-people.ts";

/** What kept somebody out, and the address that stays in its field. */
export type LoginState = { problem: "failed" | "tooMany" | "away"; email: string } | null;

/**
 * Signs in with an address and a password, or leads on to the second factor. Whatever is wrong with them, the answer is
 * the same.
 */
export async function signInWith(_before: LoginState, form: FormData): Promise<LoginState> {
  const [email, password] = [form.get("email"), form.get("password")];
  if (typeof email !== "string" || typeof password !== "string") return { problem: "failed", email: "" };
  const problem = await enter(email, password);
  return problem && { problem, email };
}

/** One click as one of the demo's people; there are none in any other installation. */
export async function signInAs(form: FormData): Promise<void> {
  const person = demoPeople.find(({ address }) => address === form.get("address"));
  if (person && (await installation()) === "demo") await enter(person.address, demoPassword);
}

async function enter(email: string, password: string): Promise<NonNullable<LoginState>["problem"] | null> {
  try {
    await signIn("credentials", { email, password, redirectTo: "/" });
    return null;
  } catch (error) {
    if (error instanceof SecondFactorWaits) return leadOn(error.token);
    if (error instanceof TooManyTries) return "tooMany";
    if (error instanceof AuthError) return isDatabaseAway(error) ? "away" : "failed";
    throw error;
  }
}

/** The token of what was begun goes into a cookie of its own, and never into an address. */
async function leadOn(token: string): Promise<never> {
  (await cookies()).set(cookieName("ceremony"), token, cookieOptions("ceremony"));
  redirect("/login/factor");
}
