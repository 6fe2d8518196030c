import { useLingui } from '@lingui/react/macro'
import { LogOut, Monitor, Moon, Rows2, Rows3, Rows4, Sun } from 'lucide-react'
import { Button as RacButton } from 'react-aria-components/Button'
import { chooseLocale, LOCALE_NAMES, LOCALES } from '../i18n/i18n.ts'
import { AgentFace } from '../kit/avatar.tsx'
import { cx } from '../kit/cx.ts'
import { Menu, MenuGroup, MenuItem } from '../kit/menu.tsx'
import { prefer, usePreferences } from '../kit/preferences.ts'
import { signOut, useMe } from '../session/session.ts'
import { useDesk } from '../store/desk-store.ts'

export function UserMenu({ size = 34 }: { readonly size?: number }) {
  const { t, i18n } = useLingui()
  const me = useMe()
  const { theme, density } = usePreferences()
  const live = useDesk((state) => state.line === 'open')
  const name = me.agent?.name ?? me.account.name
  return (
    <Menu
      label={t`Mi cuenta`}
      placement="right bottom"
      trigger={
        <RacButton aria-label={t`Mi cuenta: ${name}`} className="relative flex rounded-full">
          <AgentFace id={me.agent?.id ?? ''} name={name} size={size} />
          <span
            title={live ? t`En línea` : t`Sin conexión en vivo`}
            className={cx(
              'absolute -right-0.5 -bottom-0.5 size-3 rounded-full border-2 border-canvas',
              live ? 'bg-whatsapp' : 'bg-text-3',
            )}
          />
        </RacButton>
      }
    >
      <MenuGroup title={me.agent ? `${name} · ${me.agent.email}` : name}>
        <MenuItem text={t`Salir`} icon={<LogOut size={15} aria-hidden />} onAction={() => void signOut()} />
      </MenuGroup>
      <MenuGroup title={t`Aspecto`}>
        <MenuItem
          text={t`Como el sistema`}
          icon={<Monitor size={15} aria-hidden />}
          checked={theme === 'system'}
          onAction={() => prefer('theme', 'system')}
        />
        <MenuItem
          text={t`Claro`}
          icon={<Sun size={15} aria-hidden />}
          checked={theme === 'light'}
          onAction={() => prefer('theme', 'light')}
        />
        <MenuItem
          text={t`Oscuro`}
          icon={<Moon size={15} aria-hidden />}
          checked={theme === 'dark'}
          onAction={() => prefer('theme', 'dark')}
        />
      </MenuGroup>
      <MenuGroup title={t`Densidad de la lista`}>
        <MenuItem
          text={t`Cómoda`}
          icon={<Rows2 size={15} aria-hidden />}
          checked={density === 'comfortable'}
          onAction={() => prefer('density', 'comfortable')}
        />
        <MenuItem
          text={t`Ajustada`}
          icon={<Rows3 size={15} aria-hidden />}
          checked={density === 'cozy'}
          onAction={() => prefer('density', 'cozy')}
        />
        <MenuItem
          text={t`Compacta`}
          icon={<Rows4 size={15} aria-hidden />}
          checked={density === 'compact'}
          onAction={() => prefer('density', 'compact')}
        />
      </MenuGroup>
      <MenuGroup title={t`Idioma`}>
        {LOCALES.map((locale) => (
          <MenuItem
            key={locale}
            text={LOCALE_NAMES[locale]}
            checked={i18n.locale === locale}
            onAction={() => void chooseLocale(locale)}
          />
        ))}
      </MenuGroup>
    </Menu>
  )
}
