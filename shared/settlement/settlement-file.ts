import type { BusinessDay, Stamp } from '../kernel/stamp.ts'
import { isoLocal } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'
import { formatData } from '../money/format.ts'
import type { BatchId } from './batch.ts'
import { idCell, plainText, textCell } from './file-cells.ts'
import type { CardMovement } from './movement.ts'
import { netOf, type ReversalRule, totalGroups, totalsOf } from './totals.ts'

/** A movement as the file tells it. Texts are '' where nobody said. */
export interface FileMovement
  extends Pick<CardMovement, 'attemptId' | 'kind' | 'amount' | 'undoes' | 'ticket' | 'at'> {
  /** Masked, as the terminal gave it. */
  readonly card: string
  readonly scheme: string
  readonly authorisation: string
  readonly trace: string
}

/** One batch, as it is handed to an acquirer that has no host to ask. */
export interface SettlementFile {
  readonly shop: { readonly name: string; readonly ice: string }
  /** As in the acquirers' settings. */
  readonly acquirer: { readonly id: string; readonly name: string }
  /** Device id, and the number the acquirer knows the terminal by, or ''. */
  readonly terminal: { readonly id: string; readonly number: string }
  /** What the acquirer knows the shop by, or ''. */
  readonly merchant: string
  readonly batch: { readonly number: number; readonly id: BatchId }
  readonly businessDay: BusinessDay
  /** When the batch was frozen, not when the file was written: a second writing is the same file. Whole seconds. */
  readonly madeAt: Stamp
  readonly rule: ReversalRule
  /** Oldest first. */
  readonly movements: readonly FileMovement[]
}

/** The shop's key and a digest, from outside: this code has neither. */
export interface FileSeal {
  /** Ed25519, base64url. */
  readonly publicKey: string
  /** Of the UTF-8, hex, lower case. */
  sha256(text: string): string
  /** Over the UTF-8, base64url. */
  sign(text: string): string
}

const formatVersion = 1

/** Names of a movement's cells; the first line a person reads in a spreadsheet. */
const columns = 'columns;number;kind;minor;amount;card;scheme;authorisation;trace;ticket;at;id;undoes'.split(
  ';',
)

/** What each line before the movements begins with, and each one after them. */
export const headLines = [
  `hanout-settlement;${formatVersion}`,
  'shop',
  'acquirer',
  'terminal',
  'merchant',
  'batch',
  'day',
  'made',
  'currency;MAD;504;2',
  'rule',
  columns.join(';'),
] as const
export const tailLines = [...totalGroups.map((group) => `total;${group}`), 'net', 'movements'] as const

/** Half of what a line says of itself and all before it; enough to name the line that was changed. */
export const checkOf = (chain: string): string => chain.slice(0, 8)

/** @param before chain of the line before; '' for the first */
export const chainOf = (before: string, body: string, sha256: (text: string) => string): string =>
  sha256(`${before}\n${body}`)

/**
 * The file's text; docs/settlement.md tells the format line by line. UTF-8 without a mark, lines end in LF. The same
 * batch and key always give the same text.
 */
export function writeSettlementFile(file: SettlementFile, seal: FileSeal): string {
  let chain = ''
  let text = ''
  for (const cells of rowsOf(file)) {
    const body = cells.join(';')
    chain = chainOf(chain, body, seal.sha256)
    text += `${body};${checkOf(chain)}\n`
  }
  text += `sha256;${seal.sha256(text)}\n`
  return `${text}${signatureLine(seal.publicKey, seal.sign(text))}\n`
}

export const signatureLine = (publicKey: string, signature: string): string =>
  `signature;ed25519;${idCell(publicKey)};${idCell(signature)}`

/** Safe on every file system; no two batches of a till have the same one. */
export const settlementFileName = ({
  acquirer,
  batch,
  businessDay,
}: Pick<SettlementFile, 'acquirer' | 'batch' | 'businessDay'>): string =>
  `settlement-${acquirer.id}-${businessDay}-${String(batch.number).padStart(6, '0')}.csv`

/** What the file tells of a movement. */
export const fileMovement = ({ approval, ...movement }: CardMovement): FileMovement => ({
  attemptId: movement.attemptId,
  kind: movement.kind,
  amount: movement.amount,
  undoes: movement.undoes,
  ticket: movement.ticket,
  at: movement.at,
  card: plainText(approval?.maskedPan ?? ''),
  scheme: plainText(approval?.scheme ?? ''),
  authorisation: plainText(approval?.authorisation ?? ''),
  trace: plainText(approval?.trace ?? ''),
})

const money = (amount: Dirham): readonly string[] => [String(amount), formatData(amount)]

function rowsOf(file: SettlementFile): readonly (readonly string[])[] {
  const totals = totalsOf(file.movements, file.rule)
  const head = [
    [],
    [textCell(file.shop.name), textCell(file.shop.ice)],
    [textCell(file.acquirer.id), textCell(file.acquirer.name)],
    [textCell(file.terminal.id), textCell(file.terminal.number)],
    [textCell(file.merchant)],
    [String(file.batch.number), idCell(file.batch.id)],
    [file.businessDay],
    [isoLocal(file.madeAt)],
    [],
    [file.rule],
    [],
  ]
  const tail = [
    ...totalGroups.map((group) => [String(totals[group].count), ...money(totals[group].amount)]),
    money(netOf(totals)),
    [String(file.movements.length)],
  ]
  return [
    ...headLines.map((name, at) => [name, ...(head[at] ?? [])]),
    ...file.movements.map(movementRow),
    ...tailLines.map((name, at) => [name, ...(tail[at] ?? [])]),
  ]
}

const movementRow = (movement: FileMovement, index: number): readonly string[] => [
  'movement',
  String(index + 1),
  movement.kind,
  ...money(movement.amount),
  textCell(movement.card),
  textCell(movement.scheme),
  textCell(movement.authorisation),
  textCell(movement.trace),
  movement.ticket === null ? '' : String(movement.ticket),
  isoLocal(movement.at),
  idCell(movement.attemptId),
  idCell(movement.undoes ?? ''),
]
