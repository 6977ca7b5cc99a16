import type { Page } from 'playwright-core'
import { usPositions } from '#renderer/input/physical-keys.data.ts'

/** What a machine's layout makes of a key position, plain and with Shift; positions left out are as in the US. */
export type Layout = Readonly<Record<string, readonly [string, string]>>

const digitRow = (plain: string, shifted: string): Layout =>
  Object.fromEntries(
    [...'1234567890'].map((digit, at) => [`Digit${digit}`, [plain[at] ?? '', shifted[at] ?? '']]),
  )

export const azerty: Layout = {
  ...digitRow('&é"\'(-è_çà', '1234567890'),
  Minus: [')', '°'],
  KeyA: ['q', 'Q'],
  KeyQ: ['a', 'A'],
  KeyW: ['z', 'Z'],
  KeyZ: ['w', 'W'],
  KeyM: [',', '?'],
}

export const arabic: Layout = {
  ...digitRow('١٢٣٤٥٦٧٨٩٠', '!@#$%^&)('),
  KeyB: ['لا', 'لآ'],
  KeyE: ['ث', 'ُ'],
  KeyG: ['ل', 'لأ'],
  KeyR: ['ق', 'ٌ'],
  KeyU: ['ع', '‘'],
}

const positionOf = (character: string): { position: string; shift: boolean } => {
  for (const [position, faces] of usPositions) {
    const at = faces.indexOf(character)
    if (at >= 0 && !position.startsWith('Numpad')) return { position, shift: at === 1 }
  }
  throw new Error(`no key for ${character}`)
}

/** Between two keys of a common scanner, ms. */
const strokeMs = 8

/**
 * A scanner's burst: real key events by position, as a US keyboard sends them, on a machine set to `layout`; then
 * Enter. Sent without waiting for one another, as a scanner does not wait, and each with the moment a scanner would
 * have struck it: a busy machine must not turn the burst into slow typing.
 */
export async function scan(page: Page, code: string, layout: Layout = {}): Promise<void> {
  const wire = await page.context().newCDPSession(page)
  let struckMs = Date.now() - (code.length + 1) * strokeMs
  const stroke = (key: string, position: string, shift: boolean, text: string): Promise<unknown>[] => {
    struckMs += strokeMs
    const shared = { key, code: position, modifiers: shift ? 8 : 0, text, timestamp: struckMs / 1000 }
    return [
      wire.send('Input.dispatchKeyEvent', { type: 'keyDown', ...shared }),
      wire.send('Input.dispatchKeyEvent', { type: 'keyUp', ...shared }),
    ]
  }
  const keys = [...code].flatMap((character) => {
    const { position, shift } = positionOf(character)
    const face = layout[position]?.[shift ? 1 : 0] ?? character
    return stroke(face, position, shift, face)
  })
  await Promise.all([...keys, ...stroke('Enter', 'Enter', false, '\r')])
  await wire.detach()
}
