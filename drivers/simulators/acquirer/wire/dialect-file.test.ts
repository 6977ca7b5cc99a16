import { expect, test } from 'vitest'
import { codeOf, plainTill, signOn } from '#test/harness/plain-till.ts'
import { readDialectFile } from './dialect-file.ts'
import { shippedDialects } from './dialects/dialects.ts'

const fileOf = (dialect: unknown): string => JSON.stringify(dialect)

test('a file sets up another dialect: reference numbers, answer types, a sign-on of its own', async () => {
  const { iso87 } = shippedDialects
  const read = readDialectFile(
    fileOf({
      ...iso87,
      talk: {
        ...iso87.talk,
        network: { signOn: '061', signOff: null, echo: '270' },
        answers: { '0800': '0814' },
      },
    }),
  )
  if (typeof read === 'string') throw new Error(read)
  const { send } = plainTill({ dialect: read })
  const [answer = ''] = await send(signOn.replace(/001$/, '061'))
  expect(answer).toMatch(/^0814/)
  expect(codeOf([answer])).toBe('00')
})

test.each([
  ['no JSON', /^A dialect file is JSON/],
  ['[]', /the whole cannot be that/],
  [fileOf({ ...shippedDialects.edc, version: '10' }), /version cannot be that/],
  [
    fileOf({ ...shippedDialects.edc, talk: { ...shippedDialects.edc.talk, totals: { kind: 'none' } } }),
    /talk\.totals/,
  ],
])('%s', (text, sentence) => {
  expect(readDialectFile(text)).toMatch(sentence)
})
