import '@fontsource-variable/inter/opsz.css'
import './styles.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { followParent } from './state/selection.ts'
import { useApp } from './state/store.ts'
import { startSync } from './state/sync.ts'
import { wordsIn } from './words/index.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html needs an element with the id "root"')

function dress({ theme, language }: { theme: string; language: Parameters<typeof wordsIn>[0] }) {
  document.documentElement.dataset['theme'] = theme
  document.documentElement.lang = language
  document.title = `Hilo · ${wordsIn(language).phones}`
}

dress(useApp.getState())
useApp.subscribe(dress)
followParent()
startSync()
createRoot(root).render(<App />)
