declare module "pino-roll" {
  import type { DestinationStream } from "pino";

  /** Opens a file that begins anew each day and whenever it has grown to `size`. */
  export default function roll(options: {
    file: string;
    extension: string;
    dateFormat: string;
    frequency: "daily";
    size: string;
    limit: { count: number; removeOtherLogFiles: boolean };
    mode: number;
    sync: boolean;
  }): Promise<DestinationStream>;
}
