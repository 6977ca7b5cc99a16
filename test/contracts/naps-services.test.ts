import { expect, test } from 'vitest'
import { stage } from './naps-stage.ts'
import { hooks } from './terminal-rig.ts'

test('loads its parameters, prints its information, goes back to its start', async () => {
  const { timers, simulator, driver, asked } = stage({ cardMs: 1_000 })
  const terminal = driver()
  expect(await timers.until(terminal.reference())).toMatchObject({
    ok: true,
    text: expect.stringContaining('MAD (504)'),
  })
  expect(await timers.until(terminal.information())).toMatchObject({
    ok: true,
    text: expect.stringContaining('N° Commerçant : 2260292'),
  })
  expect(await timers.until(terminal.reset())).toMatchObject({ ok: true })
  expect(asked.map(({ text }) => text)).toEqual(['001=013', '001=011', '001=012'])
  expect(simulator.journal()).toEqual([])
})

test('the slip of the last transaction is had again; before the first there is none', async () => {
  const { timers, driver, made } = stage({ cardMs: 1_000 })
  const terminal = driver()
  expect(await timers.until(terminal.lastSlip())).toMatchObject({ ok: false, reason: { code: '302' } })
  await timers.until(terminal.charge(made, hooks()))
  const slip = await timers.until(terminal.lastSlip())
  expect(slip).toMatchObject({ ok: true, text: expect.stringContaining('DUPLICATA') })
  expect(slip).toMatchObject({ text: expect.stringContaining('Montant : 5,00 MAD') })
})

test('the end of the day tells sales and voids, and forgets them', async () => {
  const { timers, driver, made } = stage({ cardMs: 1_000 })
  const terminal = driver()
  await timers.until(terminal.charge(made, hooks()))
  const second = await timers.until(terminal.charge({ ...made, sequence: 10 }, hooks()))
  if (second.outcome !== 'approved') throw new Error('not sold')
  const undo = { amount: made.amount, approval: second.approval, sequence: 11, at: made.at }
  await timers.until(terminal.void(undo, hooks()))
  const totals = await timers.until(terminal.settle())
  const lines = totals.ok ? totals.text.split('\n') : []
  expect(lines.slice(-6)).toEqual([
    'TELECOLLECTE',
    'Ventes : 2',
    'Montant : 10,00 MAD',
    'Annulations : 1',
    'Montant : 5,00 MAD',
    'Total : 5,00 MAD',
  ])
  expect(await timers.until(terminal.settle())).toMatchObject({
    text: expect.stringContaining('Ventes : 0'),
  })
})

test('a void whose answer was lost is asked about only when it can no longer be under way', async () => {
  const { timers, simulator, driver, made, asked, pull } = stage({ cardMs: 1_000 })
  const terminal = driver()
  const sold = await timers.until(terminal.charge(made, hooks()))
  if (sold.outcome !== 'approved') throw new Error('not sold')
  const undo = { amount: made.amount, approval: sold.approval, sequence: 10, at: made.at }
  const voiding = terminal.void(undo, hooks())
  await pull()
  // 003 may have been heard, 004 never left.
  expect(await timers.until(voiding)).toMatchObject({ outcome: 'unknown', cause: 'lineLost' })
  const from = timers.nowMs()
  const asking = {
    ...made,
    sequence: 10,
    kind: 'void',
    approval: null,
    undoes: sold.approval,
    ageMs: 2_000,
  } as const
  const known = await timers.until(driver().recover(asking, hooks()))
  expect(known).toMatchObject({ outcome: 'declined', reason: { code: 'TILL-STANDS' } })
  const question = asked.find(({ text }) => text === '001=008')
  expect((question?.atMs ?? 0) - from).toBeGreaterThanOrEqual(28_000)
  expect(simulator.standing()).toHaveLength(1)
  // Told so, the till may try again.
  expect(await timers.until(driver().void({ ...undo, sequence: 11 }, hooks()))).toMatchObject({
    outcome: 'approved',
  })
})

test('a void that nobody answered stays unknown until the terminal says so', async () => {
  const { timers, simulator, driver, made } = stage({ cardMs: 1_000 })
  const terminal = driver()
  const sold = await timers.until(terminal.charge(made, hooks()))
  if (sold.outcome !== 'approved') throw new Error('not sold')
  simulator.setFault('silent')
  const undo = { amount: made.amount, approval: sold.approval, sequence: 10, at: made.at }
  expect(await timers.until(terminal.void(undo, hooks()))).toMatchObject({
    outcome: 'unknown',
    cause: 'noAnswer',
  })
  const asking = {
    ...made,
    sequence: 10,
    kind: 'void',
    approval: null,
    undoes: sold.approval,
    ageMs: 31_000,
  } as const
  expect(await timers.until(terminal.recover(asking, hooks()))).toMatchObject({ outcome: 'declined' })
  const nameless = { ...asking, undoes: { ...sold.approval, trace: null } }
  expect(await timers.until(terminal.recover(nameless, hooks()))).toMatchObject({
    outcome: 'unknown',
    cause: 'terminalDoesNotRemember',
  })
})

test('a void is cancelled only before anything left', async () => {
  const { timers, simulator, driver, made, asked } = stage({ cardMs: 1_000 })
  const terminal = driver()
  const sold = await timers.until(terminal.charge(made, hooks()))
  if (sold.outcome !== 'approved') throw new Error('not sold')
  const undo = { amount: made.amount, approval: sold.approval, sequence: 10, at: made.at }
  const early = hooks()
  early.cancel()
  expect(await timers.until(terminal.void(undo, early))).toMatchObject({
    outcome: 'declined',
    reason: { code: 'TILL-CANCELLED' },
  })
  expect(asked.map(({ text }) => text)).not.toContain('001=003')
  const late = hooks()
  const voiding = terminal.void({ ...undo, sequence: 11 }, late)
  await timers.advance(5)
  late.cancel()
  expect(await timers.until(voiding)).toMatchObject({ outcome: 'approved' })
  expect(simulator.standing()).toEqual([])
})
