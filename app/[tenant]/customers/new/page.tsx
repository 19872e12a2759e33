import { Form } from "@/components/form/form";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { office } from "@/lib/auth/roles";
import { view } from "@/lib/doors/view";
import { one, type SearchParams } from "@/lib/paging";
import { addCustomer } from "../actions";
import { CustomerFields } from "../customer-fields";
import { feature } from "../feature";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "New customer" };

export default async function NewCustomerPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  await view({ tenant, feature, allow: office }, async () => null);
  const home = `/${tenant}/customers`;
  return (
    <>
      <PageHeader title="New customer" breadcrumbs={[{ label: "Customers", href: home }]} />
      <Card className="max-w-3xl">
        <Form
          action={addCustomer.bind(null, tenant)}
          submit="Add customer"
          aside={
            <ButtonLink variant="ghost" href={home}>
              Cancel
            </ButtonLink>
          }
        >
          <CustomerFields customer={{ name: one((await searchParams).name) }} />
        </Form>
      </Card>
    </>
  );
}
