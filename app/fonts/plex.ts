import localFont from "next/font/local";

/** IBM Plex Sans, Latin 1, regular and semibold: put `plex.variable` on `<html>`. Licence: OFL.txt beside. */
export const plex = localFont({
  src: [
    { path: "./plex-sans-regular.woff2", weight: "400", style: "normal" },
    { path: "./plex-sans-semibold.woff2", weight: "600", style: "normal" },
  ],
  variable: "--font-plex",
  display: "swap",
  adjustFontFallback: "Arial",
});
