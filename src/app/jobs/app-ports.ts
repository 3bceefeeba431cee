/** What the App's use cases need of the world. One process has one; each job opens what is its own. */

import type { Clock } from "../../ports/clock.ts";
import type { CodeHost } from "../../ports/code-host.ts";
import type { Log } from "../../ports/log.ts";
import type { JobSender } from "../../ports/queue.ts";
import type { CommentRenderer } from "../../render/markdown/render-comment.ts";
import type { Engine } from "../analysis/engine.ts";
import type { Job } from "./job.ts";

export interface AppPorts {
  openCodeHost(installation: number): CodeHost;
  /** A fresh one for each job: what it has read would otherwise stay in memory for ever. */
  openEngine(): Engine;
  readonly renderComment: CommentRenderer;
  readonly jobs: JobSender<Job>;
  readonly clock: Clock;
  readonly log: Log;
}
