"use client";

import { signIn } from "next-auth/react";
import { useRef, useState } from "react";
import { Field } from "@/components/form/field";
import { TextInput } from "@/components/form/inputs/text-input";
import { Button } from "@/components/ui/buttons/button";
import { Callout } from "@/components/ui/callout";
import { Spinner } from "@/components/ui/spinner";

type Login = { email: string; password: string; as: string };

/** E-mail and password. @param next a path of ours to go to; @param demo logins to try, in a demo installation only. */
export const SignInForm = ({ next, demo }: { next: string; demo: readonly Login[] }) => {
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState("");
  const [pending, setPending] = useState(false);

  const enter = async (email: string, password: string) => {
    setPending(true);
    setProblem("");
    const answer = await signIn("credentials", { email, password, redirect: false }).catch(() => undefined);
    if (answer?.ok) {
      // A full load: nothing that was rendered for someone else stays in the browser.
      window.location.assign(next);
      return;
    }
    setPending(false);
    setProblem(
      answer
        ? "That e-mail and password do not match. After too many tries even the right ones are refused, for up to 15 minutes."
        : "The server could not be reached. Try again.",
    );
  };

  return (
    <>
      <form
        ref={form}
        method="post"
        className="space-y-4"
        aria-busy={pending}
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          void enter(String(data.get("email")), String(data.get("password")));
        }}
      >
        <div aria-live="polite">{problem && <Callout kind="danger">{problem}</Callout>}</div>
        <Field name="email" label="E-mail">
          <TextInput type="email" autoComplete="username" autoFocus />
        </Field>
        <Field name="password" label="Password">
          <TextInput type="password" autoComplete="current-password" />
        </Field>
        <Button type="submit" variant="primary" className="w-full" disabled={pending}>
          {pending && <Spinner />} Sign in
        </Button>
      </form>
      {demo.length > 0 && (
        <DemoLogins
          logins={demo}
          onChoose={(login) => enter(login.email, login.password)}
          pending={pending}
        />
      )}
    </>
  );
};

type DemoLoginsProps = { logins: readonly Login[]; onChoose: (login: Login) => void; pending: boolean };

const DemoLogins = ({ logins, onChoose, pending }: DemoLoginsProps) => (
  <section className="mt-8 border-t border-line pt-5">
    <h2 className="font-medium">Demo logins</h2>
    <p className="text-[0.8125rem] text-ink-faint">
      Shops, people and prices here are invented. Choose one to sign in.
    </p>
    <ul className="mt-3 space-y-1">
      {logins.map((login) => (
        <li key={login.email}>
          <button
            type="button"
            disabled={pending}
            onClick={() => onChoose(login)}
            className="flex min-h-11 w-full flex-col justify-center rounded-control border border-line px-3 py-1.5 text-left hover:bg-hover"
          >
            <span className="font-medium">{login.as}</span>
            <span className="text-[0.8125rem] text-ink-soft">{login.email}</span>
          </button>
        </li>
      ))}
    </ul>
  </section>
);
