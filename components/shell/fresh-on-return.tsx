"use client";

import { useEffect } from "react";

/** A page that the browser kept whole and brings back by its Back button is loaded anew: who is signed in may be another by now. */
export const FreshOnReturn = () => {
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload();
    };
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, []);
  return null;
};
