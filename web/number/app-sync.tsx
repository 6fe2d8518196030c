import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import type { AppSyncView } from '#contract/app-sync.ts'
import { call } from '../api/api.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { cx } from '../kit/cx.ts'
import { useMe } from '../session/session.ts'

/** What the number brings over from the app on a telephone, as it comes. Nothing for a number that does not live there. */
export function AppSync({ lineId }: { readonly lineId: string }) {
  const { t, i18n } = useLingui()
  const syncs = useAppSyncs(lineId, i18n.locale)
  if (syncs.length === 0) return null
  return (
    <section aria-labelledby="app-sync" data-testid="app-sync">
      <h2 id="app-sync" className="text-md font-semibold">
        {t`De la app en el teléfono`}
      </h2>
      <p className="pb-2 text-sm text-pretty text-text-2">
        <Trans>Los contactos y chats que ya tenía la app. Llegan como leídos y no cuestan nada.</Trans>
      </p>
      <ul className="overflow-hidden rounded-lg border border-border bg-surface">
        {syncs.map((sync) => (
          <SyncRow key={sync.subject} sync={sync} />
        ))}
      </ul>
    </section>
  )
}

/** Read again whenever a line changed: every step of it is told so. */
function useAppSyncs(lineId: string, locale: string): readonly AppSyncView[] {
  const me = useMe()
  const [syncs, setSyncs] = useState<readonly AppSyncView[]>([])
  useEffect(() => {
    let isCurrent = true
    void call('listAppSyncs', { params: { id: lineId } }).then((result) => {
      if (isCurrent && result.ok) setSyncs(result.value.data)
    })
    return () => {
      isCurrent = false
    }
  }, [lineId, locale, me])
  return syncs
}

function SyncRow({ sync }: { readonly sync: AppSyncView }) {
  const { t } = useLingui()
  const { subject, state, progress, problem, heardAt } = sync
  const words = useStateWords(sync)
  const isHistory = subject === 'history'
  return (
    <li className="border-b border-border px-4 py-3 last:border-0" data-subject={subject} data-state={state}>
      <div className="flex items-baseline gap-3">
        <span className="text-sm font-semibold">{isHistory ? t`Historial de chats` : t`Contactos`}</span>
        <span className={cx('ml-auto text-sm tabular', problem ? 'text-warn' : 'text-text-2')}>{words}</span>
      </div>
      {state === 'coming' && progress !== null && (
        <span
          role="progressbar"
          aria-label={t`Historial de chats`}
          aria-valuenow={progress}
          aria-valuemin={0}
          aria-valuemax={100}
          className="mt-2 block h-1 overflow-hidden rounded-xs bg-ring-track"
        >
          <span className="block h-full bg-accent transition-[width] duration-140" style={{ width: `${progress}%` }} />
        </span>
      )}
      {problem ? (
        <p className="pt-1 text-sm text-pretty text-text-2">
          {problem.cause} {problem.advice} <span className="text-text-3 tabular">(Meta {problem.code})</span>
        </p>
      ) : (
        heardAt && (
          <p className="pt-1 text-xs text-text-3">
            <Trans>Último avance: {shortDateTime(Date.parse(heardAt), formatLocale())}</Trans>
          </p>
        )
      )}
    </li>
  )
}

/** In a few words how far it is; of the history also how far back. */
function useStateWords({ state, subject, phase, progress, askedAt }: AppSyncView): string {
  const { t } = useLingui()
  const back: readonly string[] = [t`el último día`, t`hasta 90 días atrás`, t`hasta 180 días atrás`]
  switch (state) {
    case 'waiting':
      return askedAt === null ? t`Por pedir a Meta` : t`Pedido a Meta; todavía no llega`
    case 'coming':
      return [progress === null ? t`Llegando` : t`${progress} %`, phase === null ? null : back[phase]]
        .filter(Boolean)
        .join(' · ')
    case 'done':
      return subject === 'history' ? t`Completo` : t`Al día`
    case 'declined':
      return t`No se comparte`
    case 'refused':
      return t`No llega`
  }
}
