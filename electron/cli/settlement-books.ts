import { openLedger } from '#electron/ledger/open.ts'
import type { BatchRow } from '#electron/ledger/settlement-handles.ts'
import { openSigning } from '#electron/papers/signing.ts'
import { type Clock, systemClock } from '#electron/platform/clock.ts'
import { randomIds } from '#electron/platform/ids.ts'
import { openKeySecrets } from '#electron/platform/key-secret.ts'
import { openKeychain } from '#electron/platform/keychain.node.ts'
import { openLog } from '#electron/platform/log.ts'
import { readAcquirers } from '#electron/settlements/acquirers-file.ts'
import { SettlementFiles } from '#electron/settlements/settlement-files.ts'
import { SettlementViews } from '#electron/settlements/settlement-views.ts'
import { Statements } from '#electron/settlements/statements.ts'
import type { AcquirerConfig } from '#shared/contract/acquirers.ts'

/** What a folder knows of settlement, without a till: no device is opened and no host is asked. */
export interface SettlementBooks {
  readonly views: SettlementViews
  readonly files: SettlementFiles
  readonly statements: Statements
  readonly acquirers: readonly AcquirerConfig[]
  /** Newest first. */
  batches(): readonly BatchRow[]
  close(): void
}

/** More than a till makes in its life. */
const allBatches = 1_000_000

/** @throws LedgerRefused where there is none, or a till runs on it; SettingsRefused */
export async function openSettlementBooks(
  folder: string,
  clock: Clock = systemClock,
): Promise<SettlementBooks> {
  const ledger = openLedger({ folder, clock, create: false })
  try {
    const { known: secret } = await openKeySecrets(folder, await openKeychain())
    const { acquirers } = await readAcquirers(folder)
    const find = (id: string): AcquirerConfig | null => acquirers.find((each) => each.id === id) ?? null
    return {
      views: new SettlementViews({
        ledger,
        acquirers: {
          find,
          of: (terminal) => acquirers.find((each) => each.terminals.includes(terminal)) ?? null,
        },
        terminalName: () => null,
        lanes: () => [],
      }),
      files: new SettlementFiles({
        folder,
        ledger,
        key: openSigning({ folder, ledger, clock, secret, log: openLog({ level: 'warn' }) }),
        acquirer: find,
      }),
      statements: new Statements({ ledger, clock, ids: randomIds }),
      acquirers,
      batches: () => ledger.listBatches(null, allBatches),
      close: () => ledger.close(),
    }
  } catch (error) {
    ledger.close()
    throw error
  }
}
