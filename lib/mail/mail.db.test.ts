import { randomUUID } from "node:crypto";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";

// What becomes of a mail: with a real mail server, one that refuses, one that is not there, and none.
let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
let server: SMTPServer;
let post: typeof import("./post");
let tasks: ReturnType<typeof import("./tasks").mailTasks>;
const taken: string[] = [];
const answers = { recipient: null as number | null, data: null as number | null };
const file = { found: true, broken: false };

const failure = (code: number) => Object.assign(new Error(`no such user ${code}`), { responseCode: code });

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: (_address, _session, done) => (answers.recipient ? done(failure(answers.recipient)) : done()),
    onData(stream, _session, done) {
      let mail = "";
      stream.on("data", (chunk) => {
        mail += chunk;
      });
      stream.on("end", () => {
        if (answers.data) return done(failure(answers.data));
        taken.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as { port: number };
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
  vi.stubEnv("MAIL_FROM", "Glass <no-reply@glass.example>");
  database = await openTestDatabase({ own: true });
  vi.stubEnv("DATABASE_URL", database.appUrl);
  kernel = database.open();
  shop = await mintTenant(kernel, "North Glass");
  await load();
});
afterAll(async () => {
  await database.close();
  await new Promise<void>((resolve) => server.close(resolve));
  vi.unstubAllEnvs();
});
beforeEach(() => {
  taken.length = 0;
  Object.assign(answers, { recipient: null, data: null });
  Object.assign(file, { found: true, broken: false });
});

/** Reads the modules anew, as settings are read once. */
async function load() {
  vi.resetModules();
  post = await import("./post");
  const { mailTasks } = await import("./tasks");
  tasks = mailTasks({
    "test.pdf": async (db, id, ofShop) =>
      file.found
        ? {
            name: `${(await db.tenant.findFirstOrThrow()).name}-${id.slice(0, 2)}.pdf`,
            make: async () => {
              if (file.broken || ofShop !== shop) throw new Error("no ink");
              return new Uint8Array([37, 80, 68, 70]);
            },
          }
        : null,
  });
}

const about = { kind: "quote", id: randomUUID() };
const letter = {
  to: "jose@example.com",
  subject: "Your quote",
  text: "Hello José",
  from: "North Glass",
  about,
};
const posted = async (more: object = {}) =>
  (await kernel.withTenant(shop, (db) => post.postMail(db, { ...letter, ...more }))).id;
const send = (id: string, { number = 1, last = false, name = "mail.send", scope = shop as string } = {}) =>
  tasks.find((task) => task.name === name)?.run({ id }, { id: randomUUID(), scope, number, last });
const read = async (id: string) => {
  const mail = await kernel.withTenant(shop, (db) => db.mail.findFirstOrThrow({ where: { id } }));
  const { status, attempts, problem, reply, sentAt } = mail;
  return { status, attempts, problem, reply, sent: sentAt !== null };
};

describe("a mail of a shop's", () => {
  it("is sent once, under the shop's name and a Message-ID of its own", async () => {
    const id = await posted({ replyTo: "desk@north.example" });
    expect(await read(id)).toMatchObject({ status: "waiting", sent: false });
    await send(id);
    await send(id);
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatch(/^From: North Glass <no-reply@glass.example>/m);
    expect(taken[0]).toMatch(/^Reply-To: desk@north.example/m);
    expect(taken[0]).toMatch(/^To: jose@example.com/m);
    expect(taken[0]).toContain(`Message-ID: <${id}@glass.example>`);
    expect(await read(id)).toEqual({ status: "sent", attempts: 1, problem: null, reply: "", sent: true });
  });

  it("takes its file along, made in the same shop", async () => {
    const id = await posted({ attachment: { kind: "test.pdf", id: about.id } });
    await send(id);
    expect(taken[0]).toMatch(new RegExp(`filename="?North Glass-${about.id.slice(0, 2)}.pdf`));
    expect(taken[0]).toContain(Buffer.from("%PDF").toString("base64"));
  });

  it("does not go out once its file would show something else", async () => {
    file.found = false;
    const id = await posted({ attachment: { kind: "test.pdf", id: about.id } });
    await send(id);
    expect([taken.length, await read(id)]).toMatchObject([0, { status: "stopped", problem: "changed" }]);
  });

  it("waits when its file can't be made, and is given up with it", async () => {
    file.broken = true;
    const id = await posted({ attachment: { kind: "test.pdf", id: about.id } });
    await expect(send(id)).rejects.toThrow("no ink");
    expect(await read(id)).toMatchObject({ status: "waiting", problem: "file", attempts: 1 });
    await expect(send(id, { number: 8, last: true })).rejects.toThrow("no ink");
    expect(await read(id)).toMatchObject({ status: "failed", problem: "file", attempts: 8 });
  });

  it.each([550, 553])(
    "that the server refuses for good (%i) is given up at once, with its words",
    async (code) => {
      answers.recipient = code;
      const id = await posted();
      await send(id);
      expect(await read(id)).toEqual({
        status: "failed",
        attempts: 1,
        problem: "refused",
        reply: expect.stringContaining(`no such user ${code}`),
        sent: false,
      });
      answers.recipient = null;
      await send(id, { number: 2 });
      expect(await read(id)).toMatchObject({ status: "sent", problem: null, reply: "" });
    },
  );

  it("that the server refuses for now (451) waits for the next try, and the last is given up", async () => {
    answers.data = 451;
    const id = await posted();
    await expect(send(id, { number: 3 })).rejects.toThrow("not taken");
    expect(await read(id)).toMatchObject({ status: "waiting", attempts: 3, problem: "unreachable" });
    await expect(send(id, { number: 8, last: true })).rejects.toThrow("not taken");
    expect(await read(id)).toMatchObject({ status: "failed", attempts: 8 });
  });

  it("that was stopped is not sent; one that is sent can't be stopped", async () => {
    const [stopped, sent] = [await posted(), await posted()];
    await send(sent);
    await kernel.withTenant(shop, async (db) => {
      await post.stopMail(db, stopped);
      await post.stopMail(db, sent);
    });
    await send(stopped);
    expect(taken).toHaveLength(1);
    expect([(await read(stopped)).status, (await read(sent)).status]).toEqual(["stopped", "sent"]);
  });

  it("is found by nobody else's task", async () => {
    const other = await mintTenant(kernel, "South Glass");
    const id = await posted();
    await send(id, { scope: other });
    expect([taken.length, (await read(id)).status]).toEqual([0, "waiting"]);
  });

  it("goes into the queue once more when it is tried again", async () => {
    const id = await posted();
    const queued = async () =>
      (
        await database.admin.query(
          "select count(*)::int as count from pgboss.job where data -> 'input' ->> 'id' = $1",
          [id],
        )
      ).rows[0].count;
    const again = () => kernel.withTenant(shop, (db) => post.tryMailAgain(db, id));
    await again();
    expect(await queued()).toBe(1);
    await kernel.withTenant(shop, (db) =>
      db.mail.updateMany({
        where: { id },
        data: { status: "failed", attempts: 8, problem: "refused", reply: "x" },
      }),
    );
    await again();
    expect(await queued()).toBe(2);
    expect(await read(id)).toEqual({ status: "waiting", attempts: 0, problem: null, reply: "", sent: false });
  });
});

describe("a mail of the installation's", () => {
  const one = () =>
    kernel.withSystem((db) =>
      post.postSystemMail(db, { to: "ops@glass.example", subject: "Alert", text: "Five" }),
    );
  const state = (id: string) => kernel.withSystem((db) => db.systemMail.findUniqueOrThrow({ where: { id } }));

  it("is sent once, and is no task of a shop's", async () => {
    const { id } = await one();
    await expect(send(id, { name: "system_mail.send" })).rejects.toThrow(/enqueued by a shop/);
    for (let time = 0; time < 2; time++) await send(id, { name: "system_mail.send", scope: "system" });
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatch(/^From: Glass <no-reply@glass.example>/m);
    expect(await state(id)).toMatchObject({ status: "sent", sentAt: expect.any(Date) });
  });

  it("is tried again once it was given up", async () => {
    answers.recipient = 550;
    const { id } = await one();
    await send(id, { name: "system_mail.send", scope: "system" });
    expect(await state(id)).toMatchObject({ status: "failed", problem: "refused" });
    await kernel.withSystem((db) => post.trySystemMailAgain(db, id));
    expect(await state(id)).toMatchObject({ status: "waiting", problem: null });
  });
});

describe("where no mail server is", () => {
  it("to be reached, a mail waits", async () => {
    const { SMTP_URL = "" } = process.env;
    vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:9");
    await load();
    const id = await posted();
    await expect(send(id)).rejects.toThrow("not taken");
    expect(await read(id)).toMatchObject({ status: "waiting", problem: "unreachable" });
    vi.stubEnv("SMTP_URL", SMTP_URL);
  });

  it("set, a shop's mail is kept, and copied to the outbox with whose it is and what goes along", async () => {
    const { SMTP_URL = "" } = process.env;
    vi.stubEnv("SMTP_URL", "");
    await load();
    const { listMails, mailOf } = await import("./outbox");
    const id = await posted({ attachment: { kind: "test.pdf", id: about.id } });
    await send(id);
    expect(await read(id)).toMatchObject({ status: "kept", sent: false });
    const copy = await kernel.withSystem((db) => mailOf(db, id));
    expect(copy).toMatchObject({
      shop: "North Glass",
      recipient: "jose@example.com",
      mailSubject: "Your quote",
      body: "Hello José",
      files: [`North Glass-${about.id.slice(0, 2)}.pdf`],
      status: "kept",
    });
    const { rows } = await kernel.withSystem((db) => listMails(db, { skip: 0, take: 200 }));
    expect(rows.find((row) => row.id === id)).toMatchObject({ shop: "North Glass", shopId: shop });
    expect(rows[0]).not.toHaveProperty("body");
    const { id: own } = await kernel.withSystem((db) =>
      post.postSystemMail(db, { to: "ops@glass.example", subject: "Alert", text: "Five" }),
    );
    await send(own, { name: "system_mail.send", scope: "system" });
    expect((await kernel.withSystem((db) => mailOf(db, own))).status).toBe("kept");
    vi.stubEnv("SMTP_URL", SMTP_URL);
  });
});
