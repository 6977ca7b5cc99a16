import type { OnlinePiece } from '#shared/marketplace/online.ts'
import { detailWords } from './detail-words.data.ts'

const details = ['maker', 'village', 'technique', 'materials', 'dimensions', 'stamps'] as const

/** A description as Vendure keeps it: HTML. What the shop wrote is text in it, never tags. */
export function describe(piece: OnlinePiece, language: 'fr' | 'ar' | 'en'): string {
  const words = detailWords[language]
  const rows = details
    .filter((detail) => piece.details[detail] !== '')
    .map((detail) => `<li>${words[detail]}: ${asText(piece.details[detail])}</li>`)
  if (piece.weightGrams !== null) rows.push(`<li>${words.weight}: ${piece.weightGrams} g</li>`)
  const text = piece.description[language] ?? ''
  return `${text === '' ? '' : `<p>${asText(text)}</p>`}${rows.length === 0 ? '' : `<ul>${rows.join('')}</ul>`}`
}

/** The text of a description: its first paragraph, or all of it where the shop wrote it there. */
export function textOf(html: string): string {
  const first = /<p>(.*?)<\/p>/s.exec(html)?.[1] ?? html
  return first
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim()
}

const asText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
