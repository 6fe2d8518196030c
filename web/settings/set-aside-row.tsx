import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronDown, ChevronRight, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { SetAsideView } from '#contract/set-aside.ts'
import { call } from '../api/api.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { Button } from '../kit/button.tsx'
import { Chip } from '../kit/chip.tsx'
import { cx } from '../kit/cx.ts'
import { useMe } from '../session/session.ts'
import { useReasons } from './set-aside-words.ts'

type Props = {
  readonly entry: SetAsideView
  /** Null where there is nothing to choose. */
  readonly chosen: boolean | null
  readonly onChoose: (chosen: boolean) => void
}

/** One thing that was set aside: why, when, of which number, and who did what with it. */
export function SetAsideRow({ entry, chosen, onChoose }: Props) {
  const { t } = useLingui()
  const me = useMe()
  const reason = useReasons()[entry.why]
  const [open, setOpen] = useState(false)
  const line = me.lines.find(({ id }) => id === entry.lineId)?.name ?? entry.lineKey
  const at = shortDateTime(Date.parse(entry.at), formatLocale())
  const seesContent = me.permissions.includes('set-aside:content')
  return (
    <li data-testid="set-aside" className={cx('border-b border-border last:border-0', chosen && 'bg-selected')}>
      <div className="flex items-start gap-3 px-4 py-3 max-md:flex-wrap max-md:gap-y-1">
        {chosen !== null && (
          <input
            type="checkbox"
            checked={chosen}
            onChange={(event) => onChoose(event.target.checked)}
            aria-label={t`Elegir: ${reason.title}, ${at}`}
            className="mt-0.5 size-4.5 shrink-0 accent-accent"
          />
        )}
        <div className="min-w-0 flex-1 max-md:basis-3/4">
          <p className="text-md font-semibold">{reason.title}</p>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-text-2 tabular">
            <time dateTime={entry.at}>{at}</time>
            {line && (
              <>
                <span aria-hidden className="max-md:hidden">
                  ·
                </span>
                <span>{entry.lineId ? line : t`número ${line}`}</span>
              </>
            )}
            {entry.times > 1 && (
              <Chip tone="warn">
                <RotateCcw size={12} aria-hidden />
                <Trans>{entry.times} veces</Trans>
              </Chip>
            )}
          </p>
          {entry.state === 'waiting' && <p className="pt-0.5 text-sm text-text-2">{reason.hint}</p>}
          <History entry={entry} />
        </div>
        {seesContent && (
          <Button look="quiet" size="sm" className="max-md:ml-5" aria-expanded={open} onPress={() => setOpen(!open)}>
            {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
            <Trans>Contenido</Trans>
          </Button>
        )}
      </div>
      {open && <Content entry={entry} />}
    </li>
  )
}

function History({ entry }: { readonly entry: SetAsideView }) {
  const { t } = useLingui()
  const words = {
    released: (by: string, at: string) => t`Procesado de nuevo por ${by}, ${at}`,
    dismissed: (by: string, at: string) => t`Descartado por ${by}, ${at}`,
    returned: (_by: string, at: string) => t`Volvió a fallar, ${at}`,
  }
  // Of an entry that went to and fro, the last round says enough.
  const shown = entry.history.slice(-2)
  if (shown.length === 0) return null
  return (
    <ul className="pt-0.5 text-sm text-text-2">
      {shown.map(({ did, by, at }, index) => (
        <li key={index}>{words[did](by ?? t`quien opera Hilo`, shortDateTime(Date.parse(at), formatLocale()))}</li>
      ))}
    </ul>
  )
}

function Content({ entry }: { readonly entry: SetAsideView }) {
  const [raw, setRaw] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  if (!asked) {
    setAsked(true)
    void call('getSetAsideContent', { params: { id: entry.id } }).then((result) =>
      setRaw(result.ok ? pretty(result.value.raw) : result.error.detail || result.error.title),
    )
  }
  return (
    <div className="px-4 pb-4">
      <p className="pb-1 font-mono text-xs break-words text-text-3">{entry.detail}</p>
      <pre
        tabIndex={0}
        className="max-h-80 overflow-auto rounded-md border border-border bg-canvas p-3 font-mono text-xs leading-4 break-words whitespace-pre-wrap text-text-2"
      >
        {raw ?? '…'}
      </pre>
    </div>
  )
}

function pretty(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2)
  } catch {
    return raw
  }
}
