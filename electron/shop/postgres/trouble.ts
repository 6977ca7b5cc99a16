import pg from 'pg'
import type { Asked, ShopTrouble } from '../shop-database.ts'

type Unknown = Extract<Asked, { readonly end: 'unknown' }>

/** What must be there after what was just written is not. */
export class ShopDefect extends Error {
  override readonly name = 'ShopDefect'
}

/** The server has undone the transaction and says: again (SQLSTATE class 40). */
const againCodes = new Set(['40001', '40P01'])

export const asksForAnother = (error: unknown): boolean => againCodes.has(codeOf(error))

/** What the server said is over and done with: nothing of the transaction happened. */
const isServerWord = (error: unknown): error is pg.DatabaseError =>
  error instanceof pg.DatabaseError && !/^(08|57P0|40003)/.test(codeOf(error))

/** Node's words for a certificate that nobody we trust vouches for, or of another name: the greeting alone has left. */
const isDistrusted = (error: unknown): boolean =>
  /^(ERR_TLS_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/.test(codeOf(error))

/**
 * What an error of `pg` means to whoever asked.
 * @param connected whether a connection was there: without one not a byte of the question left
 */
export function unknownOf(error: unknown, connected: boolean): Unknown {
  const text = error instanceof Error ? error.message : String(error)
  if (isServerWord(error)) return { end: 'unknown', trouble: serverTrouble(codeOf(error)), sent: false, text }
  if (error instanceof ShopDefect || error instanceof TypeError || error instanceof RangeError)
    return { end: 'unknown', trouble: 'internal', sent: false, text }
  if (isDistrusted(error)) return { end: 'unknown', trouble: 'refused', sent: false, text }
  // Said by the pool and the socket; `pg` gives these no code.
  if (/timeout/i.test(text)) return { end: 'unknown', trouble: 'silent', sent: connected, text }
  return { end: 'unknown', trouble: connected ? 'lineLost' : 'noNetwork', sent: connected, text }
}

/** 28: who is that? 3D: no such database. 42501, 42P01: no right, no table. 53: no room. 57014: took too long. */
function serverTrouble(code: string): ShopTrouble {
  if (code === '57014') return 'silent'
  return /^(28|3D|42501|42P01|53|57|40)/.test(code) ? 'refused' : 'internal'
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown }
  return typeof code === 'string' ? code : ''
}
