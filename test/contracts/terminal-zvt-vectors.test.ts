import { describe, expect, test } from 'vitest'
import { DleBlockReader, encodeDleBlock } from '#drivers/framing/dle-block.ts'
import { readFields, readPacket, toHex, writePacket } from '#drivers/simulators/terminal/zvt/packet.ts'
import { readRegistration } from '#drivers/simulators/terminal/zvt/registration.ts'
import { writeBlock } from '#drivers/simulators/terminal/zvt/serial-wire.ts'
import { decodeApdu, encodeApdu } from '#drivers/terminals/zvt/apdu.ts'
import { ApduReader } from '#drivers/terminals/zvt/apdu-reader.ts'
import { readMessage } from '#drivers/terminals/zvt/message.ts'
import * as requests from '#drivers/terminals/zvt/requests.ts'
import { readStatus } from '#drivers/terminals/zvt/status.ts'
import { blockVectors, bytesOf, messageVectors, statusVectors } from './zvt-vectors.ts'

/*
 * Driver and simulator have each their own reader and writer; here each is held against bytes that neither of them
 * made.
 */
const apduOf = (hex: string) => {
  const apdu = decodeApdu(bytesOf(hex))
  if (apdu === null) throw new Error(`no APDU: ${hex}`)
  return apdu
}

describe.each(blockVectors)('$what', ({ apdu, block }) => {
  test('the driver writes and reads this block', () => {
    expect(toHex(encodeDleBlock(bytesOf(apdu)))).toBe(toHex(bytesOf(block)))
    expect(new DleBlockReader().feed(bytesOf(block))).toEqual([{ type: 'block', data: bytesOf(apdu) }])
    const { control, data } = apduOf(apdu)
    expect(encodeApdu(control, data)).toEqual(bytesOf(apdu))
  })

  test('so does the simulator', () => {
    expect(toHex(writeBlock([...bytesOf(apdu)]))).toBe(toHex(bytesOf(block)))
    const packet = readPacket([...bytesOf(apdu)])
    expect(packet === null ? '' : toHex(writePacket(packet.name, packet.data))).toBe(toHex(bytesOf(apdu)))
  })
})

test.each(statusVectors)('the driver reads $what', ({ apdu, read }) => {
  expect(readStatus(apduOf(apdu).data)).toMatchObject(read)
})

test.each(messageVectors.filter(({ from }) => from === 'terminal'))('the driver reads: $what', (vector) => {
  const { what, from, apdu, type, ...says } = vector
  const message = readMessage(apduOf(apdu))
  expect(message.type).toBe(type)
  expect(message.type === 'completed' ? message.completion : message).toMatchObject(says)
  // On a stream as well, where only its length says where it ends.
  expect(new ApduReader().feed(bytesOf(apdu + apdu))).toHaveLength(2)
})

test.each(messageVectors.filter(({ from }) => from === 'till'))('the simulator reads: $what', ({ apdu }) => {
  const packet = readPacket([...bytesOf(apdu)])
  if (packet === null) throw new Error('no packet')
  if (packet.name === '0600') {
    expect(readRegistration(packet.data, '0978')).toMatchObject({
      kind: 'ok',
      registration: { blocks: true },
    })
    expect(readRegistration(packet.data, '0504')).toMatchObject({ kind: 'currency' })
  } else {
    expect(readFields(packet.data)).toEqual({ '04': '000000001880', 49: '0978' })
  }
})

test('what the driver sends is the protocol’s own example, in dirhams', () => {
  const sent: readonly (readonly [Uint8Array, string])[] = [
    [requests.registration('123456'), '06000E123456BE0504060626040A0206D3'],
    [requests.authorisation(1_880), '06010A04000000001880490504'],
    [requests.reversal('000000', '0153', 1_880), '063010000000 870153 04000000001880 490504'],
    [requests.refund('000000', 500), '06310D000000 04000000000500 490504'],
    [requests.lastTransaction('000000'), '0620050000000303'],
    [requests.endOfDay('000000'), '065003000000'],
    [requests.statusEnquiry(), '050100'],
    [requests.abortCommand(), '06B000'],
  ]
  for (const [command, hex] of sent) expect(toHex(command)).toBe(toHex(bytesOf(hex)))
})
