import { readFileSync } from 'node:fs'
import { isPublicKey } from '#shared/receipt/key-fingerprint.ts'
import { sentenceOf } from './sentence.ts'

/**
 * The public key that a command was given: itself, or the path of a file that holds nothing else.
 * @returns `null` where there is none, and why was said
 */
export function publicKeyOf(given: string, say: (line: string) => void): string | null {
  if (isPublicKey(given)) return given
  try {
    const key = readFileSync(given, 'utf8').trim()
    if (isPublicKey(key)) return key
    say(`${given} holds no public key: one is 43 letters, digits, - and _.`)
  } catch (error) {
    say(`No key to check with: ${sentenceOf(error)}`)
  }
  return null
}
