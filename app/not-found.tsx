import type { Metadata } from "next";
import { NoticePage } from "@/components/shell/notice-page";
import { ButtonLink } from "@/components/ui/buttons/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <NoticePage
      title="There is nothing here"
      actions={<ButtonLink href="/">Go to the start page</ButtonLink>}
    >
      <p>Check the address, or go back and try another way.</p>
    </NoticePage>
  );
}
