import type { BackupSettings, BackupsView } from '#shared/contract/books/backups.ts'
import { refusalWords } from '#shared/i18n/refusals/refusal-words.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import type { Say } from '../../../i18n/Words.tsx'

/** `4,2 MB`, in the words of the language. */
export function sizeIn(bytes: number, say: Say): string {
  if (bytes < 1_000_000) return say('backups.size.kb', { count: String(Math.ceil(bytes / 1000)) })
  return say('backups.size.mb', { count: (bytes / 1_000_000).toFixed(1).replace('.', ',') })
}

/** `after each closing, and every 4 hours while a shift is open` */
export function scheduleIn({ afterClosing, everyHours }: BackupSettings, say: Say): string {
  const hours = everyHours === null ? null : say('backups.when.hours', { hours: everyHours })
  const closing = afterClosing ? say('backups.when.closing') : null
  if (closing !== null && hours !== null) return say('backups.when.both', { closing, hours })
  return closing ?? hours ?? say('backups.when.hand')
}

/** Why the last try came to nothing, and what to do. */
export function troubleIn(
  { why }: NonNullable<BackupsView['trouble']>,
  language: ScreenLanguage,
  say: Say,
): string {
  if (why === 'noPassphrase') return say('backups.trouble.noPassphrase')
  if (why === 'internal') return say('backups.trouble.internal')
  const { title, next } = refusalWords({ code: why }, language)
  return `${title}. ${next}`
}

/** Paths and names of files stand left to right in every language. */
export const isolated = (text: string): string => `\u2066${text}\u2069`
