"use client";

import { useState } from "react";
import { Table } from "@/components/list/table";
import { Button } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { faultsCsv } from "@/lib/domain/catalog/import/faults-csv";
import type { ImportFault } from "@/lib/domain/catalog/import/read-rows";
import { saveFile } from "./save-file";

const A_PAGE = 50;

/** Which rows are left out and why, a page at a time, and all of them as a file. */
export const FaultList = ({ faults }: { faults: ImportFault[] }) => {
  const [page, setPage] = useState(0);
  const last = Math.max(0, Math.ceil(faults.length / A_PAGE) - 1);
  const at = Math.min(page, last);
  const shown = faults.slice(at * A_PAGE, (at + 1) * A_PAGE);
  return (
    <Card
      flush
      title="Rows that are left out"
      description="Rows are counted from the top of the file."
      actions={
        <Button size="sm" onClick={() => saveFile("rows-left-out.csv", faultsCsv(faults))}>
          Download as CSV
        </Button>
      }
      footer={
        last > 0 && (
          <div className="flex items-center justify-between gap-4">
            <p className="text-[0.8125rem] text-ink-faint tabular-nums">
              {at * A_PAGE + 1}–{at * A_PAGE + shown.length} of {faults.length.toLocaleString("en-US")}
            </p>
            <div className="flex gap-2">
              <Button size="sm" disabled={at === 0} onClick={() => setPage(at - 1)}>
                Previous
              </Button>
              <Button size="sm" disabled={at === last} onClick={() => setPage(at + 1)}>
                Next
              </Button>
            </div>
          </div>
        )
      }
    >
      <Table
        caption="Rows that are left out"
        rows={shown}
        rowKey={({ row, column, message }) => `${row} ${column} ${message}`}
        columns={[
          { key: "row", header: "Row", cell: ({ row }) => `Row ${row.toLocaleString("en-US")}` },
          { key: "column", header: "Column", cell: ({ column }) => column, phone: "line" },
          {
            key: "message",
            header: "What is wrong",
            cell: ({ message }) => <span className="wrap-anywhere">{message}</span>,
            phone: "line",
          },
        ]}
      />
    </Card>
  );
};
