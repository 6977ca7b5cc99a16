/** Every area of this language, in one object. */
import { app } from './app.ts'
import { card } from './card.ts'
import { devices } from './devices.ts'
import { done } from './done.ts'
import { firstRun } from './first-run.ts'
import { pay } from './pay.ts'
import { sell } from './sell.ts'
import { shift } from './shift.ts'
import { tickets } from './tickets.ts'
import { unknown } from './unknown.ts'
import { unlock } from './unlock.ts'

export const ar = {
  ...app,
  ...card,
  ...devices,
  ...done,
  ...firstRun,
  ...pay,
  ...sell,
  ...shift,
  ...tickets,
  ...unknown,
  ...unlock,
}
