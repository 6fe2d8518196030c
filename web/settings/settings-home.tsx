import { Navigate } from '@tanstack/react-router'
import { useMe } from '../session/session.ts'
import { NoPage } from '../shell/no-page.tsx'
import { settingsFor } from './settings-list.ts'

/** Leads to the first of the settings somebody may see. */
export function SettingsHome() {
  const [first] = settingsFor(useMe().permissions)
  return first ? <Navigate to={first} replace /> : <NoPage />
}
