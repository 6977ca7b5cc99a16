import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { killAndSell } from './kill-and-sell.ts'
import { type KillProtocolName, killProtocols } from './kill-protocols.ts'
import { examine } from './what-must-hold.ts'

/*
 * Longer by environment: HANOUT_CRASH_KILLS=2000 HANOUT_CRASH_SEED=7 npx vitest run test/crash
 */
const seed = Number(process.env.HANOUT_CRASH_SEED ?? 20_261_123)
const asked = process.env.HANOUT_CRASH_KILLS

/** NAPS is the one whose wire is heard too; the others share all but the driver with it. */
const killsOf = (protocol: KillProtocolName): number =>
  asked === undefined ? (protocol === 'naps' ? 36 : 8) : Number(asked)

test.each(Object.keys(killProtocols) as KillProtocolName[])(
  '%s: a till killed at random instants loses no sale, no number and no charge, and doubles none',
  {
    timeout: 600_000,
  },
  async (protocol) => {
    const kills = killsOf(protocol)
    const folder = mkdtempSync(join(tmpdir(), 'hanout-crash-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const { receipts, terminal, words, killed, looked } = await killAndSell({
      folder,
      protocol,
      seed,
      kills,
      tickets: kills * 5,
    })
    const { wrong, ...counts } = examine({ folder, protocol, receipts, terminal, words })
    const { tickets, charges, lost, doubled, missingNumbers, ...rest } = counts
    console.info(
      `${protocol}: kills ${killed}, tickets ${tickets}, charges ${charges}: lost ${lost}, doubled ${doubled}, missing numbers ${missingNumbers}`,
    )
    console.info(JSON.stringify({ seed, looked, ...rest }))
    expect(wrong).toEqual([])
    // Kills that never met a sale would prove nothing.
    expect(counts.tickets).toBeGreaterThanOrEqual(kills * 5)
    expect(killed).toBe(kills)
  },
)
