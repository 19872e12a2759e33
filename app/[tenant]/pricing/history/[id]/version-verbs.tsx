import { ActionButton } from "@/components/form/action-button";
import type { VersionState } from "@/lib/domain/pricing/versions/version";
import { cancelSchedule, restoreVersion } from "../../actions";

type VersionVerbsProps = { tenant: string; version: { id: string; number: number; state: VersionState } };

/** What can be done with a version: one that waits is called off, one that holds no longer is brought back. */
export const VersionVerbs = ({ tenant, version: { id, number, state } }: VersionVerbsProps) => {
  if (state === "scheduled")
    return (
      <ActionButton
        action={cancelSchedule.bind(null, tenant)}
        fields={{ id }}
        confirm={{
          title: `Cancel version ${number}?`,
          body: "These prices will not come into force. The version stays in the history.",
          confirm: "Cancel version",
        }}
      >
        Cancel the schedule
      </ActionButton>
    );
  if (state === "in force") return null;
  return (
    <ActionButton
      action={restoreVersion.bind(null, tenant)}
      fields={{ id }}
      variant="secondary"
      confirm={{
        title: `Go back to version ${number}?`,
        body: "All prices, taxes, parts and costs are as in that version again, from today on, as a new version. Saved quotes stay as they are.",
        confirm: "Go back",
      }}
    >
      Go back to this version
    </ActionButton>
  );
};
