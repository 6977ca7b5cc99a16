import type { AttemptId, TicketNumber } from '../kernel/ids.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Stamp } from '../kernel/stamp.ts'
import { isoLocal } from '../kernel/stamp.ts'
import { dirham, largestMinor } from '../money/amount.ts'
import { formatData } from '../money/format.ts'
import type { BatchId } from './batch.ts'
import { type FileMovement, type SettlementFile, signatureLine } from './settlement-file.ts'
import { type BatchTotals, netOf, type ReversalRule, totalGroups, totalsOf } from './totals.ts'
import {
  type FileTrouble,
  fileTrouble,
  type WalkedFile,
  type WalkedLine,
  walkSettlementFile,
} from './walk-settlement-file.ts'

/** A digest and the check of a signature, from outside. */
export interface FileProof {
  /** Of the UTF-8, hex, lower case. */
  sha256(text: string): string
  holds(publicKey: string, text: string, signature: string): boolean
}

/** 64 bytes are 86 characters, of which the last holds two bits: one signature, one way to write it. */
const signatureShape = /^signature;ed25519;"'?([\w-]{43})";"'?([\w-]{85}[AQgw])"$/

/**
 * What a settlement file says, or the first thing that is wrong with it. Every byte counts: one that was changed is
 * found, by whomever.
 * @param text decoded strictly from UTF-8, a byte-order mark not taken away
 * @param publicKeys of the shop (base64url): one who signed papers with an older key had more than one
 */
export function readSettlementFile(
  text: string,
  publicKeys: readonly string[],
  proof: FileProof,
): Result<SettlementFile, FileTrouble> {
  const lines = text.split('\n')
  const walked = walkSettlementFile(lines, proof.sha256)
  if (!walked.ok) return walked
  const file = fileOf(walked.value)
  if (!file.ok) return file
  const sums = wrongSum(walked.value, totalsOf(file.value.movements, file.value.rule))
  if (sums !== null) return err(sums)

  const digestAt = (walked.value.tail.at(-1)?.line ?? 0) + 1
  const body = lines
    .slice(0, digestAt - 1)
    .join('\n')
    .concat('\n')
  const digestLine = `sha256;${proof.sha256(body)}`
  const [digest, signature, end, ...more] = lines.slice(digestAt - 1)
  if (digest !== digestLine)
    return digest === undefined || digest === '' || digest.startsWith('signature;')
      ? fileTrouble('missingLine', digestAt, 'the line “sha256” is missing')
      : fileTrouble('wrongDigest', digestAt, 'the SHA-256 is not that of the lines above')
  if (signature === undefined || signature === '')
    return fileTrouble('missingLine', digestAt + 1, 'the line “signature” is missing')
  const [, key = '', mark = ''] = signatureShape.exec(signature) ?? []
  if (signature !== signatureLine(key, mark))
    return fileTrouble('wrongSignature', digestAt + 1, 'this is no signature')
  if (!publicKeys.includes(key))
    return fileTrouble('strangeKey', digestAt + 1, 'signed with another key than the one asked for')
  if (!proof.holds(key, `${body}${digestLine}\n`, mark))
    return fileTrouble('wrongSignature', digestAt + 1, 'the shop did not sign this')
  if (end !== '' || more.length > 0)
    return fileTrouble('changedLine', digestAt + 2, 'nothing belongs after the signature but one line end')
  return file
}

function fileOf({ head, movements }: WalkedFile): Result<SettlementFile, FileTrouble> {
  const cell = (line: number, at: number): string => head[line]?.cells[at] ?? ''
  const madeAt = stampOf(cell(7, 0))
  const rule = cell(9, 0)
  if (madeAt === null) return unreadable(head[7])
  if (rule !== 'counted' && rule !== 'netted') return unreadable(head[9])
  const read: FileMovement[] = []
  for (const line of movements) {
    const movement = movementOf(line)
    if (!movement.ok) return movement
    read.push(movement.value)
  }
  return ok({
    shop: { name: cell(1, 0), ice: cell(1, 1) },
    acquirer: { id: cell(2, 0), name: cell(2, 1) },
    terminal: { id: cell(3, 0), number: cell(3, 1) },
    merchant: cell(4, 0),
    batch: { number: Number(cell(5, 0)), id: cell(5, 1) as BatchId },
    businessDay: cell(6, 0),
    madeAt,
    rule: rule satisfies ReversalRule,
    movements: read,
  })
}

function movementOf(walked: WalkedLine): Result<FileMovement, FileTrouble> {
  const [, kind, minor = '', decimal, card, scheme, authorisation, trace, ticket = '', at = '', id, undoes] =
    walked.cells
  const stamp = stampOf(at)
  if (kind !== 'sale' && kind !== 'refund' && kind !== 'saleReversal') return unreadable(walked)
  if (!/^[1-9]\d{0,9}$/.test(minor) || Number(minor) > largestMinor) return unreadable(walked)
  if (!/^\d{0,9}$/.test(ticket) || stamp === null) return unreadable(walked)
  const amount = dirham(Number(minor))
  if (decimal !== formatData(amount))
    return fileTrouble('wrongSum', walked.line, `${decimal} is not ${minor} in minor units`)
  return ok({
    attemptId: (id ?? '') as AttemptId,
    kind,
    amount,
    undoes: undoes === undefined || undoes === '' ? null : (undoes as AttemptId),
    ticket: ticket === '' ? null : (Number(ticket) as TicketNumber),
    at: stamp,
    card: card ?? '',
    scheme: scheme ?? '',
    authorisation: authorisation ?? '',
    trace: trace ?? '',
  })
}

/** Counts, sums and net again from the lines, and not from what the file says of itself. */
function wrongSum({ tail, movements }: WalkedFile, totals: BatchTotals): FileTrouble | null {
  const net = netOf(totals)
  const expected = [
    ...totalGroups.map((group) => {
      const { count, amount } = totals[group]
      return [String(count), String(amount), formatData(amount)]
    }),
    [String(net), formatData(net)],
    [String(movements.length)],
  ]
  const wrong = tail.findIndex(({ cells }, at) => cells.join(';') !== expected[at]?.join(';'))
  const line = tail[wrong]?.line
  if (line === undefined) return null
  return { code: 'wrongSum', line, reason: `the movements come to ${expected[wrong]?.join(', ')}` }
}

const unreadable = (walked: WalkedLine | undefined): Result<never, FileTrouble> =>
  fileTrouble('changedLine', walked?.line ?? 1, 'this line cannot be read')

/** `2026-11-23T14:05:09+01:00`, exactly as `isoLocal` writes it. */
function stampOf(text: string): Stamp | null {
  const zone = /^\d{4}-[\d:T-]{14}([+-])(\d\d):(\d\d)$/.exec(text)
  const utcMs = Date.parse(text)
  if (zone === null || Number.isNaN(utcMs)) return null
  const minutes = Number(zone[2]) * 60 + Number(zone[3])
  const stamp: Stamp = { utcMs, offsetMinutes: zone[1] === '-' ? -minutes : minutes }
  return isoLocal(stamp) === text ? stamp : null
}
