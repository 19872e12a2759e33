import type pg from "pg";
import { factsOf } from "./facts.ts";
import { expectedFacts } from "./inventory.ts";

/**
 * Compares all that the catalog says with what is right, and so finds where the database's own wall between shops has a gap.
 * @param client any admin of the database. @returns one sentence a difference; none when the wall stands.
 */
export async function findGaps(client: pg.Client): Promise<string[]> {
  const found = await factsOf(client);
  const expected = await expectedFacts(found);
  const gaps: string[] = [];
  for (const subject of new Set([...found.keys(), ...expected.keys()])) {
    const [has, should] = [found.get(subject), expected.get(subject)];
    if (!has) gaps.push(`${subject}: is missing`);
    else if (!should && [...has].some((fact) => fact.startsWith("belongs to ")))
      gaps.push(
        `${subject}: is declared by no migration${subject.startsWith("the table") ? ", so nobody knows whose rows it holds" : ""}`,
      );
    else {
      for (const fact of should ?? []) if (!has.has(fact)) gaps.push(`${subject}: missing: ${fact}`);
      for (const fact of has) if (!should?.has(fact)) gaps.push(`${subject}: not right: ${fact}`);
    }
  }
  return gaps.sort();
}
