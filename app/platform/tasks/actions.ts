"use server";

import { z } from "zod";
import { platformAction } from "@/lib/doors/platform";
import { id } from "@/lib/forms/fields";
import { endDeadTask } from "@/lib/tasks/verbs";

export const tryTaskAgain = platformAction({
  name: "task.again",
  form: z.object({ id }),
  run: (db, { id }) => endDeadTask(db, { id, again: true }),
  then: ({ task }) => ({ to: "/platform/tasks", message: `Tried again: ${task}.` }),
});

export const dropTask = platformAction({
  name: "task.drop",
  form: z.object({ id }),
  run: (db, { id }) => endDeadTask(db, { id, again: false }),
  then: ({ task }) => ({ to: "/platform/tasks", message: `Taken away: ${task}.` }),
});
