import { Unscopable } from "./errors";

/** What a model can be asked. A test holds the list to what Prisma offers. */
export const operations = (
  "findUnique findUniqueOrThrow findFirst findFirstOrThrow findMany count aggregate groupBy create createMany createManyAndReturn " +
  "update updateMany updateManyAndReturn upsert delete deleteMany"
).split(" ");

type Asked = Record<string, (...args: unknown[]) => PromiseLike<unknown>>;
type Client = Record<string, Asked> & Asked;

/** A Prisma promise is sent when somebody awaits it. It also has ways to be sent elsewhere, which stay behind. */
function awaitable(promise: PromiseLike<unknown>) {
  const started = () => Promise.resolve(promise);
  return Object.freeze({
    then: (done?: () => unknown, failed?: () => unknown) => promise.then(done, failed),
    catch: (failed?: () => unknown) => started().catch(failed),
    finally: (done?: () => void) => started().finally(done),
    [Symbol.toStringTag]: "Promise",
  });
}

/** Takes from a class what leads back to it, and lets nobody change it. */
function seal(made: { prototype: object }): void {
  Object.defineProperty(made.prototype, "constructor", { value: undefined });
  Object.setPrototypeOf(made.prototype, null);
  Object.freeze(made.prototype);
}

class Delegate {
  readonly #model: Asked;

  constructor(model: Asked) {
    this.#model = model;
  }

  get fields(): unknown {
    return this.#model.fields;
  }

  static {
    for (const name of operations)
      Object.defineProperty(this.prototype, name, {
        value(this: Delegate, args: unknown) {
          return awaitable(this.#model[name]?.(args) as PromiseLike<unknown>);
        },
      });
    seal(this);
  }
}

const isTemplate = (text: unknown): boolean => Array.isArray((text as TemplateStringsArray | undefined)?.raw);

/**
 * What a transaction's work is handed instead of Prisma's client: its models, their operations, raw SQL, and no way to the client, its
 * engine or another transaction.
 * @param models as they are called on the client. @param raw such as `$queryRaw`.
 * @returns makes the handle of one transaction.
 */
export function handles(models: readonly string[], raw: readonly string[]): (client: object) => object {
  class Handle {
    readonly #client: Client;
    readonly #delegates: Record<string, Delegate> = {};

    constructor(client: Client) {
      this.#client = client;
    }

    static {
      for (const name of models)
        Object.defineProperty(this.prototype, name, {
          enumerable: true,
          get(this: Handle) {
            this.#delegates[name] ??= new Delegate(this.#client[name] as Asked);
            return this.#delegates[name];
          },
        });
      for (const name of raw)
        Object.defineProperty(this.prototype, name, {
          value(this: Handle, text: unknown, ...values: unknown[]) {
            if (!name.endsWith("Unsafe") && !isTemplate(text))
              throw new Unscopable(`${name} takes a tagged template alone`);
            return awaitable((this.#client as Asked)[name]?.(text, ...values) as PromiseLike<unknown>);
          },
        });
      seal(this);
    }
  }
  return (client) => Object.freeze(new Handle(client as Client));
}
