import { expect, test } from 'vitest'
import { openLog } from './log.ts'
import { maskCardNumbers } from './mask-card-numbers.ts'

function logged(write: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = []
  write(openLog({ to: { write: (line) => lines.push(line) } }))
  return lines.join('')
}

test('a card number in a text, a context or an error keeps its first six and last four', () => {
  const text = logged((log) => {
    log.info({ said: 'carte 5167940123453315 lue' }, 'terminal spoke of 5167 9401 2345 3315')
    log.error({ err: new Error('bad frame 4111111111111111') }, 'no')
  })
  expect(text).not.toMatch(/5167940123453315|5167 9401|4111111111111111/)
  expect(text.match(/516794\*{6}3315/g)).toHaveLength(2)
  expect(text).toContain('411111******1111')
})

test('PINs, tokens and raw frames are taken out, one level down too', () => {
  const text = logged((log) => log.warn({ pin: '1234', session: { token: 'abc-secret' } }, 'no'))
  expect(text).not.toMatch(/1234|abc-secret/)
})

test('barcodes and times stay readable', () => {
  expect(maskCardNumbers('EAN 6111245678909 at 1795446000000')).toBe('EAN 6111245678909 at 1795446000000')
})

test('thirteen digits with a card check digit are masked', () => {
  expect(maskCardNumbers('4222222222222')).toBe('422222***2222')
})

test('a longer run of digits is not a card number and stays', () => {
  expect(maskCardNumbers('12345678901234567890123')).toBe('12345678901234567890123')
})
