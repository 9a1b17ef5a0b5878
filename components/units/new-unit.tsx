"use client";

import { type ComponentProps, lazy, Suspense } from "react";

/** Few units are ever added: the page's first load stays under 180 kB without the form. */
const UnitForm = lazy(async () => ({
  default: (await import("#components/units/unit-form.tsx")).UnitForm,
}));

/** The form for a new unit, on a page that is mostly read. */
export function NewUnit(props: ComponentProps<typeof UnitForm>) {
  return (
    <Suspense>
      <UnitForm {...props} />
    </Suspense>
  );
}
