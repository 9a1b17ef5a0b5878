import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A random secret of 64 hex digits that stays the same: kept in `folder`, readable by its maker alone. */
export function keepSecret(folder: string, name: string): string {
  const file = path.join(folder, `${name}.secret`);
  if (existsSync(file)) return readFileSync(file, "utf8");
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flush: true });
  return readFileSync(file, "utf8");
}
