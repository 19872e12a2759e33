import { Prisma } from "./generated/client";

/** A piece of SQL that goes into a tagged template of `$queryRaw`; what it holds stays apart as parameters. */
export const { sql, join, empty } = Prisma;

export type Sql = Prisma.Sql;
