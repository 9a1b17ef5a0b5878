import { Button } from "#components/ui/button.tsx";

type Persona = { address: string; about: string };

/** The demo's people, each one click. */
export function Personas({
  words,
  people,
  action,
  next,
}: {
  words: { heading: string; note: string };
  people: readonly Persona[];
  action: string;
  /** Where whoever logs in goes on. */
  next: string;
}) {
  return (
    <section className="personas" aria-labelledby="personas">
      <h2 id="personas">{words.heading}</h2>
      <p>{words.note}</p>
      <ul>
        {people.map(({ address, about }) => (
          <li key={address}>
            <form method="post" action={action}>
              <input type="hidden" name="address" value={address} />
              <input type="hidden" name="next" value={next} />
              <Button type="submit" wide>
                <span>
                  <strong>{address.split("@")[0]}</strong> <span className="about">{about}</span>
                </span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
