import { expect, test } from 'vitest'
import { receiptLanguages } from '#shared/kernel/language.ts'
import { certificate, piece } from '#test/fixtures/paper/document-papers.ts'
import { settings } from '#test/fixtures/paper/tickets.ts'
import { readable, textsOf, unisolated } from '#test/harness/paper-text.ts'
import { certificateDocument } from './certificate.ts'

const of = (
  more: Parameters<typeof certificate>[1] = {},
  language: Parameters<typeof certificate>[0] = 'it',
) => certificateDocument(certificate(language, more))

test('it says what the shop vouches for, and where it was sold', () => {
  const text = readable(of())
  for (const part of [...Object.values(piece), 'C-2026-000041', '23/11/2026', '128', 'Dar Zellij'])
    expect(text).toContain(part)
  expect(text).toContain('CERTIFICATO DI AUTENTICITÀ\nشهادة الأصالة')
})

test('the companion is the shop’s choice', () => {
  const french = of({ settings: { ...settings, paperCompanion: 'fr' } })
  expect(readable(french)).toContain("CERTIFICATO DI AUTENTICITÀ\nCERTIFICAT D'AUTHENTICITÉ")
})

test('what the shop did not say is not there', () => {
  const text = readable(of({ piece: { ...piece, stamps: '  ', village: '' } }))
  expect(text).not.toMatch(/Timbri|Villaggio|\.{5}/)
  expect(text).toContain('Materiali')
})

test('without a photograph its place is named', () => {
  expect(of({ picture: null }).blocks).toContainEqual({
    type: 'picture',
    picture: null,
    alt: 'Fotografia del pezzo',
    widthShare: 0.75,
  })
})

test('the code is the signed text, and the key that checks it is named', () => {
  const document = of({ signedCode: 'HANOUTC1:signed' })
  expect(document.blocks).toContainEqual({ type: 'qr', data: 'HANOUTC1:signed' })
  expect(readable(document)).toContain('TXD9-G0C2-P45B-FNAB')
})

test.each(receiptLanguages)('%s: figures are the same and none can be moved', (language) => {
  const figures = (text: string) => (text.match(/\d[\d,./-]*/g) ?? []).sort()
  const document = of({ copy: 1 }, language)
  expect(figures(readable(document))).toEqual(figures(readable(of({ copy: 1 }))))
  for (const outside of textsOf(document).map(unisolated)) expect(outside).not.toMatch(/\d/)
})
