/** Every area of this language, in one object. */
import { app } from './app.ts'
import { card } from './card.ts'
import { done } from './done.ts'
import { pay } from './pay.ts'
import { sell } from './sell.ts'
import { unknown } from './unknown.ts'
import { unlock } from './unlock.ts'

export const fr = { ...app, ...card, ...done, ...pay, ...sell, ...unknown, ...unlock }
