"use server";

import { office } from "@/lib/auth/roles";
import { dayOf } from "@/lib/dates";
import { Assign, OneJob, spanText } from "@/lib/domain/scheduling/assignment";
import { assign, unassign } from "@/lib/domain/scheduling/verbs";
import { action } from "@/lib/doors/action";
import { feature } from "./feature";

const dayPage = (job: { scheduledOn: Date }) => `/dispatch?date=${dayOf(job.scheduledOn)}`;

export const assignTechnician = action({
  name: "dispatch.assign",
  feature,
  allow: office,
  form: Assign,
  run: async (db, input, { timeZone }) => {
    const { job, technician, span } = await assign(db, input, timeZone);
    return { job, technician, time: spanText(timeZone, span) };
  },
  then: ({ job, technician, time }) => ({
    subject: job.id,
    to: dayPage(job),
    message: `${technician} has job #${job.number}, ${time}.`,
    detail: { note: `${technician}, ${time}` },
  }),
});

export const unassignTechnician = action({
  name: "dispatch.unassign",
  feature,
  allow: office,
  form: OneJob,
  run: (db, { jobId }) => unassign(db, jobId),
  then: (job) => ({ to: dayPage(job), message: `Job #${job.number} is unassigned.` }),
});
