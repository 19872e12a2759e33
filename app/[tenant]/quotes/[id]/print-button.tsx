"use client";

import { Button } from "@/components/ui/button";

/** Prints the page as the customer's copy. */
export const PrintButton = () => (
  <Button variant="ghost" onClick={() => window.print()}>
    Print
  </Button>
);
