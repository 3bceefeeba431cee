/** Work that must not be lost, in order within its group. Done is done: the worker is idempotent, delivery is at least once. */
export interface Queue<Job> extends JobSender<Job> {
  /** Takes jobs until `stop`. A worker that throws a retryable error sees the job again. */
  work(worker: Worker<Job>): Promise<void>;
  /** Waits for the running workers; takes no new jobs. */
  stop(): Promise<void>;
}

/** The end of a queue that whoever makes work holds. */
export interface JobSender<Job> {
  /** Resolves when the job is durable. Jobs of one group run one after another, in the order of sending. */
  send(job: Job, group: string): Promise<void>;
}

export type Worker<Job> = (job: Job, turn: Turn) => Promise<void>;

/** Which try it is: what must not be left half done is to be ended in the last one. */
export interface Turn {
  /** 1 the first time. */
  readonly attempt: number;
  /** True when the queue gives the job up if this try fails. */
  readonly last: boolean;
}
