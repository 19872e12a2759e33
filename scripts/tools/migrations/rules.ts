import { columnOf, NAME, plain, type Tables, widens } from "./schema.ts";
import { listed, type Statement } from "./sql-statements.ts";

/** What a statement is read against: the tables of earlier migrations, and how the migration is made up. */
export type Setting = { before: Tables; alone: boolean };

const re = (pattern: string) =>
  new RegExp(pattern.replaceAll("NAME", NAME).replaceAll(" ", String.raw`\s+`), "i");

const CREATE_INDEX = re(
  String.raw`^create (?:unique )?index (concurrently )?(?:if not exists )?(?:NAME )?on (only )?NAME`,
);
const ALTER_TABLE = re(String.raw`^alter table (?:if exists )?(?:only )?NAME (.+)$`);
const ADD_COLUMN = re(
  String.raw`^add (?:column )?(?:if not exists )?(?!constraint\b|primary\b|unique\b|check\b|foreign\b|exclude\b)(.+)$`,
);
const ALTER_COLUMN = re(String.raw`^alter (?:column )?NAME (.+)$`);
const SET_TYPE = re(String.raw`^(?:set data )?type (.+?)(?: using .+)?$`);
const NEW_CONSTRAINT = re(
  String.raw`^add (?:constraint NAME )?(unique|primary key|check|foreign key|exclude)\b`,
);

const UNIQUE_INDEX = re(
  String.raw`^create unique index (?:concurrently )?(?:if not exists )?(?:NAME )?on (?:only )?NAME\s*(?:using \w+\s*)?\(\s*"?(\w+)`,
);
const UNIQUE_KEY = re(
  String.raw`^alter table (?:if exists )?(?:only )?NAME add (?:constraint NAME )?(?:unique|primary key)(?: nulls (?:not )?distinct)?\s*\(\s*"?(\w+)`,
);

/** How blue-green works, in each message's words: while a migration runs, and for a while after, the release before it still works on the tables. */
const contract =
  "a later release says so with a comment `-- contract: <why nobody uses it any more>` before the statement";

/**
 * What an older release of the app, or a busy shop, could not live with in this statement.
 * @returns one message a fault; each says what to do instead.
 */
export function faultsOf(statement: Statement, setting: Setting): string[] {
  const told = tells(statement, setting);
  if (/contract: *\S/.test(statement.comments)) return told;
  return [
    ...dropped(statement, setting),
    ...indexed(statement, setting),
    ...altered(statement, setting),
    ...hidden(statement),
    ...told,
  ];
}

function dropped({ text }: Statement, { before }: Setting): string[] {
  const [, what = "", names = ""] =
    /^drop (table|type|schema|view|sequence) (?:if exists )?(.+?)(?: cascade| restrict)?$/i.exec(text) ?? [];
  if (!what || (what.toLowerCase() === "table" && !listed(names).some((name) => before.has(plain(name)))))
    return [];
  return [
    `drops the ${what.toLowerCase()} ${names}, which the release before may still use. Stop using it first; ${contract}.`,
  ];
}

function indexed({ text }: Statement, { before, alone }: Setting): string[] {
  const [found, concurrently, , only, table = ""] = CREATE_INDEX.exec(text) ?? [];
  if (!found)
    return /^reindex\b(?!.*\bconcurrently\b)/i.test(text)
      ? ["rebuilds an index under a lock: REINDEX ... CONCURRENTLY."]
      : [];
  if (concurrently && !alone)
    return [
      "builds an index CONCURRENTLY beside other statements, which Postgres refuses. Give it a migration of its own.",
    ];
  if (concurrently && /if not exists/i.test(text))
    return [
      "IF NOT EXISTS would take an index that broke off half-built for a whole one. Leave it out: `npm run migrate` clears those away.",
    ];
  if (concurrently || only || !before.has(plain(table))) return [];
  return [
    `locks ${plain(table)} against writing while the index is built. Use CREATE INDEX CONCURRENTLY in a migration of its own.`,
  ];
}

function altered({ text }: Statement, { before }: Setting): string[] {
  const [, table = "", actions = ""] = ALTER_TABLE.exec(text) ?? [];
  const name = plain(table);
  if (!before.has(name)) return [];
  return listed(actions).flatMap((action) => faultsOfAction(name, action, before));
}

function faultsOfAction(table: string, action: string, before: Tables): string[] {
  const added = ADD_COLUMN.exec(action)?.[1];
  if (added) return faultsOfColumn(table, added);
  if (/^drop (column )?(?!constraint\b)/i.test(action) || /^rename\b(?! constraint)/i.test(action))
    return [
      `${action} on ${table}: the release before still uses the old name. Add the new beside it, fill it with migrateData, and then ${contract}.`,
    ];
  const [, constraint] = (NEW_CONSTRAINT.exec(action)?.slice(1) ?? []) as [string?, string?];
  if (constraint) return faultsOfConstraint(table, constraint.toLowerCase(), action);
  const [, column = "", change = ""] = ALTER_COLUMN.exec(action) ?? [];
  return column ? faultsOfChange(table, plain(column), change, before) : [];
}

function faultsOfColumn(table: string, definition: string): string[] {
  const name = columnOf(definition)?.name;
  const filled = /\b(default|generated|serial|bigserial)\b/i.test(definition);
  if (/\bnot null\b/i.test(definition) && !filled)
    return [
      `${table}.${name} is NOT NULL without a DEFAULT: the release before can't add rows any more. Give it a DEFAULT, or let it be NULL.`,
    ];
  if (/\b(unique|references|check)\b/i.test(definition))
    return [
      `${table}.${name} brings a constraint that is checked under a lock. Add the column alone, then the constraint as NOT VALID.`,
    ];
  return [];
}

function faultsOfConstraint(table: string, kind: string, action: string): string[] {
  if (kind === "check" || kind === "foreign key")
    return /\bnot valid$/i.test(action)
      ? []
      : [
          `a ${kind} on ${table} is checked against every row under a lock. Add it NOT VALID; a later migration says VALIDATE CONSTRAINT.`,
        ];
  if (/\busing index\b/i.test(action)) return [];
  return [
    `a ${kind} on ${table} builds its index under a lock. Build the index CONCURRENTLY in a migration of its own, then add the constraint USING INDEX.`,
  ];
}

function faultsOfChange(table: string, column: string, change: string, before: Tables): string[] {
  const type = SET_TYPE.exec(change)?.[1]?.toLowerCase();
  const old = before.typeOf(table, column);
  if (type && !widens(old ?? "", type))
    return [
      `${table}.${column} goes from ${old ?? "an unknown type"} to ${type}, which the release before may not read, or which rewrites the table under a lock. Add a new column, fill it with migrateData, and then ${contract}.`,
    ];
  if (/^set not null/i.test(change))
    return [
      `${table}.${column} becomes NOT NULL: the release before may still leave it empty. Fill it with migrateData, and then ${contract}.`,
    ];
  if (/^drop default/i.test(change))
    return [`${table}.${column} loses its default, which the release before may count on; ${contract}.`];
  return [];
}

/** A key over all shops tells one of them what another has: whoever adds the same value is refused. */
function tells({ text }: Statement, { before }: Setting): string[] {
  const [, , ofIndex, firstOfIndex] = UNIQUE_INDEX.exec(text) ?? [];
  const [, ofKey, , firstOfKey] = UNIQUE_KEY.exec(text) ?? [];
  const [table, first] = [plain(ofIndex ?? ofKey ?? ""), (firstOfIndex ?? firstOfKey ?? "").toLowerCase()];
  const owner = ["tenant_id", "owner"].find((column) => before.typeOf(table, column));
  if (!owner || first === owner) return [];
  return [
    `a unique key of ${table} starts with ${first}: a shop could tell by it what another has. Start it with ${owner}.`,
  ];
}

/** A DO block is not read: what it does to tables could be anything. */
function hidden({ text, body }: Statement): string[] {
  return /^do\b/i.test(text) &&
    /\b(create|alter|drop|rename|truncate)\s+(table|index|type|unique)|execute\b/i.test(body)
    ? ["changes tables inside a DO block, where nothing checks it. Write the statements plainly."]
    : [];
}
