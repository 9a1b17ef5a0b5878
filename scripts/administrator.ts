import { narrate, runCommand } from "#scripts/command.ts";
import { nameAdministrator } from "#scripts/name-administrator.ts";

// npm run administrator -- name@kommunen.dk --partnership "Amager"   names an administrator where the one there was is lost
//     --link-file PATH    where the link goes, for its maker alone to read, instead of a mail or the terminal
//
// As DATABASE_OWNER_URL. Every administrator and data protection officer of the partnership is told.

await runCommand(() =>
  nameAdministrator(process.argv.slice(2), {
    env: process.env,
    isTerminal: process.stdout.isTTY === true,
    say: narrate(),
    print: (text) => console.log(text),
  }),
);
