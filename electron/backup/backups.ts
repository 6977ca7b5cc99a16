import type { BackupCard, BackupSettings, BackupsView } from '#shared/contract/books/backups.ts'
import type { Answer } from '#shared/contract/contract.ts'

/** What is asked of one backup that is brought back into a till that nobody has set up. */
export interface RestoreWish {
  readonly path: string
  readonly passphrase: string
  readonly lastTicketSeen: number | null
  readonly anyway: boolean
}

/** Backups of a till: where, when, what came of them. One is made, read or brought back at a time. */
export interface Backups {
  view(): BackupsView
  watch(listener: (view: BackupsView) => void): () => void
  /** Folders of disks that are plugged in. */
  places(): Promise<readonly string[]>
  /** Refused as `folderUnwritable`, or `badInput` with `field`. @param passphrase `null`: the one that is kept */
  configure(settings: BackupSettings, passphrase: string | null): Promise<Answer>
  /** Begins one. Refused as `booksBusy`, or `badInput` where nobody said where to. */
  backUp(): Answer
  /** Newest first. Refused as `folderUnwritable`. */
  list(): Promise<Answer<readonly BackupCard[]>>
  /** @param file a name in the folder. @param passphrase `null`: the one that is kept */
  verify(file: string, passphrase: string | null): Promise<Answer>
  /** Refused as `forbidden` where there is no keychain that keeps it, or no key to keep. */
  sealKey(): Promise<Answer>
  /** @param folder `null`: wherever a disk is plugged in */
  find(folder: string | null): Promise<Answer<readonly BackupCard[]>>
  /** Whoever runs the till is told, and opens it anew. */
  restore(wish: RestoreWish): Promise<Answer<{ readonly nextTicket: number }>>
  /** Called once what was brought back waits for the till to be opened anew. */
  onRestored(listener: () => void): () => void
  /** Resolves when nothing is under way. */
  settled(): Promise<void>
  close(): Promise<void>
}
