import { hash, verify } from "@node-rs/argon2";

// OWASP's argon2id parameters: 19 MiB, 2 passes, 1 lane. argon2id is the library's default algorithm.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

/** @returns an argon2id hash with its salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/** Takes as long for nobody (`stored` undefined) as for somebody, so that timing tells no address. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== undefined && matches;
}
