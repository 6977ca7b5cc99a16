/** One line of the bench table. */
export interface Row {
  readonly figure: string
  /** What it must be, in words: `p95 ≤ 5 ms`. */
  readonly bar: string
  readonly median: number
  /** `null` where a figure is one number, not a distribution. */
  readonly p95: number | null
  readonly unit: string
  /** What the same machine does for the bare minimum, in the same unit. */
  readonly yardstick?: string
  /** How many times the yardstick. */
  readonly ratio?: number
  /** Whether the bar was met in this run. */
  readonly met: boolean
}

/** One figure of the README's table; each file of this folder exports one as `figure`. */
export interface Figure {
  /** As given on the command line. */
  readonly name: string
  readonly bar: string
  run(): Promise<readonly Row[]>
}

/** @param q [0, 1] */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)
  return sorted[Math.max(0, at)] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5)
export const p95 = (samples: readonly number[]): number => quantile(samples, 0.95)

/**
 * What is held again and again, as growth a step. What is compiled late, or given back late, is one look among many; what
 * leaks rises between almost any two, so it is the median of all slopes (Theil and Sen).
 */
export function growthOf(looks: readonly number[]): number {
  const slopes = looks.flatMap((from, i) => looks.slice(i + 1).map((to, gap) => (to - from) / (gap + 1)))
  return median(slopes)
}

/** Milliseconds a synchronous piece of work takes. */
export function timed(work: () => void): number {
  const from = performance.now()
  work()
  return performance.now() - from
}
