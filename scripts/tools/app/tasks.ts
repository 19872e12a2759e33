import { quoteFile } from "@/lib/domain/quotes/pdf/tasks";
import { mailTasks } from "@/lib/mail/tasks";
import type { Task } from "@/lib/tasks/task";

/** Every background task that the worker knows. */
export const tasks: Task[] = [...mailTasks({ "quote.pdf": quoteFile })];
