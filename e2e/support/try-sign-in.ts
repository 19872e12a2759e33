import { Agent, request } from "node:http";

const base = new URL(process.env.E2E_BASE_URL ?? "http://localhost");

type Answer = { status: number; body: string; cookies: string[] };

/** A plain request from an address of this machine, such as `127.0.0.9`: the whole of 127.0.0.0/8 is ours. */
function send(
  from: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = "",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: "127.0.0.1", port: base.port, localAddress: from, method, path, headers, agent: new Agent() },
      (answer) => {
        let text = "";
        answer.on("data", (chunk) => {
          text += chunk;
        });
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: text,
            cookies: answer.headers["set-cookie"] ?? [],
          }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

/** One try to sign in, from an address of one's own. @returns the status: 200 or 401. */
export async function trySignIn(
  from: string,
  email: string,
  password: string,
  headers: Record<string, string> = {},
): Promise<number> {
  const csrf = await send(from, "GET", "/api/auth/csrf");
  const form = new URLSearchParams({
    csrfToken: JSON.parse(csrf.body).csrfToken,
    email,
    password,
    json: "true",
  });
  const cookie = csrf.cookies.map((one) => one.split(";")[0]).join("; ");
  const sent = { cookie, "content-type": "application/x-www-form-urlencoded", ...headers };
  return (await send(from, "POST", "/api/auth/callback/credentials", sent, form.toString())).status;
}
