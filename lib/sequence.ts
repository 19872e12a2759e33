import { by, type Db } from "./tenancy/tenancy";

const FIRST = 1001;

/**
 * The next number in a shop's own sequence. The row stays locked until commit, so numbers have no gaps and no twins.
 * @param name what is numbered, such as `quote` or `invoice`.
 */
export async function nextNumber(db: Db, name: string): Promise<number> {
  await db.counter.createMany({ data: [{ name, value: FIRST - 1 }], skipDuplicates: true });
  const data = { value: { increment: 1 } };
  return (await db.counter.update({ where: by("name", name), data })).value;
}
