/**
 * The screens without a till, for looking at them: `vite` then `/dev/index.html?scene=unknown`. Never part of the
 * built page. `&refuse=belowFloor` makes every command refused by that name; `#customer` is the visitor's page.
 */
import { createRoot } from 'react-dom/client'
import { portLine } from '../api/line.ts'
import { pageFor } from '../app/page-for.tsx'
import '../theme/theme.ts'
import { serveScene } from './fake-till.ts'

const asked = new URLSearchParams(location.search)
const { port1, port2 } = new MessageChannel()
const stop = serveScene(port2, asked.get('scene') ?? 'ringing', asked.get('refuse'))
const line = portLine(port1)
// A port closed on one side tells the other only in newer browsers: the scene "away" needs no more than that.
if (asked.has('away')) setTimeout(stop, 1500)
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(pageFor(location.hash, line))
