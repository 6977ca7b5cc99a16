import { type ArchiveVerdict, verifyArchive } from '#shared/archive/verify-archive.ts'
import { ar } from '#shared/i18n/archive/ar.ts'
import { en } from '#shared/i18n/archive/en.ts'
import { fr } from '#shared/i18n/archive/fr.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import { answerTo } from './answer.ts'
import { browserTools } from './browser-tools.ts'
import { answerAsThread, isThread } from './hashing-thread.ts'

// The page inside every archive, and beside it: one file, no network, made by scripts/build-archive-page.ts. The same script
// is the thread that hashes beside the page.

const allWords = { ar, fr, en }
const names = { ar: 'العربية', fr: 'Français', en: 'English' }

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T

let language: ScreenLanguage = 'en'
let shown: ArchiveVerdict | null = null
/** Of the newest choice: an older check that ends later says nothing. */
let choice = 0

function speak(next: ScreenLanguage): void {
  language = next
  const words = allWords[language]
  document.documentElement.lang = language
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr'
  document.title = words.title
  for (const each of document.querySelectorAll<HTMLElement>('[data-word]'))
    each.textContent = words[each.dataset.word as 'title']
  byId('limits').replaceChildren(
    ...words.limits.map((text) => {
      const item = document.createElement('li')
      item.textContent = text
      return item
    }),
  )
  show()
}

function show(): void {
  const given = byId<HTMLInputElement>('key').value
  byId('answer').replaceChildren(...(shown === null ? [] : answerTo(shown, allWords[language], given)))
}

/** How much of the whole each part is, as measured; only for the bar. */
const shares = { files: [0, 0.3], chain: [0.3, 0.95], closings: [0.95, 1] } as const

async function check(file: File): Promise<void> {
  choice += 1
  const own = choice
  shown = null
  show()
  const bar = byId<HTMLProgressElement>('progress')
  byId('work').hidden = false
  bar.value = 0
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const verdict = await verifyArchive(bytes, browserTools, {
      key: null,
      onProgress(part, done) {
        const [from, to] = part in shares ? shares[part as keyof typeof shares] : [0, 0]
        if (own === choice) bar.value = from + done * (to - from)
      },
    })
    if (own === choice) shown = verdict
  } finally {
    if (own === choice) byId('work').hidden = true
  }
  show()
}

function begin(): void {
  byId('form').addEventListener('submit', (event) => event.preventDefault())
  byId('key').addEventListener('input', show)
  byId('file').addEventListener('change', (event) => {
    const input = event.target as HTMLInputElement
    const file = input.files?.[0]
    if (file !== undefined) void check(file)
    // The same file can be chosen again, changed meanwhile.
    input.value = ''
  })
  const select = byId<HTMLSelectElement>('language')
  for (const [code, name] of Object.entries(names)) select.append(new Option(name, code))
  select.addEventListener('change', () => speak(select.value as ScreenLanguage))
  // A shop may hand the page out with its fingerprint behind the address: verify.html#TXD9-G0C2-P45B-FNAB.
  if (location.hash !== '') byId<HTMLInputElement>('key').value = location.hash.slice(1)
  const wanted = navigator.languages.map((each) => each.slice(0, 2)).find((each) => each in allWords) ?? 'en'
  select.value = wanted
  speak(wanted as ScreenLanguage)
}

if (isThread) answerAsThread()
else begin()
