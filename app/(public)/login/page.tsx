import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { proofWords } from "#app/_server/account-words.ts";
import { installation } from "#app/_server/installation.ts";
import { isSignedIn } from "#app/_server/is-signed-in.ts";
import { LocaleSwitch } from "#components/layout/locale-switch.tsx";
import { KeyLogin } from "#components/login/key-login.tsx";
import { LoginForm } from "#components/login/login-form.tsx";
import { Personas } from "#components/login/personas.tsx";
import { demoPeople } from "#db/seed/demo-people.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { signInAs, signInWith } from "./sign-in.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("login"))("title") };
}

/** Every way in, the quickest first: the demo's people, one's own organisation, a passkey, a password. */
export default async function LoginPage() {
  if (await isSignedIn()) redirect("/");
  const t = await getTranslations("login");
  const locale = (await getLocale()) as Locale;
  const demo = (await installation()) === "demo";
  return (
    <main className="login" id="main">
      <h1>Brobyg</h1>
      <p className="lead">{t("lead")}</p>
      {demo && (
        <Personas
          words={{ heading: t("personas"), note: t("demo") }}
          people={demoPeople.map(({ address, about }) => ({ address, about: about[locale] }))}
          action={signInAs}
        />
      )}
      <LoginForm
        words={{
          heading: t("own"),
          email: t("email"),
          password: t("password"),
          submit: t("submit"),
          failed: t("failed"),
          tooMany: t("tooMany"),
          away: t("away"),
        }}
        action={signInWith}
      />
      <KeyLogin words={{ heading: t("orKey"), hint: t("keyHint"), submit: t("key") }} proof={await proofWords()} />
      <LocaleSwitch locale={locale} label={t("language")} />
    </main>
  );
}
