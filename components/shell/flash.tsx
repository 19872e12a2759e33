"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { toast } from "sonner";

/** Shows the sentence that an action left for the page after it, once. @param path the cookie's path. */
export const Flash = ({ path }: { path: string }) => {
  const here = usePathname();
  useEffect(() => {
    const kept = document.cookie.split("; ").find((cookie) => cookie.startsWith("flash="));
    if (!kept) return;
    document.cookie = `flash=; path=${path}; max-age=0`;
    toast.success(decodeURIComponent(decodeURIComponent(kept.slice("flash=".length))));
  }, [here, path]);
  return null;
};
