"use client";

import { useEffect, useState } from "react";

const PAUSE_MS = 150;

type Answer<Data> = { url: string; data: Data | null };

/**
 * What a URL answers, asked again whenever it changes and typing has paused. A null URL asks nothing.
 * @returns `data` of this very URL, or null; `pending` until it is there; `failed` when it did not come
 */
export function useLookup<Data>(url: string | null) {
  const [answer, setAnswer] = useState<Answer<Data> | null>(null);
  useEffect(() => {
    if (!url) return;
    const asked = new AbortController();
    const timer = setTimeout(async () => {
      const data = await fetch(url, { signal: asked.signal })
        .then((response) => (response.ok ? (response.json() as Promise<Data>) : null))
        .catch(() => null);
      if (!asked.signal.aborted) setAnswer({ url, data });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [url]);
  const current = url !== null && answer?.url === url ? answer : null;
  return {
    data: current?.data ?? null,
    pending: url !== null && !current,
    failed: current !== null && current.data === null,
  };
}
