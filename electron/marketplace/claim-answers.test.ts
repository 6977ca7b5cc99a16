import { expect, test } from 'vitest'
import { pause } from '#drivers/transport/timers.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { answeredInTime, type SideAnswer } from './claim-answers.ts'

const yours: SideAnswer = { says: 'yours' }
const sold: SideAnswer = { says: 'elsewhere', at: { place: 'sold' } }
const silent: SideAnswer = { says: 'nothing', because: 'noNetwork' }

async function asked(...answers: readonly (readonly [SideAnswer, number])[]) {
  const timers = new VirtualTimers()
  const claim = await timers.until(
    answeredInTime(
      timers,
      answers.map(async ([answer, afterMs]) => {
        await pause(timers, afterMs)
        return answer
      }),
    ),
  )
  return [claim, timers.nowMs()]
}

test('all of them say yes', async () => {
  expect(await asked([yours, 10], [yours, 30])).toEqual([{ standing: 'own' }, 30])
})

test('one no is enough, and nobody waits for the others', async () => {
  const elsewhere = { standing: 'elsewhere', at: { place: 'sold' } }
  expect(await asked([yours, 10], [sold, 20])).toEqual([elsewhere, 20])
  expect(await asked([sold, 20], [yours, 5_000])).toEqual([elsewhere, 20])
  expect(await asked([silent, 1], [sold, 20])).toEqual([elsewhere, 20])
})

test('who says nothing is a risk, when the others are heard', async () => {
  expect(await asked([silent, 0], [yours, 200])).toEqual([{ standing: 'risk', because: 'noNetwork' }, 200])
})

test('by one deadline for all: whoever is late has said nothing, though it be no', async () => {
  expect(await asked([yours, 0], [sold, 381])).toEqual([{ standing: 'risk', because: 'silent' }, 380])
  expect(await asked([silent, 0], [sold, 381])).toEqual([{ standing: 'risk', because: 'noNetwork' }, 380])
})
