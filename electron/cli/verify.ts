import { LedgerRefused } from '#electron/ledger/refused.ts'
import { type Verdict, verifyLongLedger } from '#electron/ledger/verify/verify.ts'

export interface VerifyArguments {
  /** The till's data folder. */
  readonly data: string
  /** One JSON object instead of a sentence. */
  readonly json?: boolean
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/**
 * Verifies the ledger of a folder and says what it found: one sentence, or the first row that is wrong.
 * @returns 0: every row is as the journal says; 1: one is not; 2: the ledger cannot be read
 */
export async function runVerify({ data, json = false }: VerifyArguments): Promise<number> {
  const watched = process.stderr.isTTY === true && !json
  const onProgress = (entries: number, of: number): void => {
    if (watched) process.stderr.write(`\r${Math.floor((entries / Math.max(of, 1)) * 100)} %\r`)
  }
  try {
    const verdict = await verifyLongLedger(data, onProgress)
    say(json ? JSON.stringify(verdict) : sentenceOf(verdict))
    return verdict.ok ? 0 : 1
  } catch (error) {
    if (!(error instanceof LedgerRefused)) throw error
    say(json ? JSON.stringify({ ok: false, refused: error.code, message: error.message }) : error.message)
    return 2
  }
}

function sentenceOf({ problems, entries, tickets, hash }: Verdict): string {
  const [wrong] = problems
  if (wrong === undefined)
    return `The ledger is whole: ${entries} entries, ${tickets} tickets, newest hash ${hash.slice(0, 12)}.`
  return `The ledger is not whole. First wrong row: ${wrong.table}, ${wrong.key}: ${wrong.what}.`
}
