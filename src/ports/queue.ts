/** Work that must not be lost, in order within its group. Done is done: the handler is idempotent, delivery is at least once. */
export interface Queue<Job> {
  /** Resolves when the job is durable. Jobs of one group run one after another, in the order of sending. */
  send(job: Job, group: string): Promise<void>;
  /** Takes jobs until `stop`. A handler that throws a retryable error sees the job again. */
  work(handler: (job: Job) => Promise<void>): Promise<void>;
  /** Waits for the running handlers; takes no new jobs. */
  stop(): Promise<void>;
}
