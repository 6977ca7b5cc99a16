import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Timers } from '#drivers/transport/timers.ts'
import type { WriteLedger } from '#electron/ledger/handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { KeySecrets } from '#electron/platform/key-secret.ts'
import type { Keychain } from '#electron/platform/keychain.ts'
import type { Log } from '#electron/platform/log.ts'
import { bareShopKey, ShopKeyRefused } from '#electron/platform/shop-key.ts'
import type { BackupCard, BackupSettings, BackupsView } from '#shared/contract/books/backups.ts'
import type { Answer } from '#shared/contract/contract.ts'
import { type Refusal, refuse } from '#shared/kernel/refusal.ts'
import { asUnwritable, BackupRefused } from './backup-refused.ts'
import type { Backups, RestoreWish } from './backups.ts'
import { type BackupsFile, writeBackups } from './backups-file.ts'
import { cardOf, chooseDestination, ensureDestination, prune } from './destination.ts'
import { isDue } from './due.ts'
import { keepPassphrase, keptPassphrase, type PassphrasePlace, placeOfPassphrase } from './kept-passphrase.ts'
import { keyPlace } from './key-place.ts'
import { backupsIn, backupsOnDisks, type FoundBackup } from './look-at-backup.ts'
import type { BackupTask } from './make-backup.ts'
import { OneJob } from './one-job.ts'
import { pluggedDisks } from './places.ts'

export interface BackupsParts {
  /** The till's data folder. */
  readonly folder: string
  readonly ledger: WriteLedger
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly timers: Timers
  /** `null`: this machine has none. */
  readonly keychain: Keychain | null
  /** What opens the shop's key. */
  readonly secrets: KeySecrets
  /** Called when the counter did something: a shift may have closed. */
  readonly watchCounter: (listener: () => void) => () => void
  /** Cost of a guess at a passphrase; smaller in tests. */
  readonly scryptN?: BackupTask['scryptN']
}

/** As read from the folder. */
export interface KeptBackups {
  readonly file: BackupsFile | null
  readonly passphraseIn: PassphrasePlace
}

const lookMs = 60_000
const dayMs = 86_400_000
const done = { ok: true, value: null } as const
const refused = (code: Refusal['code'], params?: Refusal['params']) =>
  ({ ok: false, refusal: refuse(code, params) }) as const

/** What the till knows of its backups; makes one when it is due, on the disk that was chosen for them. */
export class BackupsRoom implements Backups {
  readonly #parts: BackupsParts
  readonly #job = new OneJob(() => this.#changed())
  readonly #listeners = new Set<(view: BackupsView) => void>()
  readonly #restored = new Set<() => void>()
  readonly #unwatch: () => void
  #file: BackupsFile | null
  #passphraseIn: PassphrasePlace
  #trouble: BackupsView['trouble'] = null
  #cancelLook: () => void = () => undefined

  constructor(parts: BackupsParts, { file, passphraseIn }: KeptBackups) {
    this.#parts = parts
    this.#file = file
    this.#passphraseIn = passphraseIn
    this.#unwatch = parts.watchCounter(() => this.#look())
    if (file !== null) this.#lookAgain()
  }

  view(): BackupsView {
    const { folder, keychain, secrets, ledger, clock } = this.#parts
    const last = this.#file?.last ?? null
    const { at, file = '', bytes = 0, lastTicket = 0 } = last ?? {}
    return {
      settings: this.#file?.settings ?? null,
      passphraseIn: this.#passphraseIn,
      keychain: keychain !== null,
      key: keyPlace(folder, secrets.known()),
      last: at === undefined ? null : { at, file, bytes, lastTicket },
      stale:
        at === undefined ? ledger.nextTicketNumber() > 1 : Math.abs(clock.now().utcMs - at.utcMs) > dayMs,
      running: this.#job.step,
      trouble: this.#trouble,
    }
  }

  watch(listener: (view: BackupsView) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  places(): Promise<readonly string[]> {
    return pluggedDisks()
  }

  async configure(settings: BackupSettings, passphrase: string | null): Promise<Answer> {
    const { folder, keychain } = this.#parts
    if (passphrase === null && this.#passphraseIn === null)
      return refused('badInput', { field: 'passphrase' })
    try {
      await chooseDestination(settings.folder, folder)
    } catch (error) {
      return answerTo(error, { field: 'folder' })
    }
    if (passphrase !== null) {
      await keepPassphrase(folder, keychain, passphrase)
      this.#passphraseIn = await placeOfPassphrase(folder)
    }
    await this.#keep({ settings, last: this.#file?.last ?? null })
    this.#trouble = null
    this.#cancelLook()
    this.#lookAgain()
    this.#changed()
    return done
  }

  backUp(): Answer {
    if (this.#file === null) return refused('badInput', { field: 'folder' })
    const { settings } = this.#file
    const begun = this.#job.begin({ phase: 'copy', part: 0 }, () => this.#make(settings))
    return begun === null ? refused('booksBusy') : done
  }

  list(): Promise<Answer<readonly BackupCard[]>> {
    const folder = this.#file?.settings.folder
    return this.#cardsOf(folder === undefined ? Promise.resolve([]) : backupsIn(folder))
  }

  find(folder: string | null): Promise<Answer<readonly BackupCard[]>> {
    if (folder !== null) return this.#cardsOf(backupsIn(folder))
    return this.#cardsOf(pluggedDisks().then(backupsOnDisks))
  }

  async verify(file: string, passphrase: string | null): Promise<Answer> {
    const { folder, keychain } = this.#parts
    const from = this.#file?.settings.folder
    if (from === undefined || basename(file) !== file) return refused('badInput', { field: 'file' })
    const phrase = passphrase ?? (await keptPassphrase(folder, keychain))
    if (phrase === null) return refused('wrongPassphrase')
    const path = join(from, file)
    const end = await this.#job.begin({ phase: 'check', part: 0 }, () =>
      this.#job.run({ kind: 'verify', path, passphrase: phrase }),
    )
    if (end === null) return refused('booksBusy')
    return end.end === 'refused' ? refused(end.code) : done
  }

  async restore(wish: RestoreWish): Promise<Answer<{ readonly nextTicket: number }>> {
    const { folder, clock, ids } = this.#parts
    const { path: file, ...asked } = wish
    const task = { ...asked, file, folder, now: clock.now(), nonce: ids.next() }
    const end = await this.#job.begin({ phase: 'unfold', part: 0 }, () =>
      this.#job.run({ kind: 'restore', task }),
    )
    if (end === null) return refused('booksBusy')
    if (end.end === 'refused')
      return refused(end.code, end.code === 'badInput' ? { field: 'lastTicketSeen' } : {})
    if (end.end !== 'restored') throw new Error(`a restore ended as ${end.end}`)
    for (const listener of this.#restored) listener()
    return { ok: true, value: { nextTicket: end.restored.nextTicket } }
  }

  async sealKey(): Promise<Answer> {
    const isSealed = await this.#parts.secrets.seal()
    this.#changed()
    return isSealed ? done : refused('forbidden')
  }

  onRestored(listener: () => void): () => void {
    this.#restored.add(listener)
    return () => this.#restored.delete(listener)
  }

  settled(): Promise<void> {
    return this.#job.settled()
  }

  async close(): Promise<void> {
    this.#unwatch()
    this.#cancelLook()
    await this.#job.close()
    // A copy of the ledger in the clear that the process could not take away.
    await rm(join(this.#parts.folder, 'backup-work'), { recursive: true, force: true })
  }

  /** Whether one is due, now and every minute from now on. */
  #look(): void {
    const { ledger, clock } = this.#parts
    if (this.#file === null || this.#job.isRunning) return
    const { settings, last } = this.#file
    const due = isDue(settings, {
      now: clock.now(),
      last,
      failedAt: this.#trouble?.at ?? null,
      shiftIsOpen: ledger.openShift() !== null,
      lastClosing: ledger.lastClosing()?.seq ?? null,
    })
    if (due) this.backUp()
  }

  #lookAgain(): void {
    this.#cancelLook = this.#parts.timers.after(lookMs, () => {
      this.#look()
      // What is shown may have grown old meanwhile.
      this.#changed()
      this.#lookAgain()
    })
  }

  async #make(settings: BackupSettings): Promise<void> {
    const { folder, clock, log } = this.#parts
    try {
      await this.#makeOne(settings)
    } catch (error) {
      const trouble = (why: NonNullable<BackupsView['trouble']>['why']): void => {
        this.#trouble = { why, at: clock.now() }
      }
      const known = asUnwritable(error, folder)
      if (known instanceof BackupRefused) trouble(known.code)
      else trouble(error instanceof NoPassphrase ? 'noPassphrase' : 'internal')
      // A disk that is not plugged in is looked for every few minutes: one line each time, and no more.
      if (this.#trouble?.why === 'internal') log.error({ err: error }, 'no backup was made')
      else log.warn({ why: (known as Error).message }, 'no backup was made')
    }
  }

  async #makeOne(settings: BackupSettings): Promise<void> {
    const { folder, keychain, clock, ledger, log, scryptN } = this.#parts
    await ensureDestination(settings.folder)
    const passphrase = await keptPassphrase(folder, keychain)
    if (passphrase === null) throw new NoPassphrase('what keeps the passphrase does not give it')
    const task: BackupTask = {
      folder,
      to: settings.folder,
      passphrase,
      madeAt: clock.now(),
      shopKey: this.#shopKey(),
      ...(scryptN === undefined ? {} : { scryptN }),
    }
    const end = await this.#job.run({ kind: 'make', task })
    if (end === null) return
    if (end.end === 'refused') throw new BackupRefused(end.code, end.what)
    if (end.end !== 'made') throw new Error(`a backup ended as ${end.end}`)
    const { file, bytes, header } = end.made
    const last = { at: task.madeAt, file, bytes, lastTicket: header.lastTicket, seq: header.ledger.seq }
    await this.#keep({ settings: this.#file?.settings ?? settings, last })
    this.#trouble = null
    await prune(settings.folder, ledger.tillId, settings.keep).catch((error: unknown) =>
      log.warn({ err: error }, 'old backups could not be removed'),
    )
  }

  /** A key that cannot be opened is no reason to have no backup: it is in an older one. */
  #shopKey(): string | null {
    const { folder, secrets, log } = this.#parts
    try {
      return bareShopKey(folder, secrets.known())
    } catch (error) {
      if (!(error instanceof ShopKeyRefused)) throw error
      log.warn({ err: error }, 'the backup is made without the shop’s key')
      return null
    }
  }

  async #cardsOf(found: Promise<readonly FoundBackup[]>): Promise<Answer<readonly BackupCard[]>> {
    const { tillId } = this.#parts.ledger
    try {
      return { ok: true, value: (await found).map((backup) => cardOf(backup, tillId)) }
    } catch (error) {
      return answerTo(asUnwritable(error, ''), undefined)
    }
  }

  async #keep(file: BackupsFile): Promise<void> {
    this.#file = file
    await writeBackups(this.#parts.folder, file)
  }

  #changed(): void {
    if (this.#listeners.size === 0) return
    const view = this.view()
    for (const listener of this.#listeners) listener(view)
  }
}

class NoPassphrase extends Error {}

function answerTo(error: unknown, params: Refusal['params']): Extract<Answer, { ok: false }> {
  if (error instanceof BackupRefused)
    return refused(error.code, error.code === 'badInput' ? params : undefined)
  throw error
}
