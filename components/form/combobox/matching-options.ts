import type { Option } from "../inputs/select";

const MOST_SHOWN = 50;

/**
 * The options whose label or hint holds every word typed, at most a screenful. Labels that begin with the text come first, then those with a
 * word that does, then the rest, each in the order given: "state" offers State Farm before Allstate.
 */
export function matchingOptions(options: readonly Option[], text: string): readonly Option[] {
  const typed = text.trim().toLowerCase();
  const words = typed.split(/\s+/);
  return options
    .filter((option) => {
      const shown = `${option.label} ${option.hint ?? ""}`.toLowerCase();
      return words.every((word) => shown.includes(word));
    })
    .map((option) => ({ option, rank: rankOf(option.label.toLowerCase(), typed) }))
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST_SHOWN)
    .map(({ option }) => option);
}

function rankOf(label: string, typed: string): number {
  if (label.startsWith(typed)) return 0;
  return label.includes(` ${typed}`) ? 1 : 2;
}
