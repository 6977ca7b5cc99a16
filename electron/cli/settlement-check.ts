import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { holds } from '#electron/platform/shop-key.ts'
import { formatMoney } from '#shared/money/format.ts'
import { keyFingerprint } from '#shared/receipt/key-fingerprint.ts'
import { type FileProof, readSettlementFile } from '#shared/settlement/read-settlement-file.ts'
import type { SettlementFile } from '#shared/settlement/settlement-file.ts'
import { netOf, totalsOf } from '#shared/settlement/totals.ts'
import { publicKeyOf } from './public-key.ts'
import { counted } from './text-table.ts'

export interface SettlementCheckArguments {
  readonly file: string
  /** The shop's public key, or the path of a file that holds nothing else. */
  readonly key: string
}

const proof: FileProof = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  holds,
}

/**
 * Says whether a settlement file is what the shop's till wrote, and what it comes to. Needs no till and no folder.
 * @returns 0: valid; 1: changed, or no settlement file; 2: signed by another key; 3: there is no key to check with
 * @throws where the file cannot be read
 */
export function runSettlementCheck(
  { file, key }: SettlementCheckArguments,
  say: (line: string) => void,
): number {
  const publicKey = publicKeyOf(key, say)
  if (publicKey === null) return 3
  const name = basename(file)
  const text = strictText(readFileSync(file))
  if (text === null) {
    say(`Not valid: ${name} is not UTF-8, and a settlement file is.`)
    return 1
  }
  const read = readSettlementFile(text, [publicKey], proof)
  if (!read.ok) {
    const { code, line, reason } = read.error
    say(`Not valid: ${name}, line ${line}: ${reason}.`)
    return code === 'strangeKey' ? 2 : 1
  }
  say(`Valid: ${describe(read.value)}; signed by key ${keyFingerprint(publicKey)}.`)
  return 0
}

/** A byte-order mark stays: the till writes none, so a file that has one was changed. */
function strictText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function describe({ batch, acquirer, businessDay, movements, rule }: SettlementFile): string {
  const net = formatMoney(netOf(totalsOf(movements, rule)), 'MAD')
  return `settlement ${batch.number} for ${acquirer.name}, ${businessDay}, ${counted(movements.length, 'movement')}, net ${net}`
}
