import { Trans } from '@lingui/react/macro'
import { CircleAlert, OctagonAlert, Tag } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TemplateDetail } from '#contract/templates.ts'
import { formatLocale } from '../../i18n/i18n.ts'
import { shortDateTime } from '../../i18n/time-words.ts'
import { cx } from '../../kit/cx.ts'
import { categoryWords } from '../../thread/price.ts'
import { useStatusNames } from '../status-words.ts'

/** What Meta said of the template and what helps: why it was rejected or paused, why it was not taken, what it announced. */
export function SaidByMeta({ detail }: { readonly detail: TemplateDetail }) {
  const { reason, trouble, announced, status } = detail
  const statuses = useStatusNames()
  return (
    <>
      {trouble && (
        <Card
          testId="trouble"
          tone="danger"
          icon={<CircleAlert size={15} aria-hidden />}
          title={<Trans>Meta no la tomó</Trans>}
        >
          <p>{trouble.cause}</p>
          <p className="pt-1 text-text">{trouble.advice}</p>
          {trouble.title && (
            <p className="pt-1 text-xs">
              <Trans>
                Meta dice: {[trouble.title, trouble.details].filter(Boolean).join(' · ')} ({trouble.code})
              </Trans>
            </p>
          )}
        </Card>
      )}
      {reason && (
        <Card
          testId="reason"
          tone={status === 'PAUSED' || status === 'FLAGGED' ? 'warn' : 'danger'}
          icon={<OctagonAlert size={15} aria-hidden />}
          title={statuses[status]}
        >
          {isSaid(reason.words) && (
            <p>
              <Trans>Motivo de Meta: {reason.words}</Trans>
            </p>
          )}
          <p className="pt-1 text-text">{reason.advice}</p>
        </Card>
      )}
      {announced && (
        <Card
          testId="announced"
          tone="warn"
          icon={<Tag size={15} aria-hidden />}
          title={<Trans>Meta la pasará a {categoryWords(announced.category.toLowerCase())}</Trans>}
        >
          {announced.at && <Trans>A partir del {shortDateTime(Date.parse(announced.at), formatLocale())}.</Trans>}
        </Card>
      )}
    </>
  )
}

/** Where Meta gave no reason, there is only the word of the state. */
const isSaid = (words: string): boolean => !/^[A-Z_]+$/.test(words)

type CardProps = {
  readonly testId: string
  readonly tone: 'danger' | 'warn'
  readonly icon: ReactNode
  readonly title: ReactNode
  readonly children: ReactNode
}

const Card = ({ testId, tone, icon, title, children }: CardProps) => (
  <section
    data-testid={testId}
    className={cx(
      'mb-3 rounded-lg border bg-surface px-3.5 py-3 text-sm text-text-2',
      tone === 'danger' ? 'border-danger' : 'border-warn',
    )}
  >
    <h3 className={cx('flex items-center gap-2 pb-1 font-semibold', tone === 'danger' ? 'text-danger' : 'text-warn')}>
      {icon}
      {title}
    </h3>
    {children}
  </section>
)
