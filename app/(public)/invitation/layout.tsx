import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Untranslated, untranslated } from "#components/layout/untranslated.tsx";

export const metadata: Metadata = untranslated;

export default function Layout({ children }: { children: ReactNode }) {
  return <Untranslated>{children}</Untranslated>;
}
