import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { NoticeBadge } from '../notices/notice-badge.tsx'
import { useMe } from '../session/session.ts'

export type SettingsPath =
  | '/settings/numbers'
  | '/settings/hours'
  | '/settings/contact'
  | '/settings/notices'
  | '/settings/costs'
  | '/settings/rates'
  | '/settings/duplicates'
  | '/settings/consents'
  | '/settings/privacy'
  | '/settings/set-aside'

/** The settings somebody may see, in their order; empty for most. */
export function settingsFor(permissions: readonly string[]): readonly SettingsPath[] {
  return [
    ...(permissions.includes('line:manage') ? (['/settings/numbers'] as const) : []),
    ...(permissions.includes('hours:manage') ? (['/settings/hours'] as const) : []),
    ...(permissions.includes('policy:manage') ? (['/settings/contact'] as const) : []),
    ...(permissions.includes('notice:read') ? (['/settings/notices'] as const) : []),
    ...(permissions.includes('cost:read') ? (['/settings/costs', '/settings/rates'] as const) : []),
    ...(permissions.includes('contact:review') ? (['/settings/duplicates'] as const) : []),
    ...(permissions.includes('consent:manage') ? (['/settings/consents'] as const) : []),
    ...(permissions.includes('privacy:read') ? (['/settings/privacy'] as const) : []),
    ...(permissions.includes('set-aside:read') ? (['/settings/set-aside'] as const) : []),
  ]
}

export function useSettingsNames(): Readonly<Record<SettingsPath, string>> {
  const { t } = useLingui()
  return {
    '/settings/numbers': t`Números`,
    '/settings/hours': t`Horario`,
    '/settings/contact': t`Contacto`,
    '/settings/notices': t`Avisos`,
    '/settings/costs': t`Costos`,
    '/settings/rates': t`Tarifas`,
    '/settings/duplicates': t`Duplicados`,
    '/settings/consents': t`Consentimientos`,
    '/settings/privacy': t`Privacidad`,
    '/settings/set-aside': t`Apartados`,
  }
}

/** Goes from one page of the settings to the others; nothing where there is only one. */
export function SettingsNav() {
  const { t } = useLingui()
  const pages = settingsFor(useMe().permissions)
  const names = useSettingsNames()
  const nav = useRef<HTMLElement>(null)
  // On a telephone not all fit: the one that is open is in sight.
  useEffect(() => {
    const open = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (nav.current && open) nav.current.scrollLeft = open.offsetLeft - (nav.current.clientWidth - open.offsetWidth) / 2
  }, [])
  if (pages.length < 2) return null
  return (
    <nav
      ref={nav}
      aria-label={t`Ajustes`}
      className="-mx-1.5 mb-5 flex shrink-0 gap-1 overflow-x-auto max-md:-mx-4 max-md:px-2"
    >
      {pages.map((page) => (
        <Link
          key={page}
          to={page}
          className="flex h-8 shrink-0 items-center rounded-md px-1.5 text-sm font-medium whitespace-nowrap text-text-2 transition-colors duration-90 hover:bg-hover hover:text-text focus-visible:-outline-offset-2 max-md:h-11 aria-[current=page]:bg-selected aria-[current=page]:text-accent"
        >
          {names[page]}
          {page === '/settings/notices' && <NoticeBadge className="ml-1.5" />}
        </Link>
      ))}
    </nav>
  )
}
