import { defineConfig } from "vitest/config";

/** One PostgreSQL for the run, one database for each file. */
const withDatabase = { globalSetup: "scripts/vitest-database.ts", pool: "forks", maxWorkers: 2 } as const;

/** What a run was told of the day on which it happens. */
const onItsDay = { setupFiles: "scripts/vitest-clock.ts" } as const;

/** Tests that call the application's handlers as an attacker would. */
const handlersCalled = ["db/proofs/**/*.test.ts", "db/testing/**/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "rules",
          include: ["lib/**/*.test.ts", "components/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "bench/**/*.test.ts"],
          // Some start a process of their own: on a busy machine that takes a while.
          testTimeout: 120_000,
          isolate: false,
          ...onItsDay,
        },
      },
      {
        test: {
          name: "database",
          include: ["{db,jobs}/**/*.test.ts"],
          exclude: handlersCalled,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          isolate: false,
          ...onItsDay,
          ...withDatabase,
        },
      },
      {
        // A handler reads its settings and its pool as its module is loaded: each file loads its own.
        test: {
          name: "app",
          include: ["app/**/*.test.{ts,tsx}", ...handlersCalled],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // It names parts of Next as only Next's own bundler finds them.
          server: { deps: { inline: ["next-auth"] } },
          ...onItsDay,
          ...withDatabase,
        },
      },
      {
        test: { name: "prove", include: ["{app,db,jobs,lib}/**/*.prove.ts"], testTimeout: 3_600_000, ...withDatabase },
      },
    ],
  },
});
