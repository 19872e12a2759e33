import { buttonLook } from "@/components/ui/buttons/button";

/** Says that earlier typing is back, and offers to throw it away. */
export const RestoredNote = ({ onDiscard }: { onDiscard: () => void }) => (
  <p className="flex items-center gap-1 text-[0.8125rem] text-ink-soft">
    Restored what you typed <span aria-hidden="true">·</span>
    <button
      type="button"
      className={`${buttonLook({ variant: "ghost", size: "sm" })} -my-2 underline`}
      onClick={onDiscard}
    >
      Discard
    </button>
  </p>
);
