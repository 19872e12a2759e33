"use client";

import { useEffect, useRef, useState } from "react";
import { type Sample, unknownSample } from "@/lib/domain/pricing/sample";

type Found = { value: string; sample: Sample }[];

/**
 * The catalog part to price, by its number, with its list price of a day.
 * @param first what the page came with, of today; @param nagsNumber what is wanted now, undefined for the first. @param on empty for today
 * @returns the part, or the one before until the catalog has answered
 */
export function useSample(
  url: string,
  first: Sample | null,
  nagsNumber: string | undefined,
  on: string,
): Sample | null {
  const [sample, setSample] = useState(first);
  const known = useRef(new Map(first ? [[keyOf(first.part.nagsNumber ?? "", ""), first]] : []));
  const wanted = nagsNumber ?? first?.part.nagsNumber ?? "";

  useEffect(() => {
    const seen = known.current.get(keyOf(wanted, on));
    if (seen) setSample(seen);
    if (seen || !wanted) return;
    const asked = new AbortController();
    fetch(`${url}?q=${encodeURIComponent(wanted)}&on=${on}`, { signal: asked.signal })
      .then((response) => (response.ok ? (response.json() as Promise<Found>) : []))
      .then((found) => {
        const answer = found.find(({ value }) => value === wanted)?.sample ?? unknownSample(wanted);
        known.current.set(keyOf(wanted, on), answer);
        setSample(answer);
      })
      // A page that is left, or a network that is down: the part before stays.
      .catch(() => {});
    return () => asked.abort();
  }, [url, wanted, on]);
  return sample;
}

const keyOf = (nagsNumber: string, on: string) => `${nagsNumber} ${on}`;
