/** Keys of the counter, the same in every language and on every layout. */
import { useEffect, useEffectEvent } from 'react'

export type ShortcutKey = 'F2' | 'F4' | 'F8' | 'F9' | 'F10' | 'Escape'

/** Calls the action of a key while mounted; a key without one is left to the browser. */
export function useShortcuts(actions: Readonly<Partial<Record<ShortcutKey, () => void>>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
    // A dialog or a menu has its own Escape.
    if (document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null) return
    const action = actions[event.key as ShortcutKey]
    if (action === undefined) return
    event.preventDefault()
    action()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
