import type { Metadata, Viewport } from "next";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { type ErrorWords, ErrorWordsProvider } from "#components/layout/error-words.tsx";
import { OnePress } from "#components/ui/one-press.tsx";
import { PageLinks } from "#components/ui/page-links.tsx";
import { Waits } from "#components/ui/waits.tsx";
import { plex } from "./fonts/plex.ts";
import "./globals.css";

export const metadata: Metadata = { title: { default: "Brobyg", template: "%s · Brobyg" }, robots: { index: false } };
export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()]);
  const { failed, away } = messages["errors"] as ErrorWords;
  const { waits } = messages["shell"] as { waits: string };
  return (
    <html lang={locale} className={plex.variable}>
      <body>
        <ErrorWordsProvider words={{ failed, away }}>{children}</ErrorWordsProvider>
        <OnePress />
        <PageLinks />
        <Waits text={waits} />
      </body>
    </html>
  );
}
