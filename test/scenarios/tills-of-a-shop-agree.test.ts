import { expect, test } from 'vitest'
import { memoryStore } from '#electron/shop/memory/memory-store.ts'
import type { Ticket } from '#shared/cart/ticket.ts'
import { seededChance } from '#shared/kernel/seeded-chance.ts'
import { JumpingClock } from '#test/harness/jumping-clock.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { countedItem, uniqueItem } from '#test/harness/ledger-market.ts'
import { type MemoryTill, memoryTill } from '#test/harness/tills-in-memory.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'

const runs = 6
const counted = [countedItem(1), countedItem(2)]
const pieces = Array.from({ length: 8 }, (_, n) => uniqueItem(n))

/** One of several tills, with its folder and the tickets it can still take back. */
interface Seat {
  till: MemoryTill
  readonly folder: string
  readonly tickets: Ticket[]
}

async function day(seed: number) {
  const chance = seededChance(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T
  const timers = new VirtualTimers()
  const clock = new JumpingClock(timers)
  const store = memoryStore('rabat', () => clock.now().utcMs)
  const open = (folder: string): MemoryTill => memoryTill({ store, timers, clock, folder })
  const seats: Seat[] = Array.from({ length: 3 }, () => {
    const folder = testFolder()
    return { till: open(folder), folder, tickets: [] }
  })
  seats[0]?.till.desk().say({ kind: 'catalogueLoaded', items: [...counted, ...pieces] })
  for (const { till } of seats) await till.follow()
  let left = counted.reduce((sum, { stock }) => sum + stock, 0)

  for (let step = 0; step < 60; step++) {
    await timers.advance(20)
    const seat = pick(seats)
    const roll = chance()
    if (roll < 0.3) {
      seat.tickets.push(seat.till.desk().sell([pick(counted)]))
      left -= 1
    } else if (roll < 0.6) {
      // Whatever this till believes is on its shelf; what it knows to be sold it sells only out of a cart it had it in.
      const piece = pick(pieces)
      if (!seat.till.ledger.pieceIsSold(piece.sku) || chance() < 0.05)
        seat.tickets.push(seat.till.desk().sell([piece]))
    } else if (roll < 0.7) {
      const [ticket] = seat.tickets.splice(Math.floor(chance() * seat.tickets.length), 1)
      if (ticket !== undefined) seat.till.desk().giveBack(ticket)
      if (ticket?.lines[0]?.unique === false) left += 1
    } else if (roll < 0.8) seat.till.line.isUp = !seat.till.line.isUp
    else if (roll < 0.85) {
      await seat.till.close()
      seat.till = open(seat.folder)
    } else await seat.till.follow()
  }
  for (const { till } of seats) till.line.isUp = true
  for (let round = 0; round < 3; round++) for (const { till } of seats) await till.follow()
  return { store, seats, left }
}

test(`${runs} days of three tills that lose their line and start anew: counts and pieces agree, and each piece sold twice is told of once`, async () => {
  let twice = 0
  for (let seed = 1; seed <= runs; seed++) {
    const { store, seats, left } = await day(seed)
    for (const { sku } of counted) {
      const counts = seats.map(({ till }) => till.ledger.stockOf(sku))
      expect(new Set([store.stock.get(sku)?.count, ...counts]).size, `seed ${seed}: ${sku}`).toBe(1)
    }
    const total = counted.reduce((sum, { sku }) => sum + (store.stock.get(sku)?.count ?? 0), 0)
    expect(total, `seed ${seed}`).toBe(left)
    for (const { sku } of pieces) {
      const book = store.pieces.get(sku)
      const isSold = book?.at.place === 'sold'
      expect(
        seats.map(({ till }) => till.ledger.pieceIsSold(sku)),
        `seed ${seed}: ${sku}`,
      ).toEqual(seats.map(() => isSold))
      const standing = book?.sales.filter(({ returnedBy }) => returnedBy === null) ?? []
      const notices = seats.flatMap(({ till }) => till.ledger.soldTwice().filter((row) => row.sku === sku))
      const own = new Set(standing.map(({ ticket }) => ticket.till))
      expect(notices.length, `seed ${seed}: ${sku}`).toBe(Math.max(0, own.size - 1))
      twice += notices.length
    }
    for (const { till } of seats) await till.close()
  }
  expect(twice, 'the days were worth playing').toBeGreaterThan(runs / 2)
}, 120_000)
