import { type BackupEnd, type BackupJob, type BackupStep, runBackupJob } from './run-backup-job.ts'

/** One job at a time: what is under way, and how far it is. */
export class OneJob {
  readonly #stop = new AbortController()
  readonly #changed: () => void
  #step: BackupStep | null = null
  #running: Promise<unknown> | null = null

  constructor(changed: () => void) {
    this.#changed = changed
  }

  /** `null`: nothing is under way. */
  get step(): BackupStep | null {
    return this.#step
  }

  get isRunning(): boolean {
    return this.#running !== null
  }

  /**
   * Does a work unless another is under way.
   * @param first what it shows until it says how far it is
   * @returns `null`: another is
   */
  begin<T>(first: BackupStep, work: () => Promise<T>): Promise<T> | null {
    if (this.#running !== null) return null
    this.#step = first
    const running = work().finally(() => {
      this.#running = null
      this.#step = null
      this.#changed()
    })
    // Whoever began it hears of a failure; who only waits for its end does not.
    this.#running = running.catch(() => undefined)
    this.#changed()
    return running
  }

  /** Part of a work that was begun. @returns `null`: the till closes. @throws a defect of its process */
  run(job: BackupJob): Promise<BackupEnd | null> {
    return runBackupJob(
      job,
      (step) => {
        this.#step = step
        this.#changed()
      },
      this.#stop.signal,
    )
  }

  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  async close(): Promise<void> {
    this.#stop.abort()
    await this.settled()
  }
}
