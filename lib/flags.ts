/** Features that a shop has or has not. A feature names its flag in feature.ts; the doors and the nav read it. */
export const flags = {
  claims: "File insurance claims on jobs and follow them",
  dispatch: "Assign technicians and times to jobs",
} as const;

export type Flag = keyof typeof flags;
