import type { Owner } from '../../owners/owner.ts'

/** Longest account that every program of a bookkeeper takes: Ciel’s width. */
const longest = 11

/** 32-bit FNV-1a, base 36. */
function mark(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(36).toUpperCase().slice(0, 4).padStart(4, '0')
}

/**
 * The sub-account of an owner: as their contract says, or made from their id: its Latin letters and digits, and a mark that
 * tells two owners apart where that leaves anything out. The same id always has the same.
 * @param dues account that it is a part of
 */
export function auxiliaryOf(dues: string, owner: string, contract: Owner | null): string {
  if (contract !== null && contract.account !== '') return contract.account
  const plain = owner
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase()
  const room = longest - dues.length
  if (plain.toLowerCase() === owner && plain.length <= room) return `${dues}${plain}`
  return `${dues}${plain.slice(0, Math.max(0, room - 4))}${mark(owner)}`
}
