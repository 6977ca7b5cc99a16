import { expect, test } from 'vitest'
import { WireTrace } from './wire-trace.ts'

const device = { name: 'Terminal', protocol: 'zvt', place: 'tcp 10.0.0.7:20007' }
const clockFrom = (utcMs: number) => {
  let now = utcMs
  return { now: () => ({ utcMs: now++, offsetMinutes: 60 }) }
}
const start = Date.UTC(2026, 10, 23, 9, 15, 0, 7)

test('keeps the last lines, says how many it let go, and when each was', () => {
  const trace = new WireTrace(clockFrom(start), 2)
  for (const text of ['06 00', '80 00 00', '06 0F']) trace.add({ direction: 'out', text })
  expect(trace.lines().map((line) => line.text)).toEqual(['80 00 00', '06 0F'])
  expect(trace.text(device)).toBe(
    [
      'Hanout: what went over the wire of a device. Card numbers are masked.',
      'device: Terminal',
      'protocol: zvt',
      'place: tcp 10.0.0.7:20007',
      'written: 2026-11-23T10:15:00.010+01:00',
      'lines: 2, 1 older ones were not kept',
      '',
      '2026-11-23T10:15:00.008+01:00 out   80 00 00',
      '2026-11-23T10:15:00.009+01:00 out   06 0F',
      '',
    ].join('\n'),
  )
})

test('a card number that a driver let through is masked all the same, also in the name', () => {
  const trace = new WireTrace(clockFrom(start))
  trace.add({ direction: 'in', text: '007016 4111111111111111 017' })
  trace.add({ direction: 'noise', text: 'x 4111 1111 1111 1111\n' })
  const text = trace.text({ ...device, name: 'T 4111111111111111' })
  expect(text).not.toMatch(/41111111111|4111 1111 1111/)
  expect(text).toContain('411111******1111')
})

test('a line stays one line, and a short one', () => {
  const trace = new WireTrace(clockFrom(start))
  trace.add({ direction: 'in', text: `a\r\nin  forged\u0007${'z'.repeat(10_000)}` })
  const [line] = trace.lines()
  expect(line?.text.startsWith('a\\x0d\\x0ain  forged\\x07z')).toBe(true)
  expect(line?.text.length).toBeLessThan(4_100)
})
