"use client";

import type { ComponentProps, ReactNode, SyntheticEvent } from "react";
import type { FieldValues } from "react-hook-form";
import { ByButton, byEnter } from "#components/form/by-button.tsx";
import type { ActForm as Bridge } from "#components/form/use-act-form.ts";
import { WhoseField } from "#components/form/whose-page.tsx";
import { AskFirst, type Asking } from "#components/ui/ask-first.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";

/**
 * The form element of {@link useActForm}: summary on top, what is fixed as hidden fields.
 * Before scripts run it posts natively, and the route handler answers with a redirect. It is sent by its button; `enter`
 * lets Enter in a field send it too, for what only looks something up or says who one is.
 */
export function ActForm<Values extends FieldValues>({
  form,
  enter = false,
  children,
}: {
  form: Bridge<Values>;
  enter?: boolean;
  children: ReactNode;
}) {
  const submit = (event: SyntheticEvent<HTMLFormElement, SubmitEvent>) =>
    byEnter(event) ? event.preventDefault() : form.submit(event);
  return (
    <form className="form" id={form.id} method="post" action={form.action} noValidate onSubmit={submit}>
      {!enter && <ByButton />}
      <ErrorSummary heading={form.words.summary} entries={form.summary} />
      <WhoseField />
      {form.intent && <input type="hidden" name="intent" value={form.intent} />}
      {Object.entries(form.fixed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/**
 * The button that sends, with what stands above it when no answer came. Other buttons are `beside` it;
 * a button's `name` and `value` are sent too, as a native form does. A form that has no key from the server waits for its
 * scripts, which make one: without a key nothing is taken. With `asks` it asks first.
 */
export function Submit<Values extends FieldValues>({
  form,
  beside,
  asks,
  kind = "primary",
  ...button
}: Omit<ComponentProps<typeof Button>, "form" | "type" | "busy"> & {
  form: Bridge<Values>;
  beside?: ReactNode;
  asks?: Asking | undefined;
}) {
  const state = { kind, busy: form.state === "sending" || form.state === "sent", disabled: form.waits };
  return (
    <>
      <Unsent form={form} />
      <div className="actions">
        {asks ? (
          <AskFirst {...asks} {...state} label={button.children} />
        ) : (
          <Button {...button} {...state} type="submit" />
        )}
        {beside}
      </div>
    </>
  );
}

/** Says that no answer came, and sends once more. */
export const Unsent = <Values extends FieldValues>({ form }: { form: Bridge<Values> }) =>
  form.state === "unsent" && (
    <Banner kind="offline" live>
      <p>{form.words.unsent}</p>
      <Button onClick={form.retry}>{form.words.retry}</Button>
    </Banner>
  );
