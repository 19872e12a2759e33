"use client";

import { useEffect, useRef, useState } from "react";
import { type Sample, unknownSample } from "./preview";

type Found = { value: string; sample: Sample }[];

/**
 * The catalogue part to price, by its number.
 * @param first what the page came with; @param nagsNumber what is wanted now, undefined for the first
 * @returns the part, or the one before until the catalogue has answered
 */
export function useSample(url: string, first: Sample | null, nagsNumber: string | undefined): Sample | null {
  const [sample, setSample] = useState(first);
  const known = useRef(new Map(first ? [[first.part.nagsNumber ?? "", first]] : []));
  const wanted = nagsNumber ?? first?.part.nagsNumber ?? "";

  useEffect(() => {
    const seen = known.current.get(wanted);
    if (seen) setSample(seen);
    if (seen || !wanted) return;
    const asked = new AbortController();
    fetch(`${url}?q=${encodeURIComponent(wanted)}`, { signal: asked.signal })
      .then((response) => (response.ok ? (response.json() as Promise<Found>) : []))
      .then((found) => {
        const answer = found.find(({ value }) => value === wanted)?.sample ?? unknownSample(wanted);
        known.current.set(wanted, answer);
        setSample(answer);
      })
      // A page that is left, or a network that is down: the part before stays.
      .catch(() => {});
    return () => asked.abort();
  }, [url, wanted]);
  return sample;
}
