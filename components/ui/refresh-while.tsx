"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_MS = 3_000;
const MOST_TIMES = 100;

/** Reads the page anew every few seconds while something on it is under way and somebody looks, for five minutes at most. */
export const RefreshWhile = ({ on }: { on: boolean }) => {
  const router = useRouter();
  useEffect(() => {
    if (!on) return;
    let times = 0;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && times++ < MOST_TIMES) router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [on, router]);
  return null;
};
