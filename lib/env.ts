import { z } from "zod";
import { PRODUCT } from "./product";

/** A setting that may be left out; set to nothing counts as left out. */
const optional = <Setting extends z.ZodType>(setting: Setting) =>
  z.preprocess((value) => (value === "" ? undefined : value), setting.optional());

const atLeastOne = z.coerce.number().int().min(1);

const Env = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "must be the Postgres address of the app's role",
  }),
  ANALYTICS_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TENANCY_KEY: z.string().regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal characters"),
  NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  /** Logins to offer on the sign-in page of a demo installation, as JSON. */
  DEMO_LOGINS: z
    .string()
    .default("[]")
    .transform((json) => JSON.parse(json))
    .pipe(z.array(z.object({ email: z.string(), password: z.string(), as: z.string() }))),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  /**
   * Proxies of our own before the app, each of which adds to X-Forwarded-For; 0 believes the connection alone. The app itself speaks plain
   * http, so left out it is 1 where the public address is https, and 0 elsewhere.
   */
  TRUSTED_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .default(process.env.NEXTAUTH_URL?.startsWith("https://") ? 1 : 0),
  /** Where the app lives for the public, for links in mails. */
  NEXTAUTH_URL: optional(z.url()),
  /** The mail server, such as `smtps://user:password@mail.example`. Without it none are sent. */
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  /** How log lines are written to the terminal: `pretty`, or `json`, a line each. */
  LOG_FORMAT: optional(z.enum(["pretty", "json"])),
  /** Where the log is kept as files as well. */
  LOG_FOLDER: optional(z.string()),
  MAIL_FROM: z.string().default(`${PRODUCT.name} <no-reply@localhost>`),
  /** Who is told when somebody tries again and again to get at other shops or into an account. */
  SECURITY_ALERT_EMAIL: optional(z.email()),
  /** So many attempts at other shops by one person within fifteen minutes are worth a mail. */
  SECURITY_ALERT_ATTEMPTS: atLeastOne.default(5),
  /** So many failed sign-ins on one account within fifteen minutes are worth a mail. */
  SECURITY_ALERT_SIGN_INS: atLeastOne.default(20),
});

let parsed: z.infer<typeof Env> | undefined;

/**
 * The server's settings, read once.
 * @throws one error that names every setting that is missing or wrong, and none of their values.
 */
export function env(): z.infer<typeof Env> {
  if (parsed) return parsed;
  const result = Env.safeParse(process.env);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not complete:\n${problems.join("\n")}`);
  }
  parsed = result.data;
  return parsed;
}
