import { Trans, useLingui } from '@lingui/react/macro'
import { BellRing, CheckCheck, CloudOff, LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { Notice } from '../kit/notice.tsx'
import { say } from '../kit/toast.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { useMe } from '../session/session.ts'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import { LineStanding } from './line-standing.tsx'
import { useNoticeCounts } from './notice-counts.ts'
import { NoticeRow } from './notice-row.tsx'
import { type NoticeFilter, useNotices } from './use-notices.ts'

const FILTERS: readonly NoticeFilter[] = ['new', 'important', 'all']
/** What the server takes at once. */
const MOST_AT_ONCE = 100

/** What Meta says of the company's numbers, account and templates. */
export function NoticesPage() {
  const { t } = useLingui()
  const me = useMe()
  if (!me.permissions.includes('notice:read')) {
    return (
      <div className="flex-1 bg-canvas">
        <Notice icon={<LockKeyhole size={20} aria-hidden />} title={t`Solo para supervisores y administradores`}>
          {t`Aquí se ve lo que Meta dice de sus números.`}
        </Notice>
      </div>
    )
  }
  return (
    <SettingsFrame>
      <header className="pb-5">
        <PageHeading>{t`Avisos`}</PageHeading>
        <p className="text-sm text-text-2">
          <Trans>Lo que Meta dice de sus números, su cuenta y sus plantillas, y qué hacer.</Trans>
        </p>
      </header>
      <Notices />
    </SettingsFrame>
  )
}

function Notices() {
  const { t } = useLingui()
  const [shown, setShown] = useState<NoticeFilter>('new')
  const { list, reload, more } = useNotices(shown)
  const { warning, danger } = useNoticeCounts()
  const names = { new: t`Por ver`, important: t`Importantes`, all: t`Todos` }
  const unseen = list.notices.filter(({ severity, acknowledged }) => severity !== 'info' && acknowledged === null)

  const seen = async (ids: readonly string[]) => {
    const result = await call('acknowledgeNotices', { body: { ids: ids.slice(0, MOST_AT_ONCE) } })
    if (!result.ok) return say(result.error.detail || result.error.title)
    await reload()
  }

  return (
    <>
      <LineStanding newest={list.notices[0]?.id} />
      <section className="overflow-hidden rounded-lg border border-border bg-surface">
        <div className="flex flex-wrap items-center gap-x-3 border-b border-border px-2 py-2">
          <div role="group" aria-label={t`Qué avisos`} className="flex flex-1 gap-1">
            {FILTERS.map((filter) => (
              <button
                key={filter}
                type="button"
                aria-pressed={filter === shown}
                data-testid={`notices-${filter}`}
                onClick={() => setShown(filter)}
                className={cx(
                  'flex h-8 shrink-0 items-center gap-1.5 rounded-md px-2.5 text-sm font-medium whitespace-nowrap transition-colors duration-90 max-md:h-11',
                  filter === shown ? 'bg-selected text-accent' : 'text-text-2 hover:bg-hover hover:text-text',
                )}
              >
                {names[filter]}
                {filter === 'new' && warning + danger > 0 && (
                  <span className="text-xs tabular">{warning + danger}</span>
                )}
              </button>
            ))}
          </div>
          {unseen.length > 1 && (
            <Button look="quiet" size="sm" onPress={() => void seen(unseen.map(({ id }) => id))}>
              <CheckCheck size={14} aria-hidden />
              <Trans>Marcar como vistos</Trans>
            </Button>
          )}
        </div>
        {list.state === 'failed' ? (
          <Notice icon={<CloudOff size={20} aria-hidden />} title={t`No se pudieron cargar los avisos`}>
            <Button onPress={() => void reload()}>
              <Trans>Reintentar</Trans>
            </Button>
          </Notice>
        ) : list.state === 'ready' && list.notices.length === 0 ? (
          <Notice icon={<BellRing size={20} aria-hidden />} title={t`Nada por ver`}>
            {t`Cuando Meta cambie algo de sus números o plantillas, se dirá aquí.`}
          </Notice>
        ) : (
          <ul>
            {list.notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} onSeen={(id) => void seen([id])} />
            ))}
          </ul>
        )}
        {list.next !== null && (
          <div className="flex justify-center border-t border-border py-2">
            <Button look="quiet" size="sm" onPress={() => void more()}>
              <Trans>Ver más</Trans>
            </Button>
          </div>
        )}
      </section>
    </>
  )
}
