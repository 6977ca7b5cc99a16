import { createInterface } from 'node:readline'
import type { Acceptor } from '#drivers/simulators/wire/listen-tcp.node.ts'

/** What all simulators of the command line do: be reachable, and do what is typed. */
export interface SimRun {
  /** Opens each way to reach it. */
  readonly wires: readonly (() => Promise<Acceptor>)[]
  /** Said of a wire once all are open. */
  readonly introduce: (wire: string) => string
  readonly say: (line: string) => void
  readonly stopped: Promise<void>
  /** Absent: nobody types. */
  readonly typed?: Typed
  /** The simulator lets go, before its wires do. */
  readonly close?: () => void
}

export interface Typed {
  /** `null`: from the keyboard. */
  readonly lines: AsyncIterable<string> | null
  /** @returns what is said of it */
  readonly obey: (line: string) => string | Promise<string>
}

/** Runs a simulator until told to stop: the end of what is typed stops nothing. @throws Error when a wire does not open */
export async function runSim({ wires, introduce, say, stopped, typed, close }: SimRun): Promise<void> {
  const acceptors: Acceptor[] = []
  const keyboard = typed?.lines === null ? createInterface({ input: process.stdin }) : null
  try {
    for (const open of wires) acceptors.push(await open())
    for (const { name } of acceptors) say(introduce(name))
    const obeying = typed === undefined ? [] : [obeyAll(typed.lines ?? keyboard ?? [], typed.obey)]
    await Promise.race([stopped, ...obeying])
  } finally {
    keyboard?.close()
    close?.()
    await Promise.all(acceptors.map((acceptor) => acceptor.close()))
  }

  /** Never ends by itself: whoever feeds it may stop, the simulator stays. */
  async function obeyAll(
    lines: AsyncIterable<string> | readonly string[],
    obey: Typed['obey'],
  ): Promise<never> {
    for await (const line of lines) say(await obey(line))
    return new Promise<never>(() => undefined)
  }
}
