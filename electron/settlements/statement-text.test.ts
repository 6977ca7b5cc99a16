import { expect, test } from 'vitest'
import { statementText } from './statement-text.ts'

test('each encoding gives its own letters, with a mark or without', () => {
  const utf8 = Buffer.from('Crédit;دفع')
  expect(statementText(utf8, 'utf-8')).toEqual({ ok: true, value: 'Crédit;دفع' })
  const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8])
  expect(statementText(marked, 'utf-8')).toEqual({ ok: true, value: 'Crédit;دفع' })
  expect(statementText(marked, 'windows-1252')).toEqual({ ok: true, value: 'Crédit;دفع' })
  expect(
    statementText(Buffer.from('43 72 e9 64 69 74 20 80'.replaceAll(' ', ''), 'hex'), 'windows-1252'),
  ).toEqual({
    ok: true,
    value: 'Crédit €',
  })
  expect(statementText(Buffer.from('cfddda', 'hex'), 'windows-1256')).toEqual({ ok: true, value: 'دفع' })
})

test('bytes that are not UTF-8 are refused where they stand', () => {
  expect(statementText(Buffer.from('Date;Type\r\n1;Cr\u00e9dit', 'latin1'), 'utf-8')).toEqual({
    ok: false,
    error: { line: 2, column: 5, reason: expect.stringContaining('windows-1252') },
  })
  expect(statementText(Buffer.from('PK\u0003\u0004\u0014\u00ff', 'latin1'), 'utf-8')).toMatchObject({
    error: { line: 1, reason: expect.stringContaining('Excel') },
  })
})
