import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { BatchRow } from '#electron/ledger/settlement-handles.ts'
import { replaceFile } from '#electron/platform/settings-file.ts'
import type { ShopKey } from '#electron/platform/shop-key.ts'
import type { AcquirerConfig } from '#shared/contract/acquirers.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import {
  fileMovement,
  type SettlementFile,
  settlementFileName,
  writeSettlementFile,
} from '#shared/settlement/settlement-file.ts'
import { totalsOf } from '#shared/settlement/totals.ts'

export interface SettlementFilesParts {
  readonly folder: string
  readonly ledger: Pick<ReadLedger, 'movementsOfBatch' | 'settings'>
  /** `null`: it cannot be used now. */
  readonly key: () => ShopKey | null
  readonly acquirer: (id: string) => AcquirerConfig | null
}

export interface WrittenFile {
  readonly file: string
  readonly text: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Signed settlement files, made of the ledger: the same batch gives the same file each time. */
export class SettlementFiles {
  readonly #parts: SettlementFilesParts

  constructor(parts: SettlementFilesParts) {
    this.#parts = parts
  }

  /** `null`: the shop's key cannot be used now, and an unsigned file is none. */
  textOf(batch: BatchRow): WrittenFile | null {
    const key = this.#parts.key()
    if (key === null) return null
    const content = this.#contentOf(batch)
    const text = writeSettlementFile(content, {
      publicKey: key.publicKey,
      sha256,
      sign: (signed) => key.sign(signed),
    })
    return { file: settlementFileName(content), text }
  }

  /** As it was handed in; made anew where the folder has it no more or changed, or it was never written. */
  exported(batch: BatchRow): WrittenFile | null {
    if (batch.exported === null) return this.textOf(batch)
    const { file, sha256: handedIn } = batch.exported
    try {
      const text = readFileSync(join(this.#folder(), file), 'utf8')
      if (sha256(text) === handedIn) return { file, text }
    } catch {
      // It is gone: made anew.
    }
    return this.textOf(batch)
  }

  /** Into the till's folder `settlements`, durably. @throws Error where it cannot be signed or written */
  async write(batch: BatchRow): Promise<{ readonly file: string; readonly sha256: string }> {
    const written = this.textOf(batch)
    if (written === null) throw new Error('a settlement file cannot be signed now')
    await mkdir(this.#folder(), { recursive: true, mode: 0o700 })
    await replaceFile(join(this.#folder(), written.file), written.text)
    return { file: written.file, sha256: sha256(written.text) }
  }

  #folder(): string {
    return join(this.#parts.folder, 'settlements')
  }

  #contentOf(batch: BatchRow): SettlementFile {
    const { ledger, acquirer } = this.#parts
    const movements = ledger.movementsOfBatch(batch.batch).map(({ movement }) => movement)
    const shop = ledger.settings()?.shop
    const config = acquirer(batch.acquirer)
    const way = config?.way.kind === 'host' ? config.way : null
    const terminalIds = new Set(movements.flatMap(({ approval }) => approval?.terminalId ?? []))
    const [terminalId = ''] = terminalIds
    // Which rule a batch was frozen by shows in its totals.
    const counted = canonicalJson(totalsOf(movements, 'counted')) === canonicalJson(batch.totals)
    return {
      shop: { name: shop?.name ?? '', ice: shop?.ice ?? '' },
      acquirer: { id: batch.acquirer, name: config?.name ?? batch.acquirer },
      terminal: { id: batch.terminal, number: way?.terminalId ?? (terminalIds.size === 1 ? terminalId : '') },
      merchant: way?.merchantId ?? '',
      batch: { number: batch.number, id: batch.batch },
      businessDay: batch.businessDay,
      madeAt: batch.frozenAt,
      rule: counted ? 'counted' : 'netted',
      movements: movements.map(fileMovement),
    }
  }
}
