import type { Metadata } from "next";
import { KeepDrafts } from "@/components/form/drafts/keep-drafts";
import { NoticePage } from "@/components/shell/notice-page";
import { SignInLink } from "@/components/shell/sign-in-link";

export const metadata: Metadata = { title: "Signed out" };

export default function Unauthorized() {
  return (
    <NoticePage title="Your session ended" actions={<SignInLink />}>
      <KeepDrafts />
      <p>Nothing you typed is lost: sign in, and you are back where you were.</p>
    </NoticePage>
  );
}
