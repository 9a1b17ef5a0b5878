import { WhoseField } from "#components/form/whose-page.tsx";
import { Button } from "#components/ui/button.tsx";

/** Logs out. A plain form, so that it works everywhere; the session's watch covers the other tabs at once. */
export function SignOut({ label }: { label: string }) {
  return (
    <form method="post" action="/api/sign-out">
      <WhoseField />
      <Button type="submit" kind="quiet">
        {label}
      </Button>
    </form>
  );
}
