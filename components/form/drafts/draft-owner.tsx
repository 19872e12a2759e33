"use client";

import { createContext, type ReactNode, useContext, useEffect } from "react";
import { clearDraftsOfOthers } from "./draft-store";

const DraftOwner = createContext("");

/** Whose drafts the forms within keep; empty for a guest. */
export const useDraftOwner = () => useContext(DraftOwner);

/** The forms within keep drafts for one person, and nothing is left in this tab of what another had typed. @param owner tells people apart, and says no more. */
export const DraftsOf = ({ owner, children }: { owner: string; children: ReactNode }) => {
  useEffect(() => clearDraftsOfOthers(owner), [owner]);
  return <DraftOwner value={owner}>{children}</DraftOwner>;
};
