import { I18nProvider } from '@lingui/react'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { i18n, preferredLocale, speak } from './i18n/i18n.ts'
import { router } from './router.tsx'
import { resumeSession } from './session/session.ts'
import '@fontsource/ibm-plex-mono/400.css'
import './style/app.css'

void resumeSession()
await speak(preferredLocale())

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no element with id "root"')
createRoot(place).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>
  </StrictMode>,
)
