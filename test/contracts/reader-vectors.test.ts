import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readMsr } from '#drivers/readers/idtech/msr-read.ts'
import { MsrStream } from '#drivers/readers/idtech/msr-stream.ts'
import {
  activateCommand,
  cancelCommand,
  firmwareCommand,
  pingCommand,
} from '#drivers/readers/idtech/neo-commands.ts'
import { readNeoResponse } from '#drivers/readers/idtech/neo-read.ts'
import { encodeCommand, VivoStream } from '#drivers/readers/idtech/vivo-frame.ts'
import { dataKey, decryptChain, derivedKey, testBaseKey } from '#drivers/simulators/reader/dukpt.ts'

/**
 * Bytes that readers' makers published: they bind driver, simulator and key derivation to something outside this
 * house.
 */
const vectors = JSON.parse(readFileSync(new URL('../fixtures/readers/idtech.json', import.meta.url), 'utf8'))
const bytes = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex')
const spaced = (frame: Uint8Array): string =>
  (Buffer.from(frame).toString('hex').toUpperCase().match(/../g) ?? []).join(' ')

test('commands are the published ones, CRC low byte first', () => {
  expect(spaced(pingCommand)).toBe(vectors.commands.ping)
  expect(spaced(firmwareCommand)).toBe(vectors.commands.firmware)
  expect(spaced(cancelCommand)).toBe(vectors.commands.cancel)
  expect(spaced(encodeCommand(0x03, 0x02))).toBe(vectors.commands.getConfiguration)
  expect(spaced(encodeCommand(0x83, 0x50))).toBe(vectors.commands.lightSensor)
  expect(spaced(activateCommand({ amountMinor: 12_550, kind: 'purchase', timeoutS: 30 }))).toBe(
    vectors.commands.activate30s125dirham50,
  )
})

test('responses are the published ones, CRC high byte first', () => {
  const stream = new VivoStream()
  const both = Buffer.concat([bytes(vectors.responses.ping), bytes(vectors.responses.lightSensor)])
  expect(stream.feed(both)).toEqual([
    { type: 'item', item: { command: 0x18, status: 0, data: new Uint8Array() } },
    { type: 'item', item: { command: 0x83, status: 0, data: Uint8Array.of(0xe1, 0x01) } },
  ])
  // A command is no response: its CRC stands the other way round.
  expect(new VivoStream().feed(bytes(vectors.commands.ping))[0]).toEqual({
    type: 'broken',
    reason: 'badCheck',
  })
})

test('keys are derived as the standard’s example derives them', () => {
  expect(derivedKey(testBaseKey, bytes(vectors.dukpt.ksn)).toString('hex').toUpperCase()).toBe(
    vectors.dukpt.derivedKey,
  )
})

test('the manual’s swipe: checks agree, the number is masked, the third track stays behind, the first decrypts to what it says', () => {
  const { block, ksn, maskedPan, track1Begins } = vectors.msrOriginal
  const [event] = new MsrStream().feed(bytes(block))
  if (event?.type !== 'item') throw new Error('no block')
  const read = readMsr(event.item, { entry: 'swipe' })
  if (read.kind !== 'paymentCard') throw new Error(JSON.stringify(read))
  expect(read).toMatchObject({ entry: 'swipe', maskedPan, encrypted: { algorithm: 'tdes', ksn } })
  expect(JSON.stringify(read)).not.toContain('7676070707')
  const [part] = read.encrypted.parts
  expect(part?.holds).toBe('tracks1And2')
  const clear = decryptChain('tdes', dataKey(testBaseKey, bytes(ksn)), bytes(part?.ciphertext ?? ''))
  expect(clear.toString('latin1').startsWith(track1Begins)).toBe(true)
  expect(clear.toString('latin1', 72)).toMatch(/^;4266841088889999=0809/)
})

test('one changed byte anywhere in the manual’s swipe, and it is not believed', () => {
  const good = bytes(vectors.msrOriginal.block)
  for (let at = 0; at < good.length; at++) {
    const bad = Buffer.from(good)
    bad[at] = (bad[at] ?? 0) ^ 0x10
    const stream = new MsrStream()
    const events = [...stream.feed(bad), ...stream.flush()]
    expect(events.some((event) => event.type === 'item')).toBe(false)
  }
})

test('the attribution byte tells ciphers apart as published responses show it', () => {
  const { tdes, aes, maskedNumber } = vectors.attribution
  for (const [name, sample] of [
    ['tdes', tdes],
    ['aes', aes],
  ] as const) {
    const length = sample.encryptedTrack2Length
    const secret = `57 C1 ${length.toString(16)} ${'9A'.repeat(length)}`
    const data = bytes(
      `${sample.byte} DFEE12 0A 62994901190000000007 ${tdes.maskedTrack2} ${secret} ${maskedNumber}`,
    )
    const read = readNeoResponse({ command: 0x02, status: 0x23, data })
    expect(read).toMatchObject({
      kind: 'paymentCard',
      encrypted: { algorithm: name, parts: [{ holds: 'tag57' }] },
    })
    expect(read.kind === 'paymentCard' && read.maskedPan).toBe('4761********0010')
  }
})
