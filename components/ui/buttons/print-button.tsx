"use client";

import { Printer } from "lucide-react";
import { Button } from "./button";

/** Opens the browser's print dialog; paper leaves out what is not for it. */
export const PrintButton = ({ label = "Print" }: { label?: string }) => (
  <Button variant="ghost" onClick={() => window.print()}>
    <Printer aria-hidden="true" /> {label}
  </Button>
);
