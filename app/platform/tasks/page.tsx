import { ActionButton } from "@/components/form/action-button";
import { type Column, Table } from "@/components/list/table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { RefreshWhile } from "@/components/ui/refresh-while";
import { platform } from "@/lib/doors/platform";
import { deadTasks, taskCounts } from "@/lib/tasks/queries";
import { Utc } from "../utc";
import { dropTask, tryTaskAgain } from "./actions";

type Row = Awaited<ReturnType<typeof deadTasks>>[number];

export const metadata = { title: "Background tasks" };

export default async function TasksPage() {
  const { counts, dead } = await platform(async (db) => ({
    counts: await taskCounts(db),
    dead: await deadTasks(db),
  }));
  return (
    <>
      <PageHeader title="Background tasks" description={summary(counts)} />
      <RefreshWhile on={counts.waiting + counts.running > 0} />
      <Card flush title="Given up">
        <Table
          caption="Tasks that were given up, the newest first"
          rows={dead}
          rowKey={({ id }) => id}
          columns={columns}
          empty={
            <EmptyState
              icon={<Icon name="check" />}
              title="None"
              text="A task that fails is tried again for about an hour. What still fails then is listed here."
            />
          }
        />
      </Card>
    </>
  );
}

type Counts = Awaited<ReturnType<typeof taskCounts>>;

function summary({ waiting, running, dead, oldest }: Counts) {
  return (
    <>
      {waiting} waiting, {running} under way, {dead} given up.
      {oldest && (
        <>
          {" "}
          The oldest waits since <Utc at={oldest} /> UTC.
        </>
      )}
    </>
  );
}

const columns: Column<Row>[] = [
  { key: "task", header: "Task", cell: ({ task }) => <code>{task}</code> },
  { key: "shop", header: "Shop", cell: ({ shop }) => shop?.name ?? "The installation", phone: "line" },
  { key: "problem", header: "Last problem", cell: ({ problem }) => problem, phone: "line" },
  { key: "at", header: "Given up (UTC)", cell: ({ endedAt }) => <Utc at={endedAt} />, phone: "line" },
  {
    key: "verbs",
    header: "What to do",
    quiet: true,
    align: "right",
    cell: ({ id }) => (
      <span className="flex flex-wrap justify-end gap-1">
        <ActionButton size="sm" action={tryTaskAgain} fields={{ id }}>
          Try again
        </ActionButton>
        <ActionButton
          size="sm"
          variant="ghost"
          action={dropTask}
          fields={{ id }}
          confirm={{
            title: "Take this task away?",
            body: "It is not done, and is not tried again.",
            confirm: "Take away",
          }}
        >
          Take away
        </ActionButton>
      </span>
    ),
  },
];
