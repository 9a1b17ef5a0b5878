/** A file that the browser saves and no cache keeps. `name` is of our own making: nothing of it is asked for. */
export const attachment = (content: BodyInit, { name, type }: { name: string; type: string }): Response =>
  new Response(content, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
