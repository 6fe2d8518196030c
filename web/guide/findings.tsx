import { useLingui } from '@lingui/react/macro'
import { CircleAlert, Lightbulb, TriangleAlert } from 'lucide-react'
import type { StepView } from '#contract/guide.ts'
import { Button } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'

type Props = {
  readonly findings: StepView['findings']
  readonly onMend?: ((field: string, text: string) => void) | undefined
}
const LOOKS = {
  error: { Icon: CircleAlert, tone: 'text-danger' },
  warning: { Icon: TriangleAlert, tone: 'text-warn' },
  advice: { Icon: Lightbulb, tone: 'text-info' },
}

/** What a step minds, each with the way to put it right where there is one. */
export function Findings({ findings, onMend }: Props) {
  const { t } = useLingui()
  if (findings.length === 0) return null
  const kinds = { error: t`Error`, warning: t`Riesgo`, advice: t`Consejo` }
  return (
    <ul className="flex flex-col border-y border-border" data-testid="guide-findings">
      {findings.map(({ code, severity, field, mend, message }) => {
        const { Icon, tone } = LOOKS[severity]
        return (
          <li key={code} className="flex gap-3 border-b border-border py-2.5 last:border-0">
            <Icon size={16} className={cx('mt-0.5 shrink-0', tone)} aria-label={kinds[severity]} />
            <div className="min-w-0 flex-1">
              <p className="text-sm text-pretty">{message}</p>
              {mend !== null && onMend && (
                <Button size="sm" className="mt-1.5 text-accent!" onPress={() => onMend(field, mend)}>
                  {t`Cambiar por «${mend}»`}
                </Button>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
