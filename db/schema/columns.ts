import { sql } from "drizzle-orm";
import { customType, date, pgRole, timestamp, uuid } from "drizzle-orm/pg-core";
import { partnership } from "./partnership.ts";

/** The roles. owner owns the tables, door owns the few definer functions, app and jobs own nothing. */
export const app = pgRole("brobyg_app").existing();
export const door = pgRole("brobyg_door").existing();
export const jobs = pgRole("brobyg_jobs").existing();

/** Every row belongs to one partnership, and says so in its keys: no row can point into another. */
export const within = () =>
  uuid("partnership_id")
    .notNull()
    .references(() => partnership.id);

export const day = (name: string) => date(name, { mode: "string" });
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });
export const now = sql`app_now()`;
/** Made by the database: an id that somebody chose would tell them that another row has it. */
export const madeId = sql`gen_random_uuid()`;
/** The number of a transaction, which a savepoint does not change. */
export const xid = customType<{ data: string }>({ dataType: () => "xid8" });
