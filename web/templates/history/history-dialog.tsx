import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { TemplateDetail } from '#contract/templates.ts'
import { formatLocale } from '../../i18n/i18n.ts'
import { shortDateTime } from '../../i18n/time-words.ts'
import { Button } from '../../kit/button.tsx'
import { cx } from '../../kit/cx.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Segmented } from '../../kit/segmented.tsx'
import { STATUS_TONES, type Status } from '../status-words.ts'
import { type TemplateEvent, useEventWords } from './event-words.ts'
import { VersionsList } from './versions-list.tsx'

type Props = { readonly detail: TemplateDetail; readonly onClose: () => void }

/** What became of a template so far, and what differs from the text Meta has. */
export function HistoryDialog({ detail, onClose }: Props) {
  const { t } = useLingui()
  const [shown, setShown] = useState<'timeline' | 'versions'>('timeline')
  return (
    <Dialog label={t`Historial`} width="lg" onClose={onClose}>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-5 pt-1 pb-4">
        {detail.content && (
          <div className="pb-3">
            <Segmented
              small
              label={t`Qué se ve`}
              value={shown}
              choices={[
                { value: 'timeline', name: t`Lo ocurrido` },
                { value: 'versions', name: t`Versiones y diferencias` },
              ]}
              onChange={setShown}
            />
          </div>
        )}
        {shown === 'versions' ? (
          <VersionsList templateId={detail.id} onClose={onClose} />
        ) : (
          <Timeline events={detail.history} />
        )}
      </div>
      <div className="flex justify-end border-t border-border px-5 py-3">
        <Button onPress={onClose}>
          <Trans>Cerrar</Trans>
        </Button>
      </div>
    </Dialog>
  )
}

const DOTS = { plain: 'bg-text-3', success: 'bg-success', warn: 'bg-warn', danger: 'bg-danger' }
const toneOf = ({ kind, to }: TemplateEvent) =>
  kind === 'status' ? (STATUS_TONES[to as Status] ?? 'plain') : kind === 'not-taken' ? 'danger' : 'plain'

function Timeline({ events }: { readonly events: readonly TemplateEvent[] }) {
  const { t } = useLingui()
  const words = useEventWords()
  return (
    <ol
      data-testid="timeline"
      className="relative flex flex-col before:absolute before:top-2 before:bottom-2 before:left-[4.5px] before:w-px before:bg-border"
    >
      {events.map((event) => (
        <li
          key={`${event.at} ${event.kind} ${event.to ?? ''}`}
          data-kind={event.kind}
          className="relative flex gap-3.5 py-1.5"
        >
          <span
            aria-hidden
            className={cx('relative mt-1.5 size-2.5 shrink-0 rounded-full ring-3 ring-raised', DOTS[toneOf(event)])}
          />
          <span className="min-w-0 flex-1 text-sm">
            <span className={event.kind === 'status' ? 'font-semibold' : ''}>{words(event)}</span>
            {event.kind === 'status' && event.details && <span className="text-text-2"> · {event.details}</span>}
            <span className="block text-xs text-text-2 tabular">
              {shortDateTime(Date.parse(event.at), formatLocale())} · {event.by?.name ?? t`Meta`}
            </span>
          </span>
        </li>
      ))}
      {events.length === 0 && (
        <li className="py-6 text-center text-sm text-text-2">
          <Trans>Todavía no ha ocurrido nada.</Trans>
        </li>
      )}
    </ol>
  )
}
