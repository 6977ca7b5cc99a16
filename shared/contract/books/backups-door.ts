import { eventIterator, type } from '@orpc/contract'
import { z } from 'zod'
import type { Answer } from '../contract.ts'
import { door } from '../door.ts'
import { type BackupCard, type BackupsView, longestPassphrase, shortestPassphrase } from './backups.ts'

const path = z
  .string()
  .min(1)
  .max(500)
  .regex(/^\P{Cc}+$/u)
const count = (least: number, most: number) => z.number().int().min(least).max(most)

const settingsSchema = z.strictObject({
  folder: path,
  afterClosing: z.boolean(),
  everyHours: count(1, 24).nullable(),
  keep: z.strictObject({ newest: count(1, 400), months: count(0, 120) }),
})

/** Backups as screens ask for them; owners only (`forbidden`), but for the two of the first start. */
export const backupsDoor = {
  get: door.output(type<Answer<BackupsView>>()),
  /** Starts with the current view; then one view a change. Ends at once for whoever is no owner. */
  watch: door.output(eventIterator(type<BackupsView>())),
  /** Folders of disks that are plugged in, to choose from. */
  places: door.output(type<Answer<readonly string[]>>()),
  /**
   * Refused as `folderUnwritable`, or `badInput` for a folder that is no absolute path or is in the till's own.
   * @param passphrase `null`: the one that is kept
   */
  configure: door
    .input(
      z.object({
        settings: settingsSchema,
        passphrase: z.string().min(shortestPassphrase).max(longestPassphrase).nullable(),
      }),
    )
    .output(type<Answer>()),
  /** Begins one; the views say what comes of it. Refused as `booksBusy` while one is under way. */
  backUp: door.output(type<Answer>()),
  /** What lies in the folder, newest first. */
  list: door.output(type<Answer<readonly BackupCard[]>>()),
  /**
   * Reads one from its first byte to its last.
   * @param passphrase `null`: the one that is kept
   */
  verify: door
    .input(z.object({ file: path, passphrase: z.string().max(longestPassphrase).nullable() }))
    .output(type<Answer>()),
  /** Has the keychain keep what opens the shop's key. */
  sealKey: door.output(type<Answer>()),

  /** On a till that is not set up (`alreadySetUp`). `folder: null`: wherever a disk is plugged in. */
  find: door.input(z.object({ folder: path.nullable() })).output(type<Answer<readonly BackupCard[]>>()),
  /**
   * On a till that is not set up. The till begins anew with what was brought back, and all windows with it. Refused as
   * `wrongPassphrase`, `backupDamaged`, `backupOlder`, `folderUnwritable`.
   */
  restore: door
    .input(
      z.object({
        path,
        passphrase: z.string().max(longestPassphrase),
        /** The newest number anybody has on paper; `null`: none newer than the backup. */
        lastTicketSeen: z.number().int().min(0).max(1_000_000_000).nullable(),
        /** Although a newer one lies beside it. */
        anyway: z.boolean(),
      }),
    )
    .output(type<Answer<{ readonly nextTicket: number }>>()),
}
