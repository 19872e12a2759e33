"use client";

import { useEffect } from "react";
import { toast } from "sonner";

/** Shows the sentence that an action left for the page after it, once. @param path the cookie's path. */
export const Flash = ({ path }: { path: string }) => {
  // After every render: an action may lead back to the page it came from.
  useEffect(() => {
    const kept = document.cookie.split("; ").find((cookie) => cookie.startsWith("flash="));
    if (!kept) return;
    document.cookie = `flash=; path=${path}; max-age=0`;
    toast.success(decodeURIComponent(decodeURIComponent(kept.slice("flash=".length))));
  });
  return null;
};
