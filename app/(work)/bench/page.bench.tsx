import { headers } from "next/headers";

/** A page that reads nothing: the limit that pages are measured against. It is built for `npm run bench` only. */
export default async function EmptyPage() {
  await headers();
  return <h1>Brobyg</h1>;
}
