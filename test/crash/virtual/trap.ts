import type { Disturbance } from './disturbance.ts'
import type { Shop } from './shop.ts'
import type { TillLife } from './till-life.ts'

/** Closes once, when its moment comes. */
export interface Trap {
  readonly struck: boolean
  takeAway(): void
}

/** Lays a disturbance in the way of whatever this life of the till does next. */
export function setTrap(shop: Shop, life: TillLife, disturbance: Disturbance): Trap {
  const { when, victim, awayMs } = disturbance
  let struck = false
  let cancel: () => void = () => undefined

  function takeAway(): void {
    cancel()
    shop.line.watch(() => null)
    shop.onCommit = () => undefined
  }

  function strike(): void {
    if (struck) return
    struck = true
    takeAway()
    if (victim === 'line') shop.line.cut(awayMs)
    else if (victim === 'terminal') shop.terminal.powerCycle(awayMs)
    else {
      life.die()
      shop.line.leave()
    }
  }

  if (when.at === 'instant') cancel = shop.timers.after(when.ms, strike)
  else {
    let left = when.count
    const counted = (): boolean => {
      left -= 1
      return left === 0
    }
    if (when.at === 'byte') {
      shop.line.watch((direction) => (direction === when.direction && counted() ? strike : null))
    } else {
      shop.onCommit = (side) => {
        if (side === when.side && counted()) strike()
      }
    }
  }
  return {
    get struck() {
      return struck
    },
    takeAway,
  }
}
