import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import type { HoursChangeView, KeptHoursView, OpeningHoursView } from '#contract/opening-hours.ts'
import { call } from '../api/api.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { useMe } from '../session/session.ts'
import { Section } from '../settings/contact/section.tsx'

/** Who changed what. `newest` makes it look again. */
export function HoursHistory({ newest }: { readonly newest: OpeningHoursView }) {
  const { t } = useLingui()
  const me = useMe()
  const [changes, setChanges] = useState<readonly HoursChangeView[]>([])
  useEffect(() => {
    void call('listHoursChanges', { query: { limit: 20 } }).then((result) => result.ok && setChanges(result.value.data))
  }, [newest])
  const what = ({ before, after }: HoursChangeView): string => {
    if (after === null) return t`Quitó el horario`
    if (before === null) return t`Puso el horario`
    const parts = PARTS.filter((part) => JSON.stringify(part.of(before)) !== JSON.stringify(part.of(after)))
    const names = {
      week: t`semana`,
      place: t`lugar y festivos`,
      dates: t`fechas especiales`,
      away: t`mensaje de ausencia`,
    }
    return t`Cambió: ${parts.map(({ name }) => names[name]).join(', ') || '–'}`
  }
  const lineName = (lineId: string | null) =>
    lineId === null ? t`Empresa` : (me.lines.find(({ id }) => id === lineId)?.name ?? '–')
  return (
    <Section title={t`Registro`} hint={t`Nadie puede borrarlo ni cambiarlo.`}>
      <ul className="px-5 py-2 max-md:px-4">
        {changes.map((change) => (
          <li key={change.id} className="flex gap-3 py-1 text-sm max-md:flex-col max-md:gap-0">
            <span className="w-36 shrink-0 text-text-3 tabular">
              {shortDateTime(Date.parse(change.at), formatLocale())}
            </span>
            <span className="min-w-0 flex-1">
              <span className="font-medium">{change.by ?? 'API'}</span> · {lineName(change.lineId)}{' '}
              <span className="text-text-2">— {what(change)}</span>
            </span>
          </li>
        ))}
        {changes.length === 0 && (
          <li className="py-3 text-center text-sm text-text-2">
            <Trans>Todavía no se ha cambiado nada.</Trans>
          </li>
        )}
      </ul>
    </Section>
  )
}

const PARTS = [
  { name: 'week', of: ({ hours }: KeptHoursView) => hours.week },
  { name: 'place', of: ({ hours }: KeptHoursView) => [hours.zone, hours.holidays] },
  { name: 'dates', of: ({ hours }: KeptHoursView) => hours.dates },
  { name: 'away', of: ({ away }: KeptHoursView) => away },
] as const
