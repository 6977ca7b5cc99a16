import type { Link } from '#drivers/transport/transport.ts'
import type { Moment } from './shop-process.ts'

/** What passed over the terminal's wire, in sequence numbers: neither the till's word for it nor the terminal's. */
export interface TerminalWords {
  /** Sequence number of every 001 that arrived, in order; one that came twice stands here twice. */
  readonly requested: readonly number[]
  /** Sequence number of every 002 that arrived. */
  readonly confirming: readonly number[]
  /** `sequence code` of every 101 that left. */
  readonly answered: readonly string[]
}

/** Listens on both ends of a wire. @param onMoment a request arrived whose interruption matters */
export function wireTap(onMoment: (moment: Moment) => void): {
  around(link: Link): Link
  words(): TerminalWords
} {
  const heard: { text: string }[] = []
  const said: { text: string }[] = []

  return {
    around(link) {
      const from = { text: '' }
      const to = { text: '' }
      heard.push(from)
      said.push(to)
      link.onData((bytes) => {
        const before = from.text.length
        from.text += Buffer.from(bytes).toString('latin1')
        // A request comes in one piece on this wire; one cut in two is only noticed less exactly.
        if (from.text.indexOf('001003001', before) >= 0) onMoment('requested')
        if (from.text.indexOf('001003002', before) >= 0) onMoment('confirming')
      })
      return {
        onData: (listener) => link.onData(listener),
        onClose: (listener) => link.onClose(listener),
        close: () => link.close(),
        write(bytes) {
          to.text += Buffer.from(bytes).toString('latin1')
          return link.write(bytes)
        },
      }
    },
    words: () => ({
      requested: heard.flatMap(({ text }) =>
        sequencesOf(text, /001003001002012\d{12}003007\d{7}004006(\d{6})/g),
      ),
      confirming: heard.flatMap(({ text }) =>
        sequencesOf(text, /001003002002012\d{12}003007\d{7}004006(\d{6})/g),
      ),
      answered: said.flatMap(({ text }) =>
        [...text.matchAll(/001003101003007\d{7}004006(\d{6})013003(.{3})/g)].map(
          ([, sequence, code]) => `${Number(sequence)} ${code}`,
        ),
      ),
    }),
  }
}

const sequencesOf = (text: string, request: RegExp): readonly number[] =>
  [...text.matchAll(request)].map(([, sequence]) => Number(sequence))
