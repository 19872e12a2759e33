/** A key on the keyboard. */
export const Kbd = ({ children }: { children: string }) => (
  <kbd className="rounded-[0.3125rem] border border-line bg-sunken px-1.5 font-sans text-[0.6875rem]/4.5 font-medium text-ink-faint">
    {children}
  </kbd>
);
