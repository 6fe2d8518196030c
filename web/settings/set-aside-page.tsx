import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CheckCheck, CloudOff, LockKeyhole, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { Notice } from '../kit/notice.tsx'
import { say } from '../kit/toast.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { useMe } from '../session/session.ts'
import { SetAsideRow } from './set-aside-row.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import { type SetAsideState, useSetAside } from './use-set-aside.ts'

const STATES: readonly SetAsideState[] = ['waiting', 'released', 'dismissed']
/** What the server takes at once. */
const MOST_AT_ONCE = 100
/** A released part that fails again is back within a second. */
const LOOK_AGAIN_MS = 1_500

/** What Meta sent and Hilo could not process: why, and what to do with it. */
export function SetAsidePage() {
  const { t } = useLingui()
  const me = useMe()
  if (!me.permissions.includes('set-aside:read')) {
    return (
      <div className="flex-1 bg-canvas">
        <Notice icon={<LockKeyhole size={20} aria-hidden />} title={t`Solo para supervisores y administradores`}>
          {t`Aquí se ve lo que no se pudo procesar.`}
        </Notice>
      </div>
    )
  }
  return (
    <SettingsFrame>
      <header className="pb-5">
        <PageHeading>{t`Apartados`}</PageHeading>
        <p className="text-sm text-text-2">
          <Trans>Lo que envió Meta y no se pudo procesar. Nada se pierde: espera aquí, entero.</Trans>
        </p>
      </header>
      <SetAsideLists canSettle={me.permissions.includes('set-aside:settle')} />
    </SettingsFrame>
  )
}

function SetAsideLists({ canSettle }: { readonly canSettle: boolean }) {
  const { t } = useLingui()
  const [shown, setShown] = useState<SetAsideState>('waiting')
  const { list, reload, more } = useSetAside(shown)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const names = { waiting: t`Por revisar`, released: t`Procesados`, dismissed: t`Descartados` }
  const mayChoose = canSettle && shown === 'waiting'
  const ids = list.entries.map(({ id }) => id).filter((id) => chosen.has(id))

  const show = (state: SetAsideState) => {
    setShown(state)
    setChosen(new Set())
  }
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const settle = async (how: 'releaseSetAside' | 'dismissSetAside') => {
    setBusy(true)
    let settled = 0
    for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
      const result = await call(how, { body: { ids: ids.slice(from, from + MOST_AT_ONCE) } })
      if (!result.ok) {
        say(result.error.detail || result.error.title)
        break
      }
      settled += result.value.settled.length
    }
    setBusy(false)
    setChosen(new Set())
    if (settled > 0) say(how === 'releaseSetAside' ? t`Se procesan de nuevo: ${settled}` : t`Descartados: ${settled}`)
    await reload()
    if (how === 'releaseSetAside') setTimeout(() => void reload(), LOOK_AGAIN_MS)
  }

  return (
    <section className="overflow-hidden rounded-lg border border-border bg-surface">
      <div role="group" aria-label={t`Estado`} className="flex gap-1 overflow-x-auto border-b border-border px-2 py-2">
        {STATES.map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={state === shown}
            data-testid={`set-aside-${state}`}
            onClick={() => show(state)}
            className={cx(
              'flex h-8 shrink-0 items-center gap-1.5 rounded-md px-2.5 text-sm font-medium whitespace-nowrap transition-colors duration-90',
              state === shown ? 'bg-selected text-accent' : 'text-text-2 hover:bg-hover hover:text-text',
            )}
          >
            {names[state]}
            <span className="text-xs tabular">{counted(list.counts?.[state])}</span>
          </button>
        ))}
      </div>
      {mayChoose && list.entries.length > 0 && (
        <div className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 border-b border-border px-4 py-2">
          <label className="flex flex-1 items-center max-md:basis-full gap-3 text-sm whitespace-nowrap text-text-2">
            <input
              type="checkbox"
              checked={ids.length === list.entries.length}
              ref={(box) => {
                if (box) box.indeterminate = ids.length > 0 && ids.length < list.entries.length
              }}
              onChange={(event) => setChosen(new Set(event.target.checked ? list.entries.map(({ id }) => id) : []))}
              className="size-4.5 shrink-0 accent-accent"
            />
            {ids.length === 0 ? (
              <Trans>Elegir todo</Trans>
            ) : (
              <Plural value={ids.length} one="# elegido" other="# elegidos" />
            )}
          </label>
          <Button size="sm" isDisabled={busy || ids.length === 0} onPress={() => void settle('dismissSetAside')}>
            <Trans>Descartar</Trans>
          </Button>
          <Button
            size="sm"
            look="primary"
            isDisabled={busy || ids.length === 0}
            onPress={() => void settle('releaseSetAside')}
          >
            <RotateCcw size={13} aria-hidden />
            <Trans>Procesar de nuevo</Trans>
          </Button>
        </div>
      )}
      {list.state === 'failed' && (
        <Notice
          icon={<CloudOff size={20} aria-hidden />}
          title={t`No se pudo leer la lista`}
          action={<Button onPress={() => void reload()}>{t`Reintentar`}</Button>}
        />
      )}
      {list.state === 'loading' && <Skeleton />}
      {list.state === 'ready' && list.entries.length === 0 && <Nothing state={shown} />}
      <ul>
        {list.entries.map((entry) => (
          <SetAsideRow
            key={entry.id}
            entry={entry}
            chosen={mayChoose ? chosen.has(entry.id) : null}
            onChoose={(isChosen) => choose(entry.id, isChosen)}
          />
        ))}
      </ul>
      {list.next !== null && (
        <div className="flex justify-center border-t border-border py-3">
          <Button look="quiet" onPress={() => void more()}>
            <Trans>Mostrar más</Trans>
          </Button>
        </div>
      )}
    </section>
  )
}

function Nothing({ state }: { readonly state: SetAsideState }) {
  const { t } = useLingui()
  const icon = <CheckCheck size={20} aria-hidden />
  if (state === 'waiting') {
    return (
      <Notice icon={icon} title={t`No hay nada por revisar`}>
        {t`Todo lo que envió Meta se procesó.`}
      </Notice>
    )
  }
  return (
    <Notice icon={icon} title={state === 'released' ? t`Nada se procesó de nuevo` : t`Nada se descartó`}>
      {t`Lo resuelto se borra después de unas semanas.`}
    </Notice>
  )
}

const Skeleton = () => (
  <div aria-hidden className="flex flex-col gap-3 px-4 py-4">
    {[64, 48, 56].map((width) => (
      <div key={width} className="flex flex-col gap-2 py-1">
        <span className="skeleton h-4" style={{ width: `${width}%` }} />
        <span className="skeleton h-3 w-1/3" />
      </div>
    ))}
  </div>
)

/** The server counts no further than this. */
const MOST_COUNTED = 1_000
const counted = (count: number | undefined): string =>
  count === undefined ? '' : count >= MOST_COUNTED ? `${MOST_COUNTED - 1}+` : String(count)
