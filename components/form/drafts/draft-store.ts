import type { Draft } from "./draft";

const PREFIX = "draft:";

/** Signed out on this page: what a form would still keep is kept no more. */
let closed = false;

/** The draft under a key, or null; also null where the browser keeps no session storage. */
export function readDraft(key: string): Draft | null {
  const text = withStorage((storage) => storage.getItem(PREFIX + key));
  return text ? (JSON.parse(text) as Draft) : null;
}

/** Keeps a draft until the tab closes; null removes it. */
export function writeDraft(key: string, draft: Draft | null) {
  if (draft && closed) return;
  withStorage((storage) =>
    draft ? storage.setItem(PREFIX + key, JSON.stringify(draft)) : storage.removeItem(PREFIX + key),
  );
}

/** The answer was no success: what was sent is a draft again, for the page to restore when it comes back. */
export function keepSentDrafts() {
  for (const key of draftKeys()) {
    const draft = readDraft(key);
    if (draft?.sent) writeDraft(key, { ...draft, sent: false });
  }
}

/** Forgets every draft, for good: the next person at this counter must not find them. */
export function clearDrafts() {
  closed = true;
  for (const key of draftKeys()) writeDraft(key, null);
}

/** The key under which a form of this person's keeps its draft. */
export const draftKeyOf = (owner: string, path: string, form: string) => `${owner}:${path}#${form}`;

/** Forgets what others had typed in this tab. */
export function clearDraftsOfOthers(owner: string) {
  for (const key of draftKeys()) if (!key.startsWith(`${owner}:`)) writeDraft(key, null);
}

const draftKeys = () =>
  withStorage((storage) =>
    Object.keys(storage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length)),
  ) ?? [];

function withStorage<Result>(use: (storage: Storage) => Result): Result | null {
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}
