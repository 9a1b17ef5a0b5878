/** In this order: each names itself as one of those after it too. */
const browsers: readonly [sign: RegExp, name: string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, "Edge"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrome\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: readonly [sign: RegExp, name: string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMacintosh\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];

const named = (all: typeof browsers, agent: string) => all.find(([sign]) => sign.test(agent))?.[1];

/**
 * "Chrome, Android": enough to know one's own browsers by in a list, too little to follow anybody. Undefined for a browser
 * that says nothing known: what it sent is never kept.
 */
export function browserName(agent: string): string | undefined {
  const parts = [named(browsers, agent), named(systems, agent)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(", ") : undefined;
}
