import { narrate, runCommand } from "#scripts/command.ts";
import { setUp } from "#scripts/set-up.ts";

// npm run setup                                                           makes or updates the database of a live server
// npm run setup -- --partnership "Amager" --administrator name@kommunen.dk   and begins a partnership in it
//     --officer MAIL      its data protection officer
//     --link-file PATH    where links go, for their maker alone to read, instead of a mail or the terminal
//
// Refuses a database that is a demo's. Again it changes nothing.

await runCommand(() =>
  setUp(process.argv.slice(2), {
    env: process.env,
    isTerminal: process.stdout.isTTY === true,
    say: narrate(),
    print: (text) => console.log(text),
  }),
);
