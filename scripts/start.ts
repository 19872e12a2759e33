import { demoLogins } from "../prisma/seed/demo/people.ts";
import { runApp } from "./tools/app/app.ts";
import { main } from "./tools/process/progress.ts";

await main(() => runApp("start", demoLogins));
