import localFont from "next/font/local";

/**
 * IBM Plex Sans, Latin 1, regular and semibold: put `plex.variable` on `<html>`. Licence: OFL.txt beside.
 * "optional": on a slow first visit the page keeps the phone's own letters rather than jump when these arrive
 * (swapping moved a form by 0.22, optional by nothing; at most 0.02 is wanted).
 */
export const plex = localFont({
  src: [
    { path: "./plex-sans-regular.woff2", weight: "400", style: "normal" },
    { path: "./plex-sans-semibold.woff2", weight: "600", style: "normal" },
  ],
  variable: "--font-plex",
  display: "optional",
  adjustFontFallback: "Arial",
});
