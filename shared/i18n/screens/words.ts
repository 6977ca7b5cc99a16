/**
 * The words of the screens: one folder per language, one file per area, English as the source of the keys. A missing
 * or misspelt key in `fr` or `ar` does not compile. Texts are ICU messages. To add an area: its three files, and a
 * line in each language's `all.ts`.
 */
import type { ScreenLanguage } from '../../kernel/language.ts'
import { ar } from './ar/all.ts'
import { en } from './en/all.ts'
import { fr } from './fr/all.ts'

export type WordKey = keyof typeof en
export type Words = Readonly<Record<WordKey, string>>

export const screenWords: Readonly<Record<ScreenLanguage, Words>> = { ar, fr, en }
