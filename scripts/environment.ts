import { type ProcessName, settings } from "#scripts/live-settings.ts";

/** What a process needs of the machine that it runs on, also when a trial moves its clock. */
const ofTheMachine =
  /^(PATH|HOME|TMPDIR|TEMP|TMP|TZ|LANG|LC_\w+|NODE_EXTRA_CA_CERTS|LD_PRELOAD|FAKETIME\w*|SYSTEMROOT)$/i;

/**
 * The environment that a process of ours is started with: what is its own among `given` and what stands in ours, and nothing
 * besides. What was never there stands in no list of the operating system either.
 */
export function environmentOf(name: ProcessName, given: Record<string, string>): NodeJS.ProcessEnv {
  const isOwn = (setting: string) => settings[setting]?.of.includes(name) ?? false;
  const ours = Object.entries(process.env).filter(([setting]) => ofTheMachine.test(setting) || isOwn(setting));
  const own = Object.entries(given).filter(([setting]) => isOwn(setting));
  return Object.fromEntries([...ours, ...own]) as unknown as NodeJS.ProcessEnv;
}
