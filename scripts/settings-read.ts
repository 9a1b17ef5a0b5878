import { findFiles, isTest, readSource } from "#scripts/sources.ts";

/** What is set where the product is built, or by Node and Next themselves. */
const ofTheBuild = ["BROBYG_BENCH", "NODE_ENV", "HOSTNAME"];

/** The files of server and jobs that may read their environment: all of the product, and the commands that start it. */
export const settingReaders = (): string[] => [
  ...findFiles("{app,components,db,dictionary,jobs,lib}/**/*.{ts,tsx}").filter((file) => !isTest(file)),
  "proxy.ts",
  "next.config.js",
  ...["start", "jobs", "mail-settings", "anchor-folder"].map((name) => `scripts/${name}.ts`),
];

/** Every setting that those files read, by its name. */
export const settingsRead = (files = settingReaders()): { file: string; name: string }[] =>
  files.flatMap((file) => {
    const text = readSource(file);
    const one = [...text.matchAll(/(?:process\.env(?:\.|\[")|needed\(")(\w+)/g)].map(([, name = ""]) => name);
    const several = [...text.matchAll(/\{([^}]*)\} = process\.env/g)].flatMap(
      ([, names = ""]) => names.match(/\b[A-Z][A-Z_]+\b(?=:)/g) ?? [],
    );
    return [...one, ...several].filter((name) => !ofTheBuild.includes(name)).map((name) => ({ file, name }));
  });
