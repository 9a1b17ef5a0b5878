import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { proofWords } from "#app/_server/account-words.ts";
import { holdWords } from "#app/_server/hold-words.ts";
import { installation } from "#app/_server/installation.ts";
import { isSignedIn } from "#app/_server/is-signed-in.ts";
import { loginProviders } from "#app/_server/settings.ts";
import { HoldDialog } from "#components/form/hold-dialog.tsx";
import { LocaleSwitch } from "#components/layout/locale-switch.tsx";
import { KeyLogin } from "#components/login/key-login.tsx";
import { LoginForm } from "#components/login/login-form.tsx";
import { Personas } from "#components/login/personas.tsx";
import { ProviderLinks } from "#components/login/provider-links.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { demoPeople } from "#db/seed/demo-people.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { loginFor, wanted } from "#lib/login/own-path.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("login"))("title") };
}

/** Why somebody stands here again who was at their organisation's own login. */
const problems = ["unknown", "provider"] as const;

/** Every way in, the quickest first: the demo's people, one's own organisation, a passkey, a password. Each leads on to where they wanted to go. */
export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  const { problem: asked, next: wish, again } = await searchParams;
  const next = wanted(wish);
  // Somebody else may be logged in here: who says "again" logs in for themselves, and takes this browser over.
  if (again === undefined && (await isSignedIn())) redirect(next);
  const problem = problems.find((each) => each === asked);
  const providers = loginProviders();
  const [t, proof] = [await getTranslations("login"), await proofWords()];
  const { unsent, retry } = proof.form;
  const locale = (await getLocale()) as Locale;
  const demo = (await installation()) === "demo";
  return (
    <main className="login" id="main">
      <h1>Brobyg</h1>
      <p className="lead">{t("lead")}</p>
      {problem && (
        <Banner kind="warning" live>
          <p>{t(`problem.${problem}`)}</p>
        </Banner>
      )}
      {demo && (
        <Personas
          words={{ heading: t("personas"), note: t("demo"), unsent, retry }}
          people={demoPeople.map(({ address, about }) => ({ address, about: about[locale] }))}
          action="/api/login/persona"
          next={next}
        />
      )}
      {providers.length > 0 && (
        <ProviderLinks
          heading={t("organisation")}
          unsent={unsent}
          links={providers.map(({ id, name }) => ({
            href: loginFor(next, `/api/auth/signin/${id}`),
            label: t("through", { name }),
          }))}
        />
      )}
      <LoginForm
        words={{
          heading: t("own"),
          email: t("email"),
          password: t("password"),
          submit: t("submit"),
          unsent,
          retry,
        }}
        action="/api/login/password"
        next={next}
      />
      <KeyLogin words={{ heading: t("orKey"), hint: t("keyHint"), submit: t("key") }} proof={proof} next={next} />
      <PageLink href="/beboer">{t("residents")}</PageLink>
      <LocaleSwitch locale={locale} label={t("language")} />
      <HoldDialog words={await holdWords()} />
    </main>
  );
}
