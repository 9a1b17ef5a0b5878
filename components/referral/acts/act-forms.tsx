"use client";

import type { ReactNode } from "react";
import type { ActName } from "#components/referral/acts/act-order.ts";
import { AdviseForm, AskForm, RedirectForm, ReturnForm } from "#components/referral/acts/answering-forms.tsx";
import { CloseForm, CompleteForm, ReopenForm } from "#components/referral/acts/ending-forms.tsx";
import {
  AssignForm,
  CallForm,
  FollowUpForm,
  HoldForm,
  IdentityForm,
  ProgressForm,
} from "#components/referral/acts/keeping-forms.tsx";
import { AnswerForm, ConfirmForm, SendForm, WithdrawForm } from "#components/referral/acts/sending-forms.tsx";
import { ConsentForm, CorrectForm, LetterForm } from "#components/referral/acts/telling-forms.tsx";
import type { Offers } from "#lib/referral/referral-view.ts";

/** Acts that one tap does; the others open a form in place. */
type TapName = "accept" | "drop" | "give_back" | "resume" | "agenda" | "journal";
export type FormName = Exclude<ActName, TapName>;

const forms: { [Act in FormName]: (offer: NonNullable<Offers[Act]>) => ReactNode } = {
  return: (offer) => <ReturnForm offer={offer} />,
  redirect: (offer) => <RedirectForm offer={offer} />,
  confirm: (offer) => <ConfirmForm offer={offer} />,
  ask: (offer) => <AskForm offer={offer} />,
  answer: (offer) => <AnswerForm offer={offer} />,
  withdraw: (offer) => <WithdrawForm offer={offer} />,
  advise: () => <AdviseForm />,
  send: (offer) => <SendForm offer={offer} />,
  assign: (offer) => <AssignForm offer={offer} />,
  identity: () => <IdentityForm />,
  call: (offer) => <CallForm offer={offer} />,
  progress: (offer) => <ProgressForm offer={offer} />,
  hold: (offer) => <HoldForm offer={offer} />,
  letter: (offer) => <LetterForm offer={offer} />,
  correct: (offer) => <CorrectForm offer={offer} />,
  consent: (offer) => <ConsentForm offer={offer} />,
  follow_up: (offer) => <FollowUpForm offer={offer} />,
  complete: (offer) => <CompleteForm offer={offer} />,
  close: (offer) => <CloseForm offer={offer} />,
  reopen: (offer) => <ReopenForm offer={offer} />,
};

export { ProposeTime } from "#components/referral/acts/keeping-forms.tsx";

/** The form of an act, with what the reader is offered for it. */
export function ActForm<Act extends FormName>({ act, offer }: { act: Act; offer: NonNullable<Offers[Act]> }) {
  return forms[act](offer);
}
