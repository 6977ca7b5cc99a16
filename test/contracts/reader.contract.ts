import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { p2pePayload } from '#drivers/readers/p2pe-payload.ts'
import type { CardRead, PaymentCardRead } from '#drivers/readers/reader.ts'
import { loyaltyCard, type SimulatedCard, testCard } from '#drivers/simulators/reader/cards.ts'
import { dataKey, decryptChain, pinVariantKey, testBaseKey } from '#drivers/simulators/reader/dukpt.ts'
import type { ReaderRig } from './reader-rig.ts'

const clearNumber = '5167940000003315'
const payment = (read: CardRead): PaymentCardRead => {
  if (read.kind !== 'paymentCard') throw new Error(`no payment card: ${JSON.stringify(read)}`)
  return read
}

/** What a P2PE service with the base key finds in it. */
function opened(read: PaymentCardRead, protocol: string): string {
  const { ksn, algorithm, parts } = p2pePayload(read)
  const serial = Buffer.from(ksn, 'hex')
  const key = protocol === 'magtek' ? pinVariantKey(testBaseKey, serial) : dataKey(testBaseKey, serial)
  return parts
    .map(({ ciphertext }) => decryptChain(algorithm, key, Buffer.from(ciphertext, 'hex')).toString('latin1'))
    .join('')
}

/** The guarantees of `drivers/readers/reader.ts`, on any reader over any wire. */
export function readerContract(name: string, makeRig: () => Promise<ReaderRig>): void {
  describe(name, () => {
    let rig: ReaderRig
    beforeEach(async () => {
      rig = await makeRig()
    })
    afterEach(() => rig.dispose())

    test('a payment card is masked, and only the holder of the base key can open it', async () => {
      const read = payment(await rig.present(testCard))
      expect(read.entry).toBe('swipe')
      expect(read.maskedPan).toBe('516794******3315')
      expect(read.encrypted.ksn).toMatch(/^[0-9A-F]{19}1$/)
      expect(opened(read, rig.protocol)).toContain(`;${clearNumber}=2812`)
    })

    test('each card has a key of its own', async () => {
      const first = payment(await rig.present(testCard))
      const second = payment(await rig.present(testCard))
      expect(second.encrypted.ksn).not.toBe(first.encrypted.ksn)
      expect(second.encrypted.parts).not.toEqual(first.encrypted.parts)
      expect(opened(second, rig.protocol)).toBe(opened(first, rig.protocol))
    })

    test('one of the shop’s own cards is read by its code', async () => {
      const read = await rig.present(loyaltyCard)
      expect(read).toEqual({ kind: 'houseCard', entry: 'swipe', code: '7700012345' })
      const artisan: SimulatedCard = { kind: 'house', track1: 'ATELIER-0042' }
      expect(await rig.present(artisan)).toEqual({ kind: 'houseCard', entry: 'swipe', code: 'ATELIER-0042' })
    })

    test('a stripe with nothing on it is blank', async () => {
      expect(await rig.present({ kind: 'blank' })).toEqual({ kind: 'unreadable', reason: 'blank' })
    })

    test('nothing in clear leaves, whatever the reader shows', async () => {
      const short: SimulatedCard = {
        kind: 'payment',
        pan: '50199900118',
        holder: 'ALAMI/SALMA',
        expiry: '2812',
      }
      // A bank's number on a card that calls itself something else; this one passes the check digit.
      const disguised: SimulatedCard = { kind: 'house', track2: '4761739001010010' }
      rig.fault('unmaskedPan')
      expect(payment(await rig.present(testCard)).maskedPan).toBe('516794******3315')
      rig.fault('unencrypted')
      expect(await rig.present(testCard)).toEqual({ kind: 'unreadable', reason: 'notEncrypted' })
      expect(await rig.present(disguised)).toEqual({ kind: 'unreadable', reason: 'notEncrypted' })
      expect(payment(await rig.present(short)).maskedPan).not.toMatch(/\d/)
      await rig.reader.check()
      const said = JSON.stringify([rig.reads, rig.health, rig.wire])
      for (const secret of [clearNumber, '50199900118', '4761739001010010', 'ALAMI', '2812201'])
        expect(said).not.toContain(secret)
    })

    test('a message whose check does not agree is not believed, and the next one is read', async () => {
      rig.fault('badCheck')
      await rig.swipe(testCard)
      if (rig.protocol === 'magtek') {
        // A report without a check is only noise when its shape is wrong; nobody can tell that a card was swiped.
        await rig.until(() => rig.wire.some((line) => line.startsWith('noise')))
      } else {
        await rig.until(() => rig.reads.length > 0)
        expect(rig.reads[0]).toEqual({ kind: 'unreadable', reason: 'badCheck' })
      }
      await rig.reader.cancel?.()
      await settled(rig)
      expect(await next(rig)).toMatchObject({ kind: 'paymentCard' })
    })

    test('half a message is told as truncated, and the next one is read', async () => {
      rig.fault('truncated')
      const read = await rig.present(testCard)
      expect(read).toEqual({ kind: 'unreadable', reason: 'truncated' })
      await rig.reader.cancel?.()
      expect(await next(rig)).toMatchObject({ kind: 'paymentCard' })
    })

    test.each(['fragment', 'noise', 'absurdLength'] as const)('%s costs no card', async (fault) => {
      rig.fault(fault)
      await rig.swipe(testCard)
      await rig.until(() => rig.reads.some((read) => read.kind === 'paymentCard'))
      expect(rig.reads.filter((read) => read.kind === 'paymentCard')).toHaveLength(1)
    })

    test('memory stays small under a flood, and the card behind it is read', async () => {
      const size = rig.via === 'hid' ? 64 : 240
      for (let i = 0; i < 200; i++) {
        await rig.inject(new Uint8Array(size).fill(i % 7 === 0 ? 0x02 : (i * 37) & 0xff))
      }
      await settled(rig)
      await rig.swipe(testCard)
      await rig.until(() => rig.reads.some((read) => read.kind === 'paymentCard'))
    })

    test('unplugged in the middle and plugged in again, it reads on, and both are told', async () => {
      expect(rig.health).toEqual([expect.objectContaining({ ok: true })])
      rig.fault('vanish')
      await rig.swipe(testCard)
      await rig.until(() => rig.health.some((state) => !state.ok && state.reason === 'unreachable'))
      await rig.until(() => rig.health.at(-1)?.ok === true)
      expect(rig.reads.filter((read) => read.kind === 'paymentCard')).toEqual([])
      expect(await next(rig)).toMatchObject({ kind: 'paymentCard' })
    })

    test('it says that it is well, and nothing more after it was closed', async () => {
      expect(await rig.reader.check()).toMatchObject({ ok: true })
      await rig.reader.close()
      await rig.reader.close()
      expect(rig.health.at(-1)).toMatchObject({ ok: false, reason: 'closed' })
      expect(await rig.reader.check()).toMatchObject({ ok: false, reason: 'closed' })
      await rig.inject(new Uint8Array(64)).catch(() => undefined)
      expect(rig.reads).toEqual([])
    })
  })
}

/** The next card, what was told of earlier ones aside. */
async function next(rig: ReaderRig): Promise<CardRead | undefined> {
  const before = rig.reads.length
  await rig.swipe(testCard)
  await rig.until(() => rig.reads.slice(before).some((read) => read.kind === 'paymentCard'))
  return rig.reads.slice(before).find((read) => read.kind === 'paymentCard')
}

/** Long enough for silence to end what was half-way. */
const settled = (rig: ReaderRig): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, rig.via === 'hid' ? 5 : 250))
