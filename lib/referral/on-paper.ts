import type { AccessView } from "./access-view.ts";
import type { ReferralView } from "./referral-view.ts";

/**
 * What is held, as the resident takes it home: functions and no colleague's name, nothing said from the side of whoever
 * prints it ("dig", "jer"), nothing to do.
 *
 * @param view the referral as the origin or its holder sees it
 * @param access who can see it, as they do
 */
export function onPaper(view: ReferralView, access: AccessView): { view: ReferralView; access: AccessView } {
  const theirs = <T extends { mine: boolean }>(post: T): T => ({ ...post, mine: false });
  return {
    view: {
      ...view,
      holder: view.holder && theirs(view.holder),
      waitsFor: view.waitsFor && theirs(view.waitsFor),
      assigned: null,
      calling: null,
      sameResident: null,
      events: view.events.map((event) => ({ ...event, own: false, person: null })),
    },
    access: { ...access, seers: access.seers.map(theirs) },
  };
}
