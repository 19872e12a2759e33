import { Form } from "@/components/form/form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { VehicleFields } from "@/components/vehicle/vehicle-fields";
import { office } from "@/lib/auth/roles";
import { view } from "@/lib/view";
import { addVehicle } from "../../../actions";
import { feature } from "../../../feature";
import { getCustomer } from "../../../queries";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "New vehicle" };

export default async function NewVehiclePage({ params }: Props) {
  const { tenant, id } = await params;
  const customer = await view({ tenant, feature, allow: office }, (db) => getCustomer(db, id));
  const home = `/${tenant}/customers`;
  return (
    <>
      <PageHeader
        title="New vehicle"
        breadcrumbs={[
          { label: "Customers", href: home },
          { label: customer.name, href: `${home}/${id}` },
        ]}
      />
      <Card className="max-w-3xl">
        <Form
          action={addVehicle.bind(null, tenant)}
          submit="Add vehicle"
          aside={
            <ButtonLink variant="ghost" href={`${home}/${id}`}>
              Cancel
            </ButtonLink>
          }
        >
          <input type="hidden" name="customerId" value={id} />
          <VehicleFields decodeUrl={`${home}/vin`} />
        </Form>
      </Card>
    </>
  );
}
