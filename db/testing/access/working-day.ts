/** What somebody does in one go: so many changes, one every so many seconds. */
type Bout = { at: string; what: string; changes: number; every: number };
const bout = (at: string, what: string, changes: number, every: number): Bout => ({ at, what, changes, every });

/** A draft is saved every second while somebody types, and sent at the end: the fastest that a form goes. */
const logs = (at: string, seconds: number) => bout(at, "logs a referral", seconds + 1, 1);
/** Twenty cases in two minutes by keyboard: the fastest that a list goes (promise B09), each undone once. */
const triages = (at: string) => bout(at, "goes through the inbox, and takes half of it back", 30, 4);
/** Three keys a case (promise B26), twenty cases, by somebody who is quick. */
const decides = (at: string) => bout(at, "decides at the meeting", 60, 3);

/**
 * Eight hours of the busiest eight people, faster than anybody works: whoever keeps to this may never hear that it was too
 * fast.
 */
export const workingDay: Record<string, Bout[]> = {
  "vicevaert.titanparken": [
    bout("08:00", "reads the notices", 20, 2),
    ...["08:10", "09:00", "10:00", "11:00", "12:30", "13:00", "14:00", "15:00"].map((at) => logs(at, 75)),
    bout("15:30", "answers questions", 12, 5),
  ],
  "raadgiver.mimersgade": [
    logs("08:05", 300),
    logs("09:30", 300),
    bout("10:30", "records consents", 10, 6),
    logs("13:00", 600),
  ],
  "boligraadgiver.sck": [
    triages("08:00"),
    bout("08:30", "says what happened", 40, 10),
    triages("12:00"),
    bout("14:00", "says what happened", 40, 10),
    triages("15:45"),
  ],
  "sagsbehandler.sck": [
    triages("08:00"),
    bout("09:00", "orders the agenda", 40, 2),
    bout("09:30", "notes who came", 24, 2),
    decides("09:32"),
    decides("09:40"),
    bout("10:30", "closes the meeting", 1, 1),
    triages("13:00"),
  ],
  "myndighed.suf": [triages("08:15"), bout("09:00", "asks back", 15, 20), triages("13:15")],
  "skp.sck": [triages("08:20"), logs("10:00", 200), bout("11:00", "says what happened", 30, 8)],
  "leder.akb": [
    bout("09:00", "takes out what was logged by mistake", 10, 10),
    bout("14:00", "puts posts in order", 40, 5),
  ],
  admin: [
    bout("08:30", "types the people of a new unit", 60, 5),
    bout("10:00", "writes a revision of the agreement, saved as it is typed", 900, 1),
    bout("13:00", "types the people of a new unit", 60, 5),
  ],
};

/** Every change of somebody's day, as milliseconds since midnight. */
export function momentsOf(bouts: readonly Bout[]): number[] {
  return bouts
    .flatMap(({ at, changes, every }) => {
      const [hour = 0, minute = 0] = at.split(":").map(Number);
      return Array.from({ length: changes }, (_, index) => ((hour * 60 + minute) * 60 + index * every) * 1000);
    })
    .toSorted((a, b) => a - b);
}
