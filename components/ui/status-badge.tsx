import { Badge, type Tone } from "./badge";

const words: Record<Tone, string> = {
  good: "accepted active approved authorized available completed done paid passed in_stock ok",
  info: "acknowledged booked dispatched invited sent submitted reported scheduled ordered queued reserved",
  accent: "in_progress en_route on_site started working ready ready_to_invoice received invoiced",
  warn: "authorization_pending short_paid disputed expiring kept low needs_review overdue partial partially_paid past_due pending waiting on_hold parts_pending trial",
  bad: "authorization_denied blocked canceled cancelled coverage_denied declined denied expired failed lost no_show out_of_stock rejected suspended void voided",
  neutral:
    "draft lead new open quoted closed adjusted archived inactive stopped not_sent rebilled self_pay written_off",
};

const toneOf = new Map<string, Tone>();
for (const tone of Object.keys(words) as Tone[]) {
  for (const word of words[tone].split(" ")) toneOf.set(word, tone);
}

type StatusBadgeProps = {
  /** The state as stored: `in_progress`, `IN_PROGRESS`, `inProgress` and `in progress` are one. */
  status: string;
  /** What to show in its place, where the trade has a better word. */
  label?: string;
  /** Overrides the tone that the word implies. */
  tone?: Tone;
};

/** A state as a badge: the word decides its color, and reads as people write it ("Short paid"). */
export const StatusBadge = ({ status, label, tone }: StatusBadgeProps) => {
  const word = status
    .trim()
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .replace(/[\s-]+/g, "_")
    .toLowerCase();
  const text = word.replaceAll("_", " ");
  return (
    <Badge dot tone={tone ?? toneOf.get(word) ?? "neutral"}>
      {label ?? text.charAt(0).toUpperCase() + text.slice(1)}
    </Badge>
  );
};
