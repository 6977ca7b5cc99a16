import type { PrintJobView } from '#shared/contract/papers.ts'

/** A job that waits for a person: nothing of it is repeated or forgotten until they answer. */
export const asks = ({ state }: PrintJobView): boolean => state === 'notStarted' || state === 'unknown'
