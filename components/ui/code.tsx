/** A number that people read out to each other (part, VIN, claim): slashed zeros, equal widths, one click selects it. */
export const Code = ({ children }: { children: string }) => (
  <span className="font-mono text-[0.92em] tracking-normal slashed-zero tabular-nums select-all">
    {children}
  </span>
);
