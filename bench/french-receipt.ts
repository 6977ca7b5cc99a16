import { cell, cut, row, rule, space, textBlock } from '#shared/receipt/blocks.ts'
import type { PaperBlock, PaperDocument } from '#shared/receipt/document.ts'

/** One line of a receipt, as any of the encoders can be told it. At most 48 characters across. */
export type Line =
  | { readonly type: 'center'; readonly text: string; readonly large?: boolean }
  | { readonly type: 'left'; readonly text: string }
  | { readonly type: 'row'; readonly left: string; readonly right: string; readonly large?: boolean }
  | { readonly type: 'rule' | 'blank' }
  | { readonly type: 'ean13' | 'qr'; readonly data: string }

const goods = [
  'Tajine en terre cuite (grand)',
  'Verre à thé décoré',
  'Lanterne en laiton ciselé',
  'Tapis Azilal en laine naturelle',
  'Théière gravée à la main',
  'Babouches brodées, taille 42',
  'Coussin en sabra rayé',
  'Plateau martelé, diamètre 40',
] as const

const money = (minor: number): string =>
  (minor / 100)
    .toFixed(2)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+,)/g, ' ')

/** A French receipt of forty lines, symbols aside. Amounts differ with `n`, as they do from customer to customer. */
export function frenchReceipt(n: number): readonly Line[] {
  const prices = goods.map((_, i) => 2_000 + ((n * 37 + i * 911) % 190_000))
  const total = prices.reduce((sum, price, i) => sum + price * (1 + (i % 3)), 0)
  const net = Math.round(total / 1.2)
  return [
    { type: 'center', text: 'Dar Zellij', large: true },
    { type: 'center', text: '12, derb Sidi Bouloukat, Marrakech' },
    { type: 'center', text: 'Tél. +212 524 44 55 66' },
    { type: 'center', text: 'ICE 001525713000085' },
    { type: 'center', text: 'IF 15248973  TP 45301872' },
    { type: 'center', text: 'RC 98214 Marrakech  CNSS 7712345' },
    { type: 'blank' },
    { type: 'row', left: 'Ticket n°', right: String(n) },
    { type: 'row', left: 'Date', right: '23/11/2026 14:05' },
    { type: 'row', left: 'Vendeur', right: 'Naïma B.' },
    { type: 'rule' },
    ...goods.flatMap((name, i): readonly Line[] => [
      { type: 'row', left: name, right: money((prices[i] ?? 0) * (1 + (i % 3))) },
      { type: 'left', text: `${1 + (i % 3)} × ${money(prices[i] ?? 0)} la pièce (TVA 20 %)` },
    ]),
    { type: 'rule' },
    { type: 'row', left: 'TOTAL', right: `${money(total)} DH`, large: true },
    { type: 'rule' },
    { type: 'row', left: 'Espèces', right: money(total + 5_000) },
    { type: 'row', left: 'Rendu', right: money(5_000) },
    { type: 'rule' },
    { type: 'row', left: 'HT 20 %', right: money(net) },
    { type: 'row', left: 'TVA 20 %', right: money(total - net) },
    { type: 'row', left: 'TTC 20 %', right: money(total) },
    { type: 'rule' },
    { type: 'center', text: 'Merci de votre visite, à bientôt' },
    { type: 'center', text: 'Échange sous 15 jours avec ce ticket' },
    { type: 'blank' },
    { type: 'qr', data: `HANOUT1:T1kQ8Zt2:${n}:${total}:3f9a0c127e55d1b0` },
    { type: 'ean13', data: '6111234567895' },
  ]
}

const strong = { bold: true, size: 2 } as const

/** The same as our own layout says it. */
export const documentOf = (lines: readonly Line[]): PaperDocument => ({
  language: 'fr',
  blocks: [...lines.map(blockOf), cut],
})

function blockOf(line: Line): PaperBlock {
  switch (line.type) {
    case 'center':
      return textBlock(cell(line.text, 'ltr', line.large === true ? strong : undefined), 'center')
    case 'left':
      return textBlock(cell(line.text, 'ltr'), 'start')
    case 'row': {
      const style = line.large === true ? strong : undefined
      return row(cell(line.left, 'ltr', style), cell(line.right, 'ltr', style))
    }
    case 'rule':
      return rule()
    case 'blank':
      return space()
    case 'qr':
      return { type: 'qr', data: line.data }
    case 'ean13':
      return { type: 'barcode', symbology: 'ean13', data: line.data, text: true }
  }
}
