import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "../process/lock.mjs";
import { Advice } from "../process/progress.ts";

export type Secrets = {
  appPassword: string;
  analyticsPassword: string;
  tasksPassword: string;
  /** 64 hexadecimal digits; signs the tenant context of each transaction. */
  tenancyKey: string;
  nextAuthSecret: string;
};

/** Fresh random secrets, for a database that lives no longer than this process. */
export const freshSecrets = (): Secrets => ({
  appPassword: randomBytes(24).toString("hex"),
  analyticsPassword: randomBytes(24).toString("hex"),
  tasksPassword: randomBytes(24).toString("hex"),
  tenancyKey: randomBytes(32).toString("hex"),
  nextAuthSecret: randomBytes(32).toString("hex"),
});

/** This installation's secrets: made on the first start, kept in `folder`/secrets.json, for its owner's eyes alone. */
export async function keptSecrets(folder: string): Promise<Secrets> {
  const file = join(folder, "secrets.json");
  mkdirSync(folder, { recursive: true });
  return withLock(`${file}.lock`, async () => {
    if (!existsSync(file)) writeFileSync(file, JSON.stringify(freshSecrets(), null, 2), { mode: 0o600 });
    try {
      return { ...freshSecrets(), ...JSON.parse(readFileSync(file, "utf8")) };
    } catch {
      throw new Advice(
        `${file} cannot be read. Put it back from a copy, or remove it: everyone then signs in again.`,
      );
    }
  });
}
