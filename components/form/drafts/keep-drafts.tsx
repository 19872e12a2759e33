"use client";

import { useEffect } from "react";
import { keepSentDrafts } from "./draft-store";

/** Put this on a page that stands where a form's answer should have been: what was typed comes back with the form. */
export const KeepDrafts = () => {
  useEffect(keepSentDrafts, []);
  return null;
};
