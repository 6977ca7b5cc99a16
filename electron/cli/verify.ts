import { LedgerRefused } from '#electron/ledger/refused.ts'
import { type Verdict, verifyLongLedger } from '#electron/ledger/verify/verify.ts'
import { runArchiveCheck } from './archive-check.ts'

export interface VerifyArguments {
  /** The till's data folder. */
  readonly data: string
  /** One JSON object instead of a sentence. */
  readonly json?: boolean
  /** Archives that have to be whole and of the ledger's own history. */
  readonly archives?: readonly string[]
  /** Who must have signed them; `null`: whoever did. */
  readonly key?: string | null
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/**
 * Verifies the ledger of a folder and says what it found: one sentence, or the first row that is wrong.
 * @returns 0: every row is as the journal says, and every archive; 1: one is not; 2: the ledger or an archive cannot be read
 */
export async function runVerify({
  data,
  json = false,
  archives = [],
  key = null,
}: VerifyArguments): Promise<number> {
  const watched = process.stderr.isTTY === true && !json
  const onProgress = (entries: number, of: number): void => {
    if (watched) process.stderr.write(`\r${Math.floor((entries / Math.max(of, 1)) * 100)} %\r`)
  }
  try {
    const verdict = await verifyLongLedger(data, onProgress)
    say(json ? JSON.stringify(verdict) : sentenceOf(verdict))
    const ledger = verdict.ok ? 0 : 1
    if (archives.length === 0) return ledger
    // One JSON object is all that was asked for: what archives are found to be is told beside it.
    const tell = json ? (line: string): void => void process.stderr.write(`${line}\n`) : say
    return Math.max(ledger, await runArchiveCheck({ files: archives, key, data }, tell))
  } catch (error) {
    if (!(error instanceof LedgerRefused)) throw error
    say(json ? JSON.stringify({ ok: false, refused: error.code, message: error.message }) : error.message)
    return 2
  }
}

function sentenceOf(verdict: Verdict): string {
  const { problems, entries, tickets, hash, closings, unsignedClosings } = verdict
  const [wrong] = problems
  if (wrong !== undefined)
    return `The ledger is not whole. First wrong row: ${wrong.table}, ${wrong.key}: ${wrong.what}.`
  const whole = `The ledger is whole: ${entries} entries, tickets up to number ${tickets}, newest hash ${hash.slice(0, 12)}.`
  if (closings === 0) return whole
  const signed = unsignedClosings === 0 ? 'all signed' : `${unsignedClosings} of them without a signature`
  return `${whole} ${closings} closings recomputed, ${signed}.`
}
