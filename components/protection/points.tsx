/** Sentences below each other. */
export const Points = ({ items }: { items: readonly string[] }) => (
  <ul className="points">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);
