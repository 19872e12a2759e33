import { platform } from "@/lib/platform";
import { SectionHeader } from "../sections";
import { Importer } from "./importer";

export const metadata = { title: "Import parts" };

export default async function ImportPage() {
  const today = await platform(async () => new Date().toISOString().slice(0, 10));
  return (
    <>
      <SectionHeader at="/import" />
      <Importer today={today} />
    </>
  );
}
