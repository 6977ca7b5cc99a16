import { describe, expect, test } from 'vitest'
import type { NoAnswer } from '#drivers/acquirers/acquirer-host.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { CardMovement } from '#shared/settlement/movement.ts'
import { totalsOf } from '#shared/settlement/totals.ts'
import {
  hostIdentity,
  someApproval,
  someMovement,
  tellQuestion,
  totalsQuestion,
  uploadQuestion,
} from '../harness/host-questions.ts'
import { dialectNames, type HostRig, type MakeHostRig, type RigOptions } from './acquirer-rig.ts'

/** A sale of 125.50 and a refund of 20.00 of the same afternoon. */
const takings: readonly CardMovement[] = [
  someMovement,
  {
    ...someMovement,
    attemptId: 'attempt-43' as AttemptId,
    kind: 'refund',
    amount: dirham(2_000),
    approval: { ...someApproval, trace: '632714000043', authorisation: 'D4E5F6' },
  },
]
const totals = totalsOf(takings, 'netted')
/** 105.50 are owed to the shop. */
const net = 10_550

const question = (change: Parameters<typeof totalsQuestion>[0] = {}) => totalsQuestion({ totals, ...change })

/** What the host has in its books in the end: this batch, once, and nothing said that may not be said. */
function expectSettledOnce(rig: HostRig): void {
  const { batches, violations, sums } = rig.simulator.books()
  expect(violations).toEqual([])
  expect(batches).toMatchObject([{ state: 'agreed', number: 42 }])
  expect(sums.agreed).toEqual({ batches: 1, net })
}

/** The guarantees of `acquirer-host.ts`, over any wire, by the books of a host that forgives nothing. */
export function acquirerHostContract(wire: string, makeRig: MakeHostRig): void {
  // Most of a test on a real wire is waiting for an answer that does not come.
  describe.concurrent.each(dialectNames)(`${wire}, %s`, (dialect) => {
    const withRig =
      (body: (rig: HostRig) => Promise<void>, options: Omit<RigOptions, 'dialect'> = {}) =>
      async () => {
        const rig = await makeRig({ dialect, ...options })
        await body(rig)
        await rig.dispose()
      }
    const repeated = async (rig: HostRig): Promise<void> => {
      const again = rig.until(rig.restarted().settle(question({ repeat: true })))
      expect(await again).toMatchObject({ answer: 'agreed' })
      expectSettledOnce(rig)
    }

    test(
      'totals that are the host’s own, too, are agreed, and a repetition is answered the same',
      withRig(async (rig) => {
        expect(await rig.until(rig.host.check())).toMatchObject({ ok: true })
        const first = await rig.until(rig.host.settle(question()))
        expect(first).toMatchObject({
          answer: 'agreed',
          told: { groups: { sales: totals.sales, refunds: totals.refunds } },
        })
        expect(await rig.until(rig.host.settle(question({ repeat: true })))).toEqual(first)
        expect(await rig.until(rig.restarted().settle(question({ repeat: true })))).toEqual(first)
        expectSettledOnce(rig)
      }),
    )

    test(
      'after a disagreement each movement is told, and the batch is closed',
      withRig(
        async (rig) => {
          expect(await rig.until(rig.host.settle(question()))).toMatchObject({
            answer: 'disagreed',
            told: { groups: { sales: { count: 0, amount: 0 } } },
          })
          for (const [index, movement] of takings.entries()) {
            const told = uploadQuestion({ stan: 200 + index, movement })
            expect(await rig.until(rig.host.upload(told))).toEqual({ answer: 'taken', code: '00' })
            const again = rig.until(rig.host.upload({ ...told, repeat: true }))
            expect(await again).toEqual({ answer: 'taken', code: '00' })
          }
          const closing = question({ stan: 300, closing: true })
          expect(await rig.until(rig.host.settle(closing))).toMatchObject({ answer: 'agreed' })
          expectSettledOnce(rig)
          const [batch] = rig.simulator.books().batches
          expect(batch?.uploaded.map(({ rrn, minor, approval }) => [rrn, minor, approval])).toEqual([
            ['632714000042', 12_550, 'A1B2C3'],
            ['632714000043', 2_000, 'D4E5F6'],
          ])
        },
        { capture: 'host' },
      ),
    )

    test(
      'a charge that nobody knows of is reversed, whether the host heard of it or not',
      withRig(async (rig) => {
        const { terminalId, merchantId } = hostIdentity
        const reference = '000017'
        rig.simulator.authorise({ kind: 'sale', minor: 12_550, rrn: '', reference, terminalId, merchantId })
        const told = tellQuestion()
        expect(await rig.until(rig.host.reverse(told))).toEqual({ answer: 'taken', code: '00' })
        const again = rig.until(rig.host.reverse({ ...told, repeat: true }))
        expect(await again).toEqual({ answer: 'taken', code: '00' })
        const unheard = tellQuestion({ stan: 202, terminalSequence: 18 })
        expect(await rig.until(rig.host.reverse(unheard))).toEqual({ answer: 'taken', code: '25' })
        const { transactions, violations } = rig.simulator.books()
        expect(transactions).toMatchObject([{ state: 'reversed', minor: 12_550 }])
        expect(violations).toEqual([])
      }),
    )

    test(
      'a charge that stands is advised once, however often it is said',
      withRig(async (rig) => {
        const told = tellQuestion({ movement: someMovement })
        expect(await rig.until(rig.host.advise(told))).toEqual({ answer: 'taken', code: '00' })
        const again = rig.until(rig.host.advise({ ...told, repeat: true }))
        expect(await again).toMatchObject({ answer: 'taken' })
        expect(rig.simulator.books().transactions).toMatchObject([{ rrn: '632714000042', minor: 12_550 }])
        expect(rig.simulator.books().violations).toEqual([])
      }),
    )

    const silentOrLost: readonly (readonly [fault: string, cause: NoAnswer['cause']])[] = [
      ['noAnswer', 'silent'],
      ['unheard', 'silent'],
      ['dropAfterCommit', 'lineLost'],
      ['dropBeforeCommit', 'lineLost'],
      ['garbage', 'garbage'],
      ['truncated', 'garbage'],
      ['wrongStan', 'silent'],
      ['wrongTerminal', 'silent'],
      ['wrongBatch', 'silent'],
    ]
    test.each(silentOrLost)('%s is no answer, and the repetition settles it once', async (fault, cause) => {
      const body = withRig(
        async (rig) => {
          rig.simulator.setFault(`${fault}/0500`)
          const asked = await rig.until(rig.host.settle(question()))
          expect(asked).toMatchObject({ answer: 'none', cause, sent: true })
          await repeated(rig)
        },
        { silent: cause === 'silent' },
      )
      await body()
    })

    test.each(['othersAnswer', 'twice', 'slow@1'])('%s hinders no answer', async (fault) => {
      const body = withRig(async (rig) => {
        rig.simulator.setFault(`${fault}/0500`)
        expect(await rig.until(rig.host.settle(question()))).toMatchObject({ answer: 'agreed' })
        // What came beside it is heard by nobody.
        expect(await rig.until(rig.host.check())).toMatchObject({ ok: true })
        expectSettledOnce(rig)
      })
      await body()
    })

    test(
      'a late answer is no answer any more, and the repetition gets its own',
      withRig(
        async (rig) => {
          rig.simulator.setFault(`lateAnswer@${rig.patienceMs + 200}/0500`)
          const asked = await rig.until(rig.host.settle(question()))
          expect(asked).toMatchObject({ answer: 'none', cause: 'silent', sent: true })
          await rig.pass(400)
          await repeated(rig)
        },
        { silent: true },
      ),
    )

    test.each([
      ['duplicateBatch', { answer: 'duplicate' }],
      ['refuse@58', { answer: 'refused', code: '58', again: false }],
      ['refuse@91', { answer: 'refused', code: '91', again: true }],
      ['disagree', { answer: 'disagreed' }],
    ])('%s is what the host says', async (fault, answer) => {
      const body = withRig(async (rig) => {
        rig.simulator.setFault(`${fault}/0500`)
        expect(await rig.until(rig.host.settle(question()))).toMatchObject(answer)
      })
      await body()
    })

    test(
      'totals that a host tells beside its agreement are handed on as they are; a host need not tell any',
      withRig(async (rig) => {
        rig.simulator.setFault('wrongTotals')
        const { count, amount } = totals.sales
        expect(await rig.until(rig.host.settle(question()))).toMatchObject({
          answer: 'agreed',
          told: { groups: { sales: { count, amount: amount + 100 } } },
        })
        rig.simulator.setFault('untold')
        const again = rig.until(rig.host.settle(question({ repeat: true })))
        expect(await again).toMatchObject({ answer: 'agreed', told: null })
      }),
    )

    test(
      'a host that was away is reached again by the next question',
      withRig(async (rig) => {
        await rig.until(rig.host.check())
        rig.simulator.powerCycle(2_000)
        expect(await rig.until(rig.host.settle(question()))).toMatchObject({ answer: 'none' })
        await rig.pass(2_500)
        const again = rig.until(rig.host.settle(question({ repeat: true })))
        expect(await again).toMatchObject({ answer: 'agreed' })
        expectSettledOnce(rig)
      }),
    )
  })
}
