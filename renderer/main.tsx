import { createRoot } from 'react-dom/client'
import { openTillLine } from './api/line.ts'
import { pageFor } from './app/page-for.tsx'
import './theme/theme.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(pageFor(location.hash, openTillLine()))
