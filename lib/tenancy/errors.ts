import { Prisma } from "./generated/client";

/** No such row for this shop. Whether another shop has it is nobody's to know. */
export class NotFound extends Error {
  override name = "NotFound";

  /** @param model the model that was asked, for the security log alone. */
  constructor(readonly model?: string) {
    super("Not found");
  }

  /** The ids that its transaction asked the database for, for the security log alone. */
  asked: readonly string[] = [];
}

/** An argument or a foreign key reached for another tenant's row. Outside it looks like any NotFound. */
export class TenantMismatch extends NotFound {
  override name = "TenantMismatch";
}

/** The kernel can't scope this call, so it does not run. A bug in our code, never a user's doing. */
export class Unscopable extends Error {
  override name = "Unscopable";
}

/** A value that must be unique in its shop is taken. */
export class Taken extends Error {
  override name = "Taken";

  /** @param fields the Prisma field names of the unique key, without the tenant. */
  constructor(readonly fields: string[]) {
    super("Already taken");
  }
}

/** The database refused a statement and the work went on as if it hadn't: COMMIT then saves nothing. A bug in our code. */
export class NothingSaved extends Error {
  override name = "NothingSaved";

  constructor() {
    super(
      "Nothing was saved: the database had refused a statement, and whoever caught its error did not pass it on",
    );
  }
}

// By name and not by class: Next.js bundles hold copies of these classes, and the process has one kernel.
const named = (error: unknown, ...names: string[]): boolean =>
  error instanceof Error && names.includes(error.name);

export const isNotFound = (error: unknown): error is NotFound => named(error, "NotFound", "TenantMismatch");

/** What was not found, with the ids that were asked for; any other error as it is. */
export const withAsked = (error: unknown, asked: Iterable<string>): unknown =>
  isNotFound(error) ? Object.assign(error, { asked: [...asked] }) : error;

const RESTRICTED = "23001";

/** Other rows name the one that was to be deleted, and their keys keep it. To be asked inside the transaction, which has then failed. */
export function isInUse(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2003" || causeOf(error)?.originalCode === RESTRICTED;
}

export const isTaken = (error: unknown): error is Taken => named(error, "Taken");

type DriverError = {
  originalCode?: string;
  originalMessage?: string;
  constraint?: { fields?: string[]; index?: string };
};

const causeOf = (error: Prisma.PrismaClientKnownRequestError) =>
  (error.meta?.driverAdapterError as { cause?: DriverError } | undefined)?.cause;

const ABORTED = "25P02";

/** An earlier statement of the transaction was refused, so that nothing more is done in it. */
export const isAborted = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && causeOf(error)?.originalCode === ABORTED;

/** Prisma's errors in the kernel's words, so that no constraint name or value travels further. Others pass as they are. */
export function translate(error: unknown): unknown {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return error;
  const model = typeof error.meta?.modelName === "string" ? error.meta.modelName : undefined;
  const cause = causeOf(error);
  switch (error.code) {
    case "P2025":
      return new NotFound(model);
    case "P2003":
      return new TenantMismatch(model);
    case "P2002":
      return new Taken((cause?.constraint?.fields ?? []).filter((field) => !/tenant_?id/i.test(field)));
    case "P2007":
      // Text that can't be an id names nothing.
      return /type uuid/.test(cause?.originalMessage ?? "") ? new NotFound(model) : error;
    default:
      return /row-level security policy/.test(cause?.originalMessage ?? "")
        ? new TenantMismatch(model)
        : error;
  }
}
