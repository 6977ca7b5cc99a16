import { troubleOf } from '#electron/forwarders/failure-note.ts'
import type { OutboxRow } from '#electron/ledger/outbox-handles.ts'
import type { ListingTrouble } from '#shared/marketplace/facts.ts'

/** A platform's code, and behind it its own words. */
const said = /^([a-z][A-Za-z]+)(?: (.*))?$/s

/**
 * Why a message is asked no more: what the platform said where it said something, else what kept it from there. `null`: it is
 * not set aside.
 */
export function setAsideTrouble(message: OutboxRow | null): ListingTrouble | null {
  if (message?.state !== 'setAside') return null
  const note = message.lastError ?? ''
  const trouble = troubleOf(note)
  const detail = note.slice(note.indexOf(':') + 1).trim()
  const [, code, text = ''] = (trouble === 'internal' ? null : said.exec(detail)) ?? []
  return code === undefined ? { code: trouble, text: detail } : { code, text }
}
