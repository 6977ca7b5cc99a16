import type { ArchiveVerdict } from '#shared/archive/verify-archive.ts'
import type { ArchiveWords } from '#shared/i18n/archive/words.ts'
import { type ArchiveFinding, archiveChecks } from '#shared/kernel/archive-findings.ts'
import { formatAmount } from '#shared/money/format.ts'
import { isPublicKey, keyFingerprint } from '#shared/receipt/key-fingerprint.ts'

type Child = Node | string

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: Child[]
): HTMLElement {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

const filled = (sentence: string, holes: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (all, name: string) => String(holes[name] ?? all))

const counted = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '\u00a0')

/** Left to right and apart, whatever is written around it. */
const apart = (text: string): HTMLElement => element('bdi', { dir: 'ltr' }, text)

/**
 * What came of a check, in the words of one language.
 * @param given the fingerprint, key or receipt that a person typed; '': none
 */
export function answerTo(
  verdict: ArchiveVerdict,
  words: ArchiveWords,
  given: string,
): readonly HTMLElement[] {
  const key = verdict.manifest?.key
  const print = key != null && isPublicKey(key) ? keyFingerprint(key) : null
  const finding = verdict.finding ?? (print !== null && isOther(given, key ?? '', print) ? foreign : null)
  return [
    verdictBox(finding, print, words, given),
    ...warnings(verdict, words),
    ...said(verdict, words, print),
    element('h2', {}, words.checkedTitle),
    checks(verdict, words),
  ]
}

const foreign: ArchiveFinding = { code: 'foreignKey', file: '', at: '', field: '', said: '', due: '' }

/** Whether what was typed names another key: by its fingerprint (or how that begins), by itself, or by a code it signed. */
function isOther(given: string, key: string, print: string): boolean {
  const named = given.includes(':') ? (given.trim().split(':').at(-2) ?? '') : given.trim()
  if (named === '' || named === key) return false
  const bare = named.replace(/[\s-]/g, '').toUpperCase()
  return bare.length < 8 || !print.replaceAll('-', '').startsWith(bare)
}

function verdictBox(
  finding: ArchiveFinding | null,
  print: string | null,
  words: ArchiveWords,
  given: string,
): HTMLElement {
  const box = element('div', { class: 'verdict', 'data-verdict': finding === null ? 'whole' : 'notWhole' })
  box.append(element('p', { class: 'what' }, finding === null ? words.whole : words.notWhole))
  if (finding === foreign) box.append(element('p', {}, words.otherKey))
  else if (finding !== null) box.append(...findingWords(finding, words))
  else if (given.trim() !== '') box.append(element('p', {}, words.sameKey))
  if (finding === null && print !== null) {
    box.append(
      element('p', {}, `${words.says.key} `, element('bdi', { dir: 'ltr', class: 'fingerprint' }, print)),
    )
    if (given.trim() === '') box.append(element('p', {}, words.compare))
  }
  return box
}

function findingWords(finding: ArchiveFinding, words: ArchiveWords): readonly HTMLElement[] {
  const { file, at, field, said, due } = finding
  const more: HTMLElement[] = [
    element('p', { 'data-finding': finding.code }, filled(words.findings[finding.code], { file, said, due })),
  ]
  if (at !== '' || field !== '') {
    const [word = '', number = ''] = at.split(' ')
    const place = `${words.places[word as keyof ArchiveWords['places']] ?? word} `
    const where = element('p', {}, ...(file === '' ? [] : [apart(file), ' · ']))
    if (at !== '') where.append(place, apart(number))
    if (field !== '') where.append(...(at === '' ? [] : [' · ']), apart(field))
    more.push(where)
  }
  if (finding.code !== 'newerFormat')
    for (const [word, text] of [
      [words.said, said],
      [words.due, due],
    ] as const)
      if (text !== '') more.push(element('p', {}, `${word} `, apart(text)))
  return more
}

function warnings(
  { manifest, unsignedClosings }: ArchiveVerdict,
  words: ArchiveWords,
): readonly HTMLElement[] {
  const all: string[] = []
  if (manifest?.complete === false) all.push(words.partial)
  if (unsignedClosings > 0) all.push(filled(words.unsignedClosings, { count: unsignedClosings }))
  return all.map((text) => element('p', { class: 'warning' }, text))
}

function said(
  { manifest, checked }: ArchiveVerdict,
  words: ArchiveWords,
  print: string | null,
): readonly HTMLElement[] {
  // Before the signature held it is anybody's word.
  if (manifest === null || !checked.some(({ check }) => check === 'signature')) return []
  const { shop, tickets, entries, totals } = manifest
  const rows: readonly (readonly [keyof ArchiveWords['says'], string])[] = [
    ['shop', [shop.name, shop.city].filter((each) => each !== '').join(', ')],
    ['till', manifest.till],
    ['month', `${manifest.days.from} – ${manifest.days.to}`],
    ['tickets', tickets === null ? '0' : `${counted(tickets.count)} (${tickets.first} – ${tickets.last})`],
    ['entries', `${counted(entries.count)} (${entries.first} – ${entries.last})`],
    ['sales', `${counted(totals.sales.count)} · ${formatAmount(totals.sales.amount)} ${manifest.currency}`],
    [
      'refunds',
      `${counted(totals.refunds.count)} · ${formatAmount(totals.refunds.amount)} ${manifest.currency}`,
    ],
    ['gross', `${formatAmount(totals.gross)} ${manifest.currency}`],
    ['closings', counted(manifest.closings)],
    ['madeAt', manifest.madeAt],
    ['key', print ?? '–'],
  ]
  const list = element('dl', {})
  for (const [word, text] of rows)
    list.append(
      element('dt', {}, words.says[word]),
      element('dd', {}, word === 'shop' ? element('bdi', {}, text) : apart(text)),
    )
  return [element('h2', {}, words.saysTitle), list]
}

function checks({ checked }: ArchiveVerdict, words: ArchiveWords): HTMLElement {
  const list = element('ul', { class: 'checks' })
  for (const check of archiveChecks) {
    const count = checked.find((each) => each.check === check)?.count
    const sentence = filled(words.checked[check], {
      count: count === undefined ? words.notChecked : counted(count),
    })
    list.append(element('li', { 'data-reached': count === undefined ? 'no' : 'yes' }, sentence))
  }
  return list
}
