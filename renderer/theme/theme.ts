/**
 * Colours, type, space and fonts of every screen (tokens in `tokens.css`), and the light/dark choice, which is kept
 * on this machine and falls back to the system's.
 */
import '@fontsource/ibm-plex-sans/400.css'
import '@fontsource/ibm-plex-sans/500.css'
import '@fontsource/ibm-plex-sans/600.css'
import '@fontsource/ibm-plex-sans-arabic/400.css'
import '@fontsource/ibm-plex-sans-arabic/500.css'
import '@fontsource/ibm-plex-sans-arabic/600.css'
import './visitors-scripts.css'
import './tokens.css'
import './base.css'
import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark'

const key = 'hanout.theme'
const systemDark = matchMedia('(prefers-color-scheme: dark)')
// Whoever reads `matches` between a change and its event makes Chromium drop the event: it is read once.
let systemIsDark = systemDark.matches
const listeners = new Set<() => void>()

function chosen(): Theme | null {
  const kept = localStorage.getItem(key)
  return kept === 'light' || kept === 'dark' ? kept : null
}

const current = (): Theme => chosen() ?? (systemIsDark ? 'dark' : 'light')

function apply(): void {
  document.documentElement.dataset.theme = current()
  for (const listener of listeners) listener()
}

systemDark.addEventListener('change', ({ matches }) => {
  systemIsDark = matches
  apply()
})
apply()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The theme in force and how to change it. */
export function useTheme(): { readonly theme: Theme; readonly chooseTheme: (theme: Theme) => void } {
  const theme = useSyncExternalStore(subscribe, current)
  return {
    theme,
    chooseTheme: (next) => {
      localStorage.setItem(key, next)
      apply()
    },
  }
}
