"use client";

import { useContext } from "react";
import { FormContext } from "./form-context";

/** What the form is opened on, posted along with it. Once somebody else was quicker, it is what that left. */
export const ShownInput = ({ shown }: { shown: string }) => (
  <input type="hidden" name="shown" value={useContext(FormContext).shown ?? shown} />
);
