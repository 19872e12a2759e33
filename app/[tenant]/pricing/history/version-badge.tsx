import { Badge, type Tone } from "@/components/ui/badge";
import type { VersionState } from "@/lib/domain/pricing/versions/version";

const looks: Record<VersionState, { label: string; tone: Tone }> = {
  "in force": { label: "In force", tone: "good" },
  scheduled: { label: "Scheduled", tone: "info" },
  cancelled: { label: "Cancelled", tone: "neutral" },
  earlier: { label: "Earlier", tone: "neutral" },
};

/** Where a version of the prices stands. */
export const VersionBadge = ({ state }: { state: VersionState }) => (
  <Badge tone={looks[state].tone} dot>
    {looks[state].label}
  </Badge>
);
