import { quietAfter } from "#lib/referral/clocks.ts";
import { assumed } from "./assumed.ts";
import { firstReceiver, type Name, type PostKey, takersOf } from "./cast.ts";
import { type Asked, asksAfter, decision, takesUp } from "./decide.ts";
import {
  type Arrival,
  backOn,
  type Fate,
  holdersOf,
  isAtWork,
  isStopped,
  logsAt,
  openAmong,
  standingFor,
  workingDaysBetween,
} from "./fate.ts";
import { type Luck, oneOf } from "./luck.ts";
import { Seen } from "./unseen.ts";

/** A request as it lies in one mailbox: `at` null where that mailbox is nobody's any more. */
type Letter = Arrival & {
  sender: Name;
  receiver: PostKey;
  reader: Name | null;
  post: PostKey;
  at: Name | null;
  asked: Asked;
  /** From then on it is to be looked at again; whoever has it knows the day by themselves. */
  from: number;
  told: number;
  step: number;
  words: number;
  open: boolean;
  seen: Seen;
};

/** What the comparison takes for granted, as it is printed. */
export const mailAssumptions =
  "a request is a mail to one person, who knows when to look at it again; no deputy, no reminder, no leader, no agenda; " +
  "forwarding and answering arrive at once; a sender asks after what is not answered, and sends it again where the mailbox is nobody's";

/**
 * The same people with mail only: the same referrals, absences, departures, silences and, question by question, the same
 * chance, in a world in which a request is a mail to one person of the post. Nobody stands in, no machine reminds, no leader
 * hears and no meeting has a list; a mail to somebody who has left is lost until its sender asks after it, unless it was
 * passed on. It is kinder than mail is: nothing arrives wrongly, whoever has something knows by themselves on which day to
 * look at it again, and a sender does not forget that they sent it. Answers, for every referral, the longest time in days
 * that nobody who had it opened it.
 */
export function livesByMail(fate: Fate, luck: Luck): number[] {
  const letters: Letter[] = [];
  for (let day = 0; day < fate.days; day += 1) {
    for (const { person } of fate.leaves.filter((each) => each.day === day))
      for (const letter of letters.filter((each) => each.open && each.at === person))
        loses(letter, { fate, luck, day });
    for (const { post } of fate.ends.filter((each) => each.day === day))
      for (const letter of letters.filter((each) => each.open && each.post === post))
        loses(letter, { fate, luck, day });
    const returned = backOn(fate, day);
    for (const letter of letters) if (letter.at && returned.includes(letter.at)) letter.told = day;
    for (const arrival of fate.arrivals.filter((each) => each.day === day)) {
      const sender = logsAt(fate, arrival.origin, day);
      if (sender) letters.push(written(arrival, sender, { fate, luck, day }));
    }
    for (const letter of letters.filter(({ open }) => open)) {
      answered(letter, { fate, luck, day });
      chased(letter, { fate, luck, day });
    }
  }
  return letters.map(({ seen, open }) => {
    if (open) seen.on(fate.days);
    return seen.longest;
  });
}

type On = { fate: Fate; luck: Luck; day: number };

function written(arrival: Arrival, sender: Name, on: On): Letter {
  const receiver = standingFor(on.fate, firstReceiver[arrival.service] ?? "", on.day);
  const letter: Letter = {
    ...arrival,
    sender,
    receiver,
    reader: null,
    post: receiver,
    at: null,
    asked: "answer",
    from: on.day,
    told: on.day,
    step: 0,
    words: 0,
    open: true,
    seen: new Seen(on.day),
  };
  goes(letter, receiver, on);
  return letter;
}

/** To one person of that post. */
function goes(letter: Letter, post: PostKey, on: On): void {
  const reader =
    oneOf(on.luck("to whom", letter.referral, post, letter.step), holdersOf(on.fate, post, on.day)) ?? null;
  Object.assign(letter, { receiver: post, reader });
  comes(letter, on);
}

/** To whoever asked; nobody's where they have left. */
function comes(letter: Letter, { fate, day }: On): void {
  const { receiver, reader } = letter;
  const at = reader && holdersOf(fate, receiver, day).includes(reader) ? reader : null;
  Object.assign(letter, { post: receiver, at, asked: "answer", from: day, told: day });
}

/** Back to whoever wrote it; nobody's where they have left. */
function back(letter: Letter, asked: Asked, { fate, day }: On): void {
  const there = holdersOf(fate, letter.origin, day).includes(letter.sender);
  Object.assign(letter, { post: letter.origin, at: there ? letter.sender : null, asked, from: day, told: day });
}

function loses(letter: Letter, { fate, luck, day }: On): void {
  const post = standingFor(fate, letter.post, day);
  const next = holdersOf(fate, post, day).find((person) => person !== letter.at);
  const passed = next !== undefined && luck("passes on", letter.referral, letter.at ?? "") < assumed.passesOn;
  Object.assign(letter, { post, at: passed ? next : null, ...(passed && { told: day, words: letter.words + 1 }) });
}

function answered(letter: Letter, on: On): void {
  const { fate, luck, day } = on;
  const { at, post, from, referral, words, step, asked } = letter;
  if (!at || day < from || !isAtWork(fate, at, day) || isStopped(fate, post, day)) return;
  const told = workingDaysBetween(Math.max(from, letter.told), day);
  if (!takesUp(luck, { person: at, referral, day, told, by: "person", words })) return;
  letter.seen.on(day);
  letter.step += 1;
  const done = decision(luck, { referral, step, asked });
  const elsewhere = openAmong(fate, takersOf(letter.service), day).filter((each) => each !== post);
  const other = oneOf(luck("to", referral, step), elsewhere);
  switch (done.act) {
    case "accept":
      // Without a yes only the outreach may begin; everybody else answers with advice.
      if (letter.consent === "not_yet" && letter.service !== "SKP") back(letter, "next_step", on);
      else Object.assign(letter, { asked: "first_contact", told: day });
      return;
    case "ask":
      back(letter, "question", on);
      return;
    case "return":
      back(letter, "next_step", on);
      return;
    case "redirect":
    case "send":
      if (other) goes(letter, other, on);
      return;
    case "answer":
      comes(letter, on);
      return;
    case "progress":
      Object.assign(letter, { asked: "look_again", from: day + quietAfter });
      return;
    case "hold":
    case "follow_up":
      letter.from = day + done.days;
      return;
    case "close":
    case "complete":
      letter.open = false;
      return;
    // What one opens and leaves, and the two answers to a proposal, which mail does not know.
    case "look":
    case "confirm":
    case "drop":
  }
}

/** A sender who hears nothing writes again: to whoever has it, or to whoever is in that post now. */
function chased(letter: Letter, on: On): void {
  const { fate, luck, day } = on;
  const { sender, at, referral, from } = letter;
  if (!letter.open || at === sender || !isAtWork(fate, sender, day)) return;
  if (!holdersOf(fate, letter.origin, day).includes(sender)) return;
  const told = workingDaysBetween(Math.max(from, letter.told), day);
  if (!asksAfter(luck, { referral, day, told })) return;
  letter.words += 1;
  letter.told = day;
  if (!at) goes(letter, standingFor(fate, letter.receiver, day), on);
}
