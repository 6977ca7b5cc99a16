import { magtekSimulator } from './magtek-simulator.ts'
import { neo2Simulator } from './neo2-simulator.ts'
import type { ReaderSimulator, ReaderSimulatorParts } from './reader-simulator.ts'
import { secureMagSimulator } from './securemag-simulator.ts'

/** Every simulated card reader, by the protocol it speaks. */
export const readerSimulators = {
  'idtech-neo2': neo2Simulator,
  'idtech-securemag': secureMagSimulator,
  magtek: magtekSimulator,
} as const satisfies Readonly<Record<string, (parts?: ReaderSimulatorParts) => ReaderSimulator>>

export type SimulatedReader = keyof typeof readerSimulators

/** @param protocol one of `readerSimulators` */
export const makeReaderSimulator = (
  protocol: SimulatedReader,
  parts: ReaderSimulatorParts = {},
): ReaderSimulator => readerSimulators[protocol](parts)
