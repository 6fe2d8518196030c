import { Trans, useLingui } from '@lingui/react/macro'
import { Copy } from 'lucide-react'
import type { Week } from '#core/opening-hours/opening-hours.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { IconButton } from '../kit/button.tsx'
import { Menu, MenuItem } from '../kit/menu.tsx'
import { weekdayNames } from '../settings/contact/names.ts'
import { DayRow } from './day-row.tsx'
import { copyTo, usualFor } from './week.ts'

type Props = { readonly week: Week; readonly onChange: (week: Week) => void }

const WORKDAYS = [0, 1, 2, 3, 4]
const ALL = [...WORKDAYS, 5, 6]

/** Seven days, each copied to the others at a click or by the keyboard. */
export function WeekEditor({ week, onChange }: Props) {
  const { t } = useLingui()
  const names = weekdayNames(formatLocale())
  return (
    <>
      <ul data-testid="week-editor">
        {week.map((hours, day) => {
          const name = names[day] ?? ''
          const next = day + 1
          return (
            <DayRow
              key={name}
              name={name}
              hours={hours}
              usual={usualFor(week, day)}
              onChange={(changed) => onChange(week.map((each, at) => (at === day ? changed : each)) as unknown as Week)}
              {...(next < 7 && { onCopyDown: () => onChange(copyTo(week, day, [next])) })}
              aside={
                <Menu
                  label={t`Copiar ${name}`}
                  trigger={
                    <IconButton label={t`Copiar ${name} a otros días`} className="max-md:size-11!">
                      <Copy size={15} aria-hidden />
                    </IconButton>
                  }
                >
                  {next < 7 && (
                    <MenuItem
                      text={t`Al ${names[next] ?? ''}`}
                      keys="alt+↓"
                      onAction={() => onChange(copyTo(week, day, [next]))}
                    />
                  )}
                  <MenuItem text={t`De lunes a viernes`} onAction={() => onChange(copyTo(week, day, WORKDAYS))} />
                  <MenuItem text={t`A todos los días`} onAction={() => onChange(copyTo(week, day, ALL))} />
                </Menu>
              }
            />
          )
        })}
      </ul>
      <p className="border-t border-border px-5 py-2 text-xs text-text-3 max-md:hidden">
        <Trans>Flechas: ±15 minutos; con mayúsculas, ±1 hora. Alt y flecha abajo copian el día al siguiente.</Trans>
      </p>
    </>
  )
}
