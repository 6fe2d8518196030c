import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { PolicyView } from '#contract/policy.ts'
import { call } from '../../api/api.ts'
import { formatLocale } from '../../i18n/i18n.ts'
import { shortDateTime } from '../../i18n/time-words.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { say } from '../../kit/toast.tsx'
import { ExceptionForm } from './exception-form.tsx'
import { usePartNames } from './names.ts'
import { Section } from './section.tsx'

type Props = { readonly policy: PolicyView; readonly onChange: (policy: PolicyView) => void }

/** The laws that hold for people of each country, and what of them was set aside. */
export function Laws({ policy, onChange }: Props) {
  const { t } = useLingui()
  const [lifting, setLifting] = useState<PolicyView['laws'][number] | null>(null)
  return (
    <Section
      title={t`Leyes por país`}
      hint={t`Valen para quien vive en el país, según su número. Solo se pueden apartar dejando escrito por qué.`}
    >
      <ul>
        {policy.laws.map((law) => (
          <li
            key={law.id}
            data-testid="law"
            data-pack={law.id}
            className="border-b border-border px-5 py-4 last:border-0"
          >
            <div className="flex items-start gap-3 max-md:flex-col">
              <div className="min-w-0 flex-1">
                <h3 className="font-semibold">{law.country}</h3>
                {law.rules.map((rule) => (
                  <p key={rule} className="text-sm">
                    {rule}
                  </p>
                ))}
                <p className="pt-1 text-xs text-text-3">
                  {law.law} ·{' '}
                  <span className="whitespace-nowrap">
                    <Trans>consultado el {law.checkedOn}</Trans>
                  </span>
                </p>
                {law.uncertain && (
                  <p className="pt-1 text-xs text-text-2">
                    <Chip tone="warn">
                      <Trans>Confirmar con un abogado</Trans>
                    </Chip>{' '}
                    {law.uncertain}
                  </p>
                )}
              </div>
              <Button size="sm" className="max-md:h-11" onPress={() => setLifting(law)}>
                <Trans>Registrar excepción</Trans>
              </Button>
            </div>
            <Exceptions policy={policy} pack={law.id} onChange={onChange} />
          </li>
        ))}
      </ul>
      {lifting && <ExceptionForm law={lifting} onClose={() => setLifting(null)} onMade={onChange} />}
    </Section>
  )
}

function Exceptions({ policy, pack, onChange }: Props & { readonly pack: string }) {
  const parts = usePartNames()
  const end = async (id: string) => {
    const result = await call('endException', { params: { id } })
    if (result.ok) onChange(result.value)
    else say(result.error.detail || result.error.title)
  }
  return policy.exceptions
    .filter((exception) => exception.pack === pack)
    .map(({ id, part, reason, by, at, until }) => (
      <div
        key={id}
        data-testid="exception"
        className="mt-2 flex items-start gap-3 rounded-md bg-warn-soft px-3 py-2 text-sm max-md:flex-col"
      >
        <div className="min-w-0 flex-1">
          <p>
            <span className="font-semibold">
              <Trans>Apartado: {parts[part]}</Trans>
            </span>{' '}
            — {reason}
          </p>
          <p className="text-xs text-text-2">
            {by} · {shortDateTime(Date.parse(at), formatLocale())}
            {until && (
              <>
                {' · '}
                <Trans>hasta {shortDateTime(Date.parse(until), formatLocale())}</Trans>
              </>
            )}
          </p>
        </div>
        <Button size="sm" className="max-md:h-11" onPress={() => void end(id)}>
          <Trans>Volver a aplicar</Trans>
        </Button>
      </div>
    ))
}
