import { runApp } from "./app.ts";
import { main } from "./progress.ts";

await main(() => runApp("dev"));
