import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useMe } from '../session/session.ts'

export type SettingsPath = '/settings/numbers' | '/settings/set-aside'

/** The settings somebody may see, in their order; empty for most. */
export function settingsFor(permissions: readonly string[]): readonly SettingsPath[] {
  return [
    ...(permissions.includes('line:manage') ? (['/settings/numbers'] as const) : []),
    ...(permissions.includes('set-aside:read') ? (['/settings/set-aside'] as const) : []),
  ]
}

/** Goes from one page of the settings to the others; nothing where there is only one. */
export function SettingsNav() {
  const { t } = useLingui()
  const pages = settingsFor(useMe().permissions)
  const names = { '/settings/numbers': t`Números`, '/settings/set-aside': t`Apartados` }
  if (pages.length < 2) return null
  return (
    <nav aria-label={t`Ajustes`} className="-mx-2 flex gap-1 pb-5">
      {pages.map((page) => (
        <Link
          key={page}
          to={page}
          className="rounded-md px-2 py-1 text-sm font-medium text-text-2 transition-colors duration-90 hover:bg-hover hover:text-text aria-[current=page]:bg-selected aria-[current=page]:text-accent"
        >
          {names[page]}
        </Link>
      ))}
    </nav>
  )
}
