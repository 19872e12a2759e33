import { Pagination } from "@/components/list/pagination";
import { type Column, Table } from "@/components/list/table";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { platform } from "@/lib/doors/platform";
import { listMails } from "@/lib/mail/outbox";
import { canMail } from "@/lib/mail/transport";
import { PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { Utc } from "../utc";

type Row = Awaited<ReturnType<typeof listMails>>["rows"][number];

export const metadata = { title: "Mail" };

export default async function OutboxPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const at = paging(query.page);
  const { rows, total } = await platform((db) => listMails(db, at));
  return (
    <>
      <PageHeader
        title="Mail"
        description={
          canMail()
            ? "The installation's own mails. Those of shops go to the mail server and are shown to the shop alone."
            : "Every mail of the installation and of its shops."
        }
      />
      {!canMail() && (
        <div className="mb-5">
          <Callout kind="warn" title="No mail server is set up">
            Mails end here and reach nobody. Set SMTP_URL and MAIL_FROM and start again.
          </Callout>
        </div>
      )}
      <Card flush>
        <Table
          caption="Mails, the newest first"
          rows={rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/platform/mail/${id}`}
          columns={columns}
          empty={
            <EmptyState
              icon={<Icon name="mail" />}
              title="No mail yet"
              text="Security alerts come here, and without a mail server all that shops send."
            />
          }
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

const columns: Column<Row>[] = [
  {
    key: "subject",
    header: "Subject",
    cell: ({ mailSubject }) => <span className="wrap-anywhere">{mailSubject}</span>,
  },
  { key: "to", header: "To", cell: ({ recipient }) => recipient, phone: "line" },
  { key: "shop", header: "From", cell: ({ shopId, shop }) => fromWhom(shopId, shop), phone: "line" },
  { key: "status", header: "Status", cell: ({ status }) => <StatusBadge status={status} />, phone: "aside" },
  { key: "at", header: "When (UTC)", cell: ({ createdAt }) => <Utc at={createdAt} />, phone: "line" },
];

const fromWhom = (shopId: string | null, shop: string | undefined) =>
  shopId ? (shop ?? "A shop that is gone") : "The installation";
