import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { GuideView } from '#contract/guide.ts'
import { amountWords, countWords } from '../../costs/words.ts'
import { categoryWords } from '../../thread/price.ts'

type Fit = NonNullable<GuideView['fit']>

/** What suits, why, how many people and how much money; estimates are called estimates. */
export function FitResult({ fit }: { readonly fit: Fit }) {
  const { t } = useLingui()
  const titles = {
    app: t`Le basta la app WhatsApp Business`,
    platform: t`Le conviene la plataforma`,
    both: t`Le convienen las dos: la plataforma, sin dejar la app`,
  }
  const reasons: Readonly<Record<Fit['reasons'][number], string>> = {
    'many-agents': t`Responden más personas de las que caben en la app.`,
    'many-conversations': t`Son demasiadas conversaciones para una bandeja sin reparto.`,
    systems: t`Otros sistemas solo pueden conectarse a la plataforma.`,
    bot: t`Un bot necesita la plataforma.`,
    outreach: t`La app solo difunde a 256 contactos que le tengan en su agenda.`,
    'keeps-app': t`El número puede seguir en la app a la vez.`,
    small: t`Poca gente, pocas conversaciones y ningún sistema: la app es gratis y suficiente.`,
  }
  const currency = fit.parts.find(({ cost }) => cost)?.cost?.currency ?? 'USD'
  const total = fit.parts.reduce((sum, { cost }) => sum + (cost?.micros ?? 0), 0)
  return (
    <section
      aria-label={t`Resultado`}
      data-testid="fit-result"
      className="overflow-hidden rounded-lg border border-border bg-surface"
    >
      <div className="px-4 py-3.5">
        <h3 className="text-lg font-semibold">{titles[fit.suits]}</h3>
        <ul className="pt-1 text-sm text-text-2">
          {fit.reasons.map((reason) => (
            <li key={reason}>{reasons[reason]}</li>
          ))}
        </ul>
      </div>
      <dl className="grid grid-cols-2 border-t border-border max-md:grid-cols-1">
        <div className="border-r border-border px-4 py-3 max-md:border-r-0 max-md:border-b">
          <dt className="text-xs font-semibold text-text-2">
            <Trans>Gente en la hora más cargada</Trans>
          </dt>
          <dd className="pt-0.5 text-2xl font-semibold tabular">
            <Plural value={fit.agents} one="# agente" many="# de agentes" other="# agentes" />
          </dd>
          <dd className="text-xs text-pretty text-text-3">
            <Trans>Primera estimación (fórmula de Erlang C; supone una hora punta con un 50 % más)</Trans>
          </dd>
        </div>
        <div className="px-4 py-3">
          <dt className="text-xs font-semibold text-text-2">
            <Trans>Meta, al mes</Trans>
          </dt>
          <dd className="pt-0.5 text-2xl font-semibold tabular">{amountWords({ micros: total, currency })}</dd>
          {fit.parts
            .filter(({ messages }) => messages > 0)
            .map(({ category, messages, cost }) => (
              <dd key={category} className="flex justify-between gap-3 text-xs text-text-2 tabular">
                <span>
                  {categoryWords(category as 'service')} · {countWords(messages)}
                </span>
                <span>{cost === null ? t`sin tarifa` : amountWords(cost)}</span>
              </dd>
            ))}
          <dd className="pt-1 text-xs text-pretty text-text-3">
            {fit.freeAnswers !== null && (
              <Trans>Las primeras {countWords(fit.freeAnswers)} respuestas son gratis.</Trans>
            )}{' '}
            {fit.demonstration && <Trans>Con tarifas de demostración; importe las de Meta en Tarifas.</Trans>}{' '}
            <Trans>Hilo no cobra licencia. La gente es su costo mayor.</Trans>
          </dd>
        </div>
      </dl>
    </section>
  )
}
