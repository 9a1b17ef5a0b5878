import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A random secret of 64 hex digits that stays the same: kept in `folder`, readable by its maker alone. */
export function keepSecret(folder: string, name: string): string {
  const found = findSecret(folder, name);
  if (found) return found;
  const secret = randomBytes(32).toString("hex");
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(folder, name), secret, { mode: 0o600, flush: true });
  return secret;
}

/** The secret kept under that name; undefined when none was made. */
export function findSecret(folder: string, name: string): string | undefined {
  const file = fileOf(folder, name);
  return existsSync(file) ? readFileSync(file, "utf8") || undefined : undefined;
}

function fileOf(folder: string, name: string): string {
  return path.join(folder, `${name}.secret`);
}
