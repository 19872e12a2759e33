/** As much of an action's body as Next.js reads. */
export const MOST_BYTES = 1024 * 1024;

/** A page of ours sends few arguments, and a form's state has few levels. */
const MOST_ARGUMENTS = 10;
const MOST_LEVELS = 10;

/** React takes a text that begins with "$" for something to look up or to make; one that somebody typed has it doubled. */
const isText = (value: unknown) =>
  typeof value === "string" && (!value.startsWith("$") || value.startsWith("$$") || value === "$undefined");

/** Whether React takes a value for what it says: a text, a number, a list or a record of such. */
function isPlain(value: unknown): boolean {
  if (value === null || typeof value !== "object") return typeof value !== "string" || isText(value);
  return Object.values(value).every(isPlain);
}

/** Whether lists and records stand within one another on few levels. Asked first: to parse half a million takes JSON.parse seconds. */
function isShallow(json: string): boolean {
  let levels = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const char = json[at];
    if (quoted && char === "\\") at++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === "[" || char === "{")) levels++;
    else if (!quoted && (char === "]" || char === "}")) levels--;
    if (levels > MOST_LEVELS) return false;
  }
  return true;
}

function parsed(json: FormDataEntryValue | undefined): unknown {
  if (typeof json !== "string" || !isShallow(json)) return;
  try {
    return JSON.parse(json);
  } catch {
    return;
  }
}

/** @param forms may be among the arguments, as "$K1" and the fields that begin with "_1_". */
function areArguments(json: FormDataEntryValue | undefined, forms: boolean): boolean {
  const list = parsed(json);
  if (!Array.isArray(list) || list.length > MOST_ARGUMENTS) return false;
  return list.every((one) => isPlain(one) || (forms && typeof one === "string" && /^\$K\d+$/.test(one)));
}

/** What React sends of a call. */
const isCall = (body: FormData) =>
  body.getAll("0").length === 1 &&
  [...body].every(([name, value]) => (name === "0" ? areArguments(value, true) : /^_\d+_/.test(name)));

/** What an action was bound to when its page was made: its id in one part, its arguments in the next. */
function isBound(body: FormData, action: string): boolean {
  const [[about, ...more], [list, ...others]] = [0, 1].map((part) =>
    body.getAll(`$ACTION_${action}:${part}`),
  ) as [FormDataEntryValue[], FormDataEntryValue[]];
  const { id, bound, ...rest } = Object(parsed(about)) as Record<string, unknown>;
  const isOnly = more.length + others.length + Object.keys(rest).length === 0;
  return isText(id) && isOnly && (bound === null || (bound === "$@1" && areArguments(list, false)));
}

const REFERENCE = "$ACTION_REF_";

/** What a browser sends of a form before JavaScript. Its own fields may be anything. */
const isPostedForm = (body: FormData) =>
  [...body.keys()].every(
    (name) => !name.startsWith(REFERENCE) || isBound(body, name.slice(REFERENCE.length)),
  );

/** Whether Next.js looks for an action in a request. */
export const mayCallAction = ({ method, headers }: Request): boolean =>
  method === "POST" && (headers.has("next-action") || isMultipart(headers));

const isMultipart = (headers: Headers) => /^multipart\/form-data/i.test(headers.get("content-type") ?? "");

/**
 * Whether an action's arguments are such as React sends for a page of ours: plain values and forms. React's own decoder has many more
 * kinds, and takes what can't be one for a fault of the app.
 */
export async function hasPlainArguments(headers: Headers, body: ArrayBuffer): Promise<boolean> {
  if (!isMultipart(headers)) return areArguments(new TextDecoder().decode(body), false);
  const type = headers.get("content-type") ?? "";
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
  return form !== null && (headers.has("next-action") ? isCall(form) : isPostedForm(form));
}
