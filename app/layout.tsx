import type { Metadata, Viewport } from "next";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { plex } from "./fonts/plex.ts";
import "./globals.css";

export const metadata: Metadata = { title: { default: "Brobyg", template: "%s · Brobyg" }, robots: { index: false } };
export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} className={plex.variable}>
      <body>{children}</body>
    </html>
  );
}
