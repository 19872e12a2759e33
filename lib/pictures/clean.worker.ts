import { serveJobs } from "../workers/serve-jobs";
import { cleanPicture } from "./clean";

serveJobs(cleanPicture);
