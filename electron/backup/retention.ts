import { isoLocal, type Stamp } from '#shared/kernel/stamp.ts'

/** How many backups are kept: the newest, and the newest of each of the last months that have any. */
export interface Retention {
  readonly newest: number
  readonly months: number
}

/** Which of a till's backups are kept no longer. @param backups in any order */
export function outlived<B extends { readonly madeAt: Stamp }>(
  backups: readonly B[],
  { newest, months }: Retention,
): readonly B[] {
  const byAge = backups.toSorted((a, b) => b.madeAt.utcMs - a.madeAt.utcMs)
  const kept = new Set<B>(byAge.slice(0, newest))
  const newestOf = new Map<string, B>()
  for (const backup of byAge) {
    const month = isoLocal(backup.madeAt).slice(0, 7)
    if (!newestOf.has(month)) newestOf.set(month, backup)
  }
  for (const backup of [...newestOf.values()].slice(0, months)) kept.add(backup)
  return byAge.filter((backup) => !kept.has(backup))
}
