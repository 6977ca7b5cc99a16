import {
  type BackupSettings,
  type BackupsView,
  shortestPassphrase,
  usualBackups,
} from '#shared/contract/books/backups.ts'

/** What an owner has typed of where backups go. */
export interface BackupDraft {
  readonly folder: string
  readonly afterClosing: boolean
  /** `'0'`: not by the hour. */
  readonly hours: string
  readonly passphrase: string
  readonly again: string
}

export const hourChoices = ['0', '1', '2', '4', '8', '12'] as const

export function draftOf({ settings }: Pick<BackupsView, 'settings'>): BackupDraft {
  const { afterClosing, everyHours } = settings ?? usualBackups
  return {
    folder: settings?.folder ?? '',
    afterClosing,
    hours: String(everyHours ?? 0),
    passphrase: '',
    again: '',
  }
}

export type BackupFault = 'backups.form.where.wrong' | 'backups.form.short' | 'backups.form.differs'

/** What is wrong with each entry. @param hasOne a passphrase is kept, and goes on where none is typed */
export function faultsOf(
  { folder, passphrase, again }: BackupDraft,
  hasOne: boolean,
): { readonly folder?: BackupFault; readonly passphrase?: BackupFault; readonly again?: BackupFault } {
  const keeps = hasOne && passphrase === '' && again === ''
  return {
    ...(folder.trim() === '' && { folder: 'backups.form.where.wrong' as const }),
    ...(!keeps &&
      [...passphrase].length < shortestPassphrase && { passphrase: 'backups.form.short' as const }),
    ...(passphrase !== again && { again: 'backups.form.differs' as const }),
  }
}

export function settingsOf(draft: BackupDraft, before: BackupSettings | null): BackupSettings {
  const hours = Number(draft.hours)
  return {
    folder: draft.folder.trim(),
    afterClosing: draft.afterClosing,
    everyHours: hours === 0 ? null : hours,
    keep: before?.keep ?? usualBackups.keep,
  }
}
