import { createRoot } from 'react-dom/client'
import { openTillLine } from './api/line.ts'
import { App } from './app/App.tsx'
import './theme/theme.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(<App line={openTillLine()} />)
