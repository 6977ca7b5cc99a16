import { expect, test } from 'vitest'
import { type DriverOption, type TerminalKind, terminalKinds } from '#drivers/terminals/registry.ts'
import {
  type OptionName,
  terminalWirings,
  type Via,
  type Wiring,
} from '../../renderer/screens/devices/wirings.data.ts'

/*
 * A page knows no driver, so what its form offers is written beside it. Here the two tables are held together: a
 * port, a speed or an option of one that the other does not know is a terminal that cannot be set up.
 */

/** What a field of the form becomes for the driver. */
const becomes: Readonly<Record<OptionName, DriverOption>> = {
  till: 'till',
  password: 'password',
  saleId: 'saleId',
  poiId: 'poiId',
  keyIdentifier: 'security',
  keyVersion: 'security',
  passphrase: 'security',
  caFile: 'ca',
}
const driverOptions = (names: readonly OptionName[] = []): readonly string[] =>
  [...new Set(names.map((name) => becomes[name]))].toSorted()

const notWires: readonly string[] = ['hand', 'simulated'] satisfies Via[]

test.each(Object.entries<TerminalKind>(terminalKinds))(
  'the form offers %s as its driver is wired',
  (name, kind) => {
    const offered = Object.entries<Wiring>(terminalWirings[name as keyof typeof terminalWirings])
    const wires = Object.fromEntries(offered.filter(([via]) => !notWires.includes(via)))
    const seen = Object.entries(wires).map(([via, { port, baud, options, needs }]) => ({
      via,
      port,
      baud,
      reads: driverOptions(options),
      needs: driverOptions(needs),
    }))
    const meant = Object.entries(kind.wirings).map(([via, { usualPort, line, reads, needs }]) => ({
      via,
      port: usualPort?.toString(),
      baud: line?.baud.toString(),
      reads: reads.toSorted(),
      needs: needs.toSorted(),
    }))
    const byVia = (a: { via: string }, b: { via: string }): number => a.via.localeCompare(b.via)
    expect(seen.toSorted(byVia)).toEqual(meant.toSorted(byVia))
    // The usual line format is offered anyway.
    expect(wires.serial?.formats ?? []).not.toContain(kind.wirings.serial?.line?.format)
  },
)
