import { bearsCardNumber } from './card-number.ts'
import type { CardEntry, CardRead } from './reader.ts'

/** Longest track there is (ISO/IEC 7811-2: 79 on track 1), sentinels taken away. */
const longestCode = 76

/**
 * Reads a card that its reader says is none of a bank's. The second track counts first, since every reader reads it.
 * @param tracks text of tracks 1 to 3 with their sentinels; empty where there is none
 */
export function houseRead(tracks: readonly string[], entry: CardEntry): CardRead {
  const order = [tracks[1] ?? '', tracks[0] ?? '', tracks[2] ?? '']
  // One bank's track beside one of ours is still a bank's card.
  if (tracks.some(bearsCardNumber)) return { kind: 'unreadable', reason: 'notEncrypted' }
  const codes = order.map(codeOf).filter((code) => code !== '')
  const [code] = codes
  if (code === undefined)
    return { kind: 'unreadable', reason: tracks.some((track) => track !== '') ? 'malformed' : 'blank' }
  return { kind: 'houseCard', entry, code }
}

/**
 * Between the sentinels, and only characters that a track can hold. Track 1 may begin with a letter that names its
 * format.
 */
function codeOf(track: string): string {
  const body = /^[%;+!#]?([\x20-\x7e]*?)\??[\x20-\x7e]?$/.exec(track)?.[1] ?? ''
  const code = body.replace(/\?$/, '').trim()
  return code.length >= 1 && code.length <= longestCode ? code : ''
}
