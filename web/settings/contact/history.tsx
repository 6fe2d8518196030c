import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import type { PolicyChangeView, PolicyView } from '#contract/policy.ts'
import { call } from '../../api/api.ts'
import { formatLocale } from '../../i18n/i18n.ts'
import { shortDateTime } from '../../i18n/time-words.ts'
import { usePartNames } from './names.ts'
import { Section } from './section.tsx'

/** Who changed what, and why. `newest` makes it look again. */
export function History({ newest }: { readonly newest: PolicyView }) {
  const { t } = useLingui()
  const [changes, setChanges] = useState<readonly PolicyChangeView[]>([])
  useEffect(() => {
    void call('listPolicyChanges', { query: { limit: 20 } }).then(
      (result) => result.ok && setChanges(result.value.data),
    )
  }, [newest])
  const names: Readonly<Record<PolicyChangeView['what'], string>> = {
    policy: t`Cambió las reglas`,
    'exception-made': t`Apartó una ley`,
    'exception-ended': t`Volvió a aplicar una ley`,
    barred: t`Añadió a no contactar`,
    unbarred: t`Quitó de no contactar`,
  }
  const parts = usePartNames()
  const keys: Readonly<Record<string, string>> = {
    ...parts,
    own: t`Reglas de la empresa`,
    consentFor: t`Permiso`,
    holidays: t`Festivos propios`,
    zone: t`Zona horaria`,
    isOwnerOnly: t`Quién puede escribir`,
  }
  const inWords = (why: string) =>
    why
      .split(/(?<=, | · )|(?=, | · )/)
      .map((part) => keys[part] ?? part)
      .join('')
  return (
    <Section title={t`Registro`} hint={t`Nadie puede borrarlo ni cambiarlo.`}>
      <ul className="px-5 py-2">
        {changes.map(({ id, at, by, what, why }) => (
          <li key={id} className="flex gap-3 py-1 text-sm max-md:flex-col max-md:gap-0">
            <span className="w-36 shrink-0 text-text-3 tabular">{shortDateTime(Date.parse(at), formatLocale())}</span>
            <span className="min-w-0 flex-1">
              <span className="font-medium">{by ?? 'API'}</span> · {names[what]}{' '}
              <span className="text-text-2">— {inWords(why)}</span>
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
