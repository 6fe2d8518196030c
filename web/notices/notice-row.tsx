import { Trans, useLingui } from '@lingui/react/macro'
import { Check, ChevronDown, ChevronRight, Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { NoticeView } from '#contract/notice.ts'
import { call } from '../api/api.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { Button } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { useMe } from '../session/session.ts'

const LOOKS = {
  info: { icon: Info, tone: 'bg-chip text-text-2' },
  warning: { icon: TriangleAlert, tone: 'bg-warn-soft text-warn' },
  danger: { icon: OctagonAlert, tone: 'bg-danger-soft text-danger' },
}

/** Fields of what Hilo itself tells: Meta sent nothing. */
const OURS: ReadonlySet<string> = new Set(['alert', 'budget'])

type Props = { readonly notice: NoticeView; readonly onSeen: (id: string) => void }

/** One thing Meta told, or Hilo found out: what happened, what to do, of which number and when. */
export function NoticeRow({ notice, onSeen }: Props) {
  const { t } = useLingui()
  const me = useMe()
  const [open, setOpen] = useState(false)
  const { severity, acknowledged, until, template } = notice
  const { icon: Icon, tone } = LOOKS[severity]
  const severities = { info: t`Información`, warning: t`Advertencia`, danger: t`Peligro` }
  const time = (at: string) => shortDateTime(Date.parse(at), formatLocale())
  const line = me.lines.find(({ id }) => id === notice.lineId)?.name
  const seenBy = acknowledged?.by ?? t`alguien`
  return (
    <li data-testid="notice" data-code={notice.code} className="border-b border-border last:border-0">
      <div className="flex items-start gap-3 px-4 py-3.5">
        <span className={cx('flex size-8 shrink-0 items-center justify-center rounded-full', tone)}>
          <Icon size={16} aria-hidden />
          <span className="sr-only">{severities[severity]}</span>
        </span>
        <div className="min-w-0 flex-1">
          <p className={cx('text-md break-words', severity === 'info' ? 'font-medium' : 'font-semibold')}>
            {notice.title}
          </p>
          <p className="pt-0.5 text-sm text-text-2">{notice.advice}</p>
          {notice.details.length > 0 && (
            <p className="pt-0.5 text-sm break-words text-text-2">
              <Trans>Meta dice:</Trans> {notice.details.join(' · ')}
            </p>
          )}
          <p className="flex flex-wrap gap-x-2 gap-y-0.5 pt-1 text-xs text-text-3 tabular">
            <time dateTime={notice.at}>{time(notice.at)}</time>
            {line && <Part>{line}</Part>}
            {template && <Part>{template.language}</Part>}
            {until && (
              <Part>
                <Trans>hasta el {time(until)}</Trans>
              </Part>
            )}
            {notice.isOver && (
              <Part>
                <Trans>se resolvió solo</Trans>
              </Part>
            )}
            {acknowledged && !notice.isOver && (
              <Part>
                <Trans>
                  visto por {seenBy}, {time(acknowledged.at)}
                </Trans>
              </Part>
            )}
          </p>
          {!OURS.has(notice.field) && (
            <div className="-ml-2.5 flex flex-wrap gap-1 pt-1.5">
              <Button look="quiet" size="sm" aria-expanded={open} onPress={() => setOpen(!open)}>
                {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
                <Trans>Lo que envió Meta</Trans>
              </Button>
            </div>
          )}
        </div>
        {severity !== 'info' && acknowledged === null && (
          <Button size="sm" aria-label={t`Visto: ${notice.title}`} onPress={() => onSeen(notice.id)}>
            <Check size={14} aria-hidden />
            <Trans>Visto</Trans>
          </Button>
        )}
      </div>
      {open && <Content notice={notice} />}
    </li>
  )
}

const Part = ({ children }: { readonly children: React.ReactNode }) => (
  <>
    <span aria-hidden>·</span>
    <span>{children}</span>
  </>
)

function Content({ notice }: { readonly notice: NoticeView }) {
  const [raw, setRaw] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  if (!asked) {
    setAsked(true)
    void call('getNoticeContent', { params: { id: notice.id } }).then((result) =>
      setRaw(result.ok ? JSON.stringify(JSON.parse(result.value.raw), null, 2) : result.error.title),
    )
  }
  return (
    <div className="px-4 pb-4 md:pl-15">
      <p className="pb-1 font-mono text-xs break-words text-text-3">{notice.field}</p>
      <pre
        tabIndex={0}
        className="max-h-80 overflow-auto rounded-md border border-border bg-canvas p-3 font-mono text-xs leading-4 break-words whitespace-pre-wrap text-text-2"
      >
        {raw ?? '…'}
      </pre>
    </div>
  )
}
