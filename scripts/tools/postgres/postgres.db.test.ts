import { createServer } from "node:net";
import { expect, it } from "vitest";
import { freePort } from "../process/ports";
import { startScratchPostgres } from "./postgres";

it("a port that is taken between looking for it and listening on it is left for another", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as { port: number };
  const picked: number[] = [];
  const postgres = await startScratchPostgres(async () => {
    picked.push(picked.length === 0 ? port : await freePort());
    return picked.at(-1) ?? 0;
  });
  expect(picked).toEqual([port, postgres.port]);
  await postgres.stop();
  other.close();
});
