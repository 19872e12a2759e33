import { randomUUID } from "node:crypto";
import { catalogDay } from "@/lib/domain/catalog/today";
import { platform } from "@/lib/doors/platform";
import { SectionHeader } from "../sections";
import { Importer } from "./importer";

export const metadata = { title: "Import parts" };

export default async function ImportPage() {
  await platform(async () => null);
  return (
    <>
      <SectionHeader at="/import" />
      <Importer id={randomUUID()} today={catalogDay()} />
    </>
  );
}
