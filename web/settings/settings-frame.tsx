import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import {
  Bell,
  Clock,
  HandHeart,
  type LucideIcon,
  Megaphone,
  PackageOpen,
  Phone,
  ShieldCheck,
  Tags,
  Users,
  Wallet,
} from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWide } from '../kit/use-media.ts'
import { NoticeBadge } from '../notices/notice-badge.tsx'
import { useMe } from '../session/session.ts'
import { settingsFor, type SettingsPath, useSettingsNames } from './settings-list.ts'

/** A page of the settings, with the way to the others beside it; above it where there is no room. */
export function SettingsFrame({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <SettingsRail />
      <div className="min-w-0 flex-1 overflow-y-auto bg-canvas">
        <div className="mx-auto flex max-w-220 flex-col px-6 py-7 max-md:px-4">
          <SettingsTabs />
          {children}
        </div>
      </div>
    </>
  )
}

const ICONS: Readonly<Record<SettingsPath, LucideIcon>> = {
  '/settings/numbers': Phone,
  '/settings/notices': Bell,
  '/settings/hours': Clock,
  '/settings/contact': Megaphone,
  '/settings/costs': Wallet,
  '/settings/rates': Tags,
  '/settings/duplicates': Users,
  '/settings/consents': HandHeart,
  '/settings/privacy': ShieldCheck,
  '/settings/set-aside': PackageOpen,
}

/** In the inbox's column, so that changing rooms moves nothing; nothing where there is no room, or only one page. */
export function SettingsRail() {
  const { t } = useLingui()
  const wide = useWide()
  const pages = settingsFor(useMe().permissions)
  const names = useSettingsNames()
  const groups: readonly (readonly [string, readonly SettingsPath[]])[] = [
    ['WhatsApp', ['/settings/numbers', '/settings/notices']],
    [t`Atención`, ['/settings/hours', '/settings/contact']],
    [t`Gasto`, ['/settings/costs', '/settings/rates']],
    [t`Personas`, ['/settings/duplicates', '/settings/consents', '/settings/privacy']],
    [t`Sistema`, ['/settings/set-aside']],
  ]
  if (!wide || pages.length < 2) return null
  return (
    <nav
      aria-label={t`Ajustes`}
      className="flex w-55 shrink-0 flex-col overflow-y-auto border-r border-border bg-canvas px-2.5 pb-4"
    >
      <p className="h-12 shrink-0 truncate px-2 text-xl leading-12 font-semibold tracking-[-0.01em]">{t`Ajustes`}</p>
      {groups.map(([name, all]) => {
        const shown = all.filter((page) => pages.includes(page))
        if (shown.length === 0) return null
        return (
          <div key={name} className="pb-4">
            <p className="px-2 pb-1.5 text-2xs font-semibold tracking-[0.02em] text-text-3">{name}</p>
            <ul className="flex flex-col gap-px">
              {shown.map((page) => {
                const Icon = ICONS[page]
                return (
                  <li key={page}>
                    <Link
                      to={page}
                      className="flex h-8 items-center gap-2 rounded-md px-2 text-sm text-text-2 transition-colors duration-90 hover:bg-hover hover:text-text aria-[current=page]:bg-selected aria-[current=page]:font-semibold aria-[current=page]:text-accent"
                    >
                      <Icon size={16} strokeWidth={1.75} aria-hidden className="mx-px shrink-0" />
                      <span className="min-w-0 flex-1 truncate">{names[page]}</span>
                      {page === '/settings/notices' && <NoticeBadge />}
                    </Link>
                  </li>
                )
              })}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}

function SettingsTabs() {
  const { t } = useLingui()
  const wide = useWide()
  const pages = settingsFor(useMe().permissions)
  const names = useSettingsNames()
  const nav = useRef<HTMLElement>(null)
  // On a telephone not all fit: the one that is open is in sight.
  useEffect(() => {
    const open = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (nav.current && open) nav.current.scrollLeft = open.offsetLeft - (nav.current.clientWidth - open.offsetWidth) / 2
  }, [wide])
  if (wide || pages.length < 2) return null
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
