import type { ReactNode } from "react";
import { Panel } from "./panel";
import { SignOutSlot } from "./sign-out-slot";

type UserPanelProps = {
  user: { name: string; email: string };
  /** A form that posts the sign-out, with its button. */
  signOut: ReactNode;
};

/** Who is signed in, and the way out. */
export const UserPanel = ({ user, signOut }: UserPanelProps) => (
  <Panel
    label={`Signed in as ${user.name}`}
    openerClassName="grid size-11 place-items-center rounded-control transition-colors hover:bg-hover md:size-9"
    opener={
      <span
        aria-hidden="true"
        className="grid size-7 place-items-center rounded-full border border-accent-line bg-accent-soft text-[0.6875rem] font-semibold text-accent-ink"
      >
        {initialsOf(user.name)}
      </span>
    }
    className="inset-auto top-14 right-3 w-64 rounded-card p-1.5 md:right-5"
  >
    <div className="px-2.5 py-1.5">
      <p className="truncate font-medium">{user.name}</p>
      <p className="truncate text-[0.8125rem] text-ink-faint">{user.email}</p>
    </div>
    <hr className="my-1.5 border-line" />
    <SignOutSlot>{signOut}</SignOutSlot>
  </Panel>
);

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
