import { useLingui } from '@lingui/react/macro'
import type { PackPart, ProactivePurpose } from '#core/policy/rule.ts'

export function usePartNames(): Readonly<Record<PackPart, string>> {
  const { t } = useLingui()
  return { hours: t`Horario`, holidays: t`Festivos`, frequency: t`Frecuencia`, consent: t`Permiso` }
}

export function usePurposeNames(): Readonly<Record<ProactivePurpose, string>> {
  const { t } = useLingui()
  return { notices: t`Avisos a clientes`, marketing: t`Publicidad`, collections: t`Cobranza` }
}

/** Monday first. */
export const weekdayNames = (locale: string): readonly string[] =>
  Array.from({ length: 7 }, (_, day) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 10, 23 + day)),
  )
