/**
 * The words of the screens: one folder per language, one file per area, English as the source of the keys. A missing
 * or misspelt key in `fr` or `ar` does not compile. Texts are ICU messages. To add an area: three files, three lines.
 */
import type { ScreenLanguage } from '../../kernel/language.ts'
import { app as arApp } from './ar/app.ts'
import { unlock as arUnlock } from './ar/unlock.ts'
import { app as enApp } from './en/app.ts'
import { unlock as enUnlock } from './en/unlock.ts'
import { app as frApp } from './fr/app.ts'
import { unlock as frUnlock } from './fr/unlock.ts'

const en = { ...enApp, ...enUnlock }
export type WordKey = keyof typeof en
export type Words = Readonly<Record<WordKey, string>>

const fr: Words = { ...frApp, ...frUnlock }
const ar: Words = { ...arApp, ...arUnlock }

export const screenWords: Readonly<Record<ScreenLanguage, Words>> = { ar, fr, en }
