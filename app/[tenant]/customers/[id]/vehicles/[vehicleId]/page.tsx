import { Form } from "@/components/form/form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { VehicleFields } from "@/components/vehicle/vehicle-fields";
import { office } from "@/lib/auth/roles";
import { carName } from "@/lib/glass/car";
import { view } from "@/lib/view";
import { editVehicle } from "../../../actions";
import { feature } from "../../../feature";
import { getVehicle } from "../../../queries";

type Props = { params: Promise<{ tenant: string; id: string; vehicleId: string }> };

export const metadata = { title: "Vehicle" };

export default async function VehiclePage({ params }: Props) {
  const { tenant, id, vehicleId } = await params;
  const vehicle = await view({ tenant, feature, allow: office }, (db) => getVehicle(db, id, vehicleId));
  const home = `/${tenant}/customers`;
  return (
    <>
      <PageHeader
        title={carName(vehicle)}
        breadcrumbs={[
          { label: "Customers", href: home },
          { label: vehicle.customer.name, href: `${home}/${id}` },
        ]}
      />
      <Card className="max-w-3xl">
        <Form
          action={editVehicle.bind(null, tenant)}
          submit="Save"
          aside={
            <ButtonLink variant="ghost" href={`${home}/${id}`}>
              Cancel
            </ButtonLink>
          }
        >
          <input type="hidden" name="id" value={vehicleId} />
          <input type="hidden" name="customerId" value={id} />
          <VehicleFields decodeUrl={`${home}/vin`} vehicle={vehicle} />
        </Form>
      </Card>
    </>
  );
}
