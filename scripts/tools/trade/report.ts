import type { Slip } from "./mutants.ts";

/** Of the slips that can be noticed, at least this share must be. */
const ENOUGH = 0.9;

const share = (slips: readonly Slip[]) => {
  const real = slips.filter(({ because }) => because === null);
  return real.length ? real.filter(({ noticed }) => noticed).length / real.length : 1;
};

const percent = (part: number) => `${(part * 100).toFixed(1)} %`.padStart(8);

const inOneLine = (text: string) => text.replace(/\s+/g, " ").slice(0, 90);

/** Prints what survived, each file's score, the files of which too little is noticed, and the score over all. @returns whether enough was noticed */
export function report(slips: readonly Slip[]): boolean {
  for (const { file, line, text, replacement, because } of slips.filter(({ noticed }) => !noticed))
    console.log(
      `${because ? "·" : "✗ SURVIVES"} ${file}:${line} ${inOneLine(text)} → ${inOneLine(replacement)}` +
        (because ? `\n    ${because}` : ""),
    );
  const scores = [...new Set(slips.map(({ file }) => file))].map((file) => {
    const its = slips.filter((slip) => slip.file === file);
    return { file, of: its.length, share: share(its) };
  });
  const say = ({ file, of, share }: (typeof scores)[number]) =>
    console.log(`${percent(share)}  of ${of}  ${file}`);
  console.log("\nNoticed");
  scores.forEach(say);
  const low = scores.filter((one) => one.share < ENOUGH).sort((one, other) => one.share - other.share);
  console.log(low.length ? `\nBelow ${ENOUGH * 100} %` : "");
  low.forEach(say);
  const known = slips.filter(({ because }) => because !== null).length;
  const real = slips.length - known;
  console.log(`${percent(share(slips))}  of ${real} slips; ${known} more change nothing that can be seen`);
  return share(slips) >= ENOUGH;
}
