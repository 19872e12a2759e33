"use client";

import { Button, ButtonLink } from "@/components/ui/buttons/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Stat, StatRow } from "@/components/ui/stat";
import { HOME } from "../home";
import { FaultList } from "./fault-list";
import type { Progress } from "./use-import";

type ProgressCardProps = {
  progress: Progress;
  onStop: () => void;
  onGoOn: () => void;
  onImport: () => void;
  onBack: () => void;
};

const count = (number: number) => number.toLocaleString("en-US");

/** The third step and the last: what the rows would do, then what they did. */
export const ProgressCard = ({ progress, onStop, onGoOn, onImport, onBack }: ProgressCardProps) => {
  const { mode, state, added, changed, unchanged, faults, done, of } = progress;
  const checked = mode === "check" && state === "finished";
  return (
    <>
      <Card
        title={titleOf(progress)}
        footer={
          <div className="flex flex-wrap items-center justify-end gap-2">
            {state === "running" && <Button onClick={onStop}>Stop</Button>}
            {state !== "running" && (
              <Button variant="ghost" onClick={onBack}>
                Back to the columns
              </Button>
            )}
            {state === "stopped" && (
              <Button variant="primary" onClick={onGoOn}>
                Go on
              </Button>
            )}
            {mode === "import" && state === "finished" && <ButtonLink href={HOME}>See the parts</ButtonLink>}
            {checked && added + changed > 0 && (
              <Button variant="primary" onClick={onImport}>
                Import {count(added + changed)} {added + changed === 1 ? "part" : "parts"}
              </Button>
            )}
          </div>
        }
      >
        <progress
          aria-label={titleOf(progress)}
          value={done}
          max={of}
          className="mb-4 block h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
        />
        <div role="status">
          <Note progress={progress} />
        </div>
        <StatRow>
          <Stat label="New parts" value={count(added)} />
          <Stat label="Changed" value={count(changed)} />
          <Stat label="As they were" value={count(unchanged)} />
          <Stat
            label="Faults"
            value={count(faults.length)}
            note={faults.length > 0 && "Those rows are left out"}
          />
        </StatRow>
      </Card>
      {faults.length > 0 && <FaultList faults={faults} />}
    </>
  );
};

function titleOf({ mode, state, done, of }: Progress): string {
  if (state === "finished") return mode === "check" ? "Checked: nothing is saved yet" : "Imported";
  const doing = mode === "check" ? "Checking" : "Importing";
  return state === "stopped" ? `${doing} stopped` : `${doing}, ${Math.floor((done / of) * 100)} %`;
}

const Note = ({ progress: { mode, state, message, added, changed, faults } }: { progress: Progress }) => {
  if (state === "stopped")
    return (
      <div className="mb-4">
        <Callout kind="warn">
          {message} {mode === "import" && "What is counted below is saved. "}Go on from here, or begin again:
          no row is saved twice.
        </Callout>
      </div>
    );
  if (state === "finished" && mode === "import")
    return (
      <div className="mb-4">
        <Callout kind="success">Every shop has these parts from now on.</Callout>
      </div>
    );
  if (state === "finished" && added + changed === 0)
    return (
      <div className="mb-4">
        <Callout>
          {faults.length > 0 ? "No row can be imported as it is." : "The catalog says all of this already."}
        </Callout>
      </div>
    );
  return null;
};
