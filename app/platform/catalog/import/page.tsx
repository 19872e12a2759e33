import { randomUUID } from "node:crypto";
import { platform } from "@/lib/platform";
import { SectionHeader } from "../sections";
import { catalogueDay } from "../today";
import { Importer } from "./importer";

export const metadata = { title: "Import parts" };

export default async function ImportPage() {
  await platform(async () => null);
  return (
    <>
      <SectionHeader at="/import" />
      <Importer id={randomUUID()} today={catalogueDay()} />
    </>
  );
}
