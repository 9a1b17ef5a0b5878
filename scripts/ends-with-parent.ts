/**
 * Loaded before a server that another process starts (`node --import`): the server stops when the pipe to its starter
 * closes, so that not even kill -9 leaves one behind. It gets three seconds to finish what it was answering; an open
 * live stream would keep it for ever.
 */
process.stdin.on("close", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(), 3_000).unref();
});
process.stdin.resume();
