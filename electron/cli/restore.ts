import { createInterface } from 'node:readline/promises'
import { lookAtBackup } from '#electron/backup/look-at-backup.ts'
import { putInPlace } from '#electron/backup/put-in-place.ts'
import { restoreBackup } from '#electron/backup/restore-backup.ts'
import { holdFolder } from '#electron/ledger/lock.ts'
import { prepareFolder } from '#electron/ledger/open.ts'
import { type Clock, systemClock } from '#electron/platform/clock.ts'
import { randomIds } from '#electron/platform/ids.ts'
import { passphraseOf } from './passphrase.ts'

export interface RestoreArguments {
  /** Path of the backup. */
  readonly file: string
  /** The till's data folder; no till may run on it. */
  readonly data: string
  /** The newest number anybody has on paper; `null`: asked for at a terminal, else none is newer than the backup. */
  readonly lastTicket: number | null
  /** Although a newer backup lies beside it. */
  readonly anyway: boolean
  readonly passphraseFile?: string
  readonly clock?: Clock
}

/** @throws BackupRefused | LedgerRefused with a sentence; the folder is as it was */
export async function runRestore(
  { file, data, lastTicket, anyway, passphraseFile, clock = systemClock }: RestoreArguments,
  say: (line: string) => void,
): Promise<void> {
  const { lastTicket: known } = await lookAtBackup(file)
  const passphrase = await passphraseOf({ isNew: false, ...(passphraseFile && { file: passphraseFile }) })
  const seen = lastTicket ?? (await askForTicket(known))
  prepareFolder(data)
  const letGo = holdFolder(data)
  try {
    const restored = await restoreBackup({
      ...{ file, folder: data, passphrase, lastTicketSeen: seen, anyway },
      now: clock.now(),
      nonce: randomIds.next(),
    })
    const aside = await putInPlace(data, restored.ready)
    say(
      `${restored.header.shop || 'The till'} is back in ${data}, verified from its first entry to its last.`,
    )
    say(`Its next ticket is number ${restored.nextTicket}.`)
    if (aside !== null) say(`What was in the folder before lies in ${aside}.`)
  } finally {
    letGo()
  }
}

/** @returns `null` where nobody sits at a terminal, or nobody has a newer paper */
async function askForTicket(known: number): Promise<number | null> {
  if (!process.stdin.isTTY) return null
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await lines.question(
      `The newest ticket in this backup is number ${known}. Number of the newest receipt that anybody can find on paper (Enter: none is newer): `,
    )
    if (answer.trim() === '') return null
    const number = Number(answer.trim())
    if (!Number.isSafeInteger(number) || number < 0)
      throw new Error(`${answer.trim()} is no number of a ticket`)
    return number
  } finally {
    lines.close()
  }
}
