import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CloudOff, LayoutTemplate, LibraryBig, Plus, RefreshCw } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { TemplateRow } from '#contract/templates.ts'
import { call } from '../../api/api.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { say } from '../../kit/toast.tsx'
import { isDark, usePreferences } from '../../kit/preferences.ts'
import { useMedia } from '../../kit/use-media.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { accountOf, accountsOf } from '../../line/accounts.ts'
import { useMe } from '../../session/session.ts'
import { listenForKeys } from '../../shell/keys.ts'
import { shownOfRow } from '../model/shown-send.ts'
import { PhonePreview } from '../preview/phone.tsx'
import { readTemplateSearch, type TemplateSearch } from '../search.ts'
import { LibraryDialog } from './library-dialog.tsx'
import { FilterBar } from './filter-bar.tsx'
import { TemplateTable } from './template-table.tsx'
import { useTemplateList } from './use-template-list.ts'

/** All templates of the account, with the one under the eye on the customer's telephone. */
export function TemplatesPage() {
  const { t } = useLingui()
  const me = useMe()
  const navigate = useNavigate()
  const search = readTemplateSearch(useSearch({ strict: false }))
  const { list, reload, more } = useTemplateList(search)
  const [chosenId, setChosen] = useState<string | null>(null)
  const [isLibrary, setLibrary] = useState(false)
  const isWide = useMedia('(min-width: 1200px)')
  const mayWrite = me.permissions.includes('template:write')
  const { rows } = list
  const lineId = search.line ?? me.lines[0]?.id
  const chosen = rows.find(({ id }) => id === chosenId) ?? rows[0]

  const accounts = accountsOf(me.lines)
  const account = accountOf(me.lines, search.line)
  const nameOf = (wabaId: string) =>
    accounts.every((each) => each.wabaId !== wabaId)
      ? t`Cuenta sin números aquí`
      : accounts.length > 1 && !account
        ? (accounts.find((each) => each.wabaId === wabaId)?.name ?? wabaId)
        : null

  const open = (templateId: string) => void navigate({ to: '/templates/$templateId', params: { templateId } })
  const begin = () =>
    void navigate({
      to: '/templates/$templateId',
      params: { templateId: 'new' },
      search: search.line === undefined ? {} : { line: search.line },
    })
  const onSearch = (next: TemplateSearch) => void navigate({ to: '/templates', search: next, replace: true })
  const step = (by: number) => {
    const at = rows.findIndex(({ id }) => id === chosen?.id)
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))]
    if (next) setChosen(next.id)
  }
  useEffect(() =>
    listenForKeys({
      j: () => step(1),
      ArrowDown: () => step(1),
      k: () => step(-1),
      ArrowUp: () => step(-1),
      o: () => chosen && open(chosen.id),
      Enter: () => chosen && open(chosen.id),
      n: () => mayWrite && begin(),
      '/': () => document.getElementById('template-search')?.focus(),
    }),
  )
  return (
    <div className="flex min-w-0 flex-1 bg-surface">
      <section className="flex min-w-0 flex-1 flex-col" aria-label={t`Plantillas`}>
        <header className="flex shrink-0 items-center gap-3 px-5 pt-4 pb-1 max-md:px-3">
          <PageHeading>{t`Plantillas`}</PageHeading>
          <span className="flex-1 text-sm text-text-2 tabular">
            {list.state === 'ready' && (
              <Plural value={rows.length} one="# plantilla" many="# de plantillas" other="# plantillas" />
            )}
            {list.next !== null && '+'}
          </span>
          {me.permissions.includes('template:submit') && <SyncButton line={search.line} />}
          {mayWrite && (
            <Button className="max-md:h-11" data-testid="library" onPress={() => setLibrary(true)}>
              <LibraryBig size={14} aria-hidden />
              <span className="max-md:sr-only">
                <Trans>Biblioteca</Trans>
              </span>
            </Button>
          )}
          {mayWrite && (
            <Button look="primary" data-testid="new-template" className="max-md:h-11" onPress={begin}>
              <Plus size={15} aria-hidden />
              <span className="max-md:sr-only">
                <Trans>Nueva plantilla</Trans>
              </span>
            </Button>
          )}
        </header>
        <FilterBar search={search} counts={list.counts} accounts={accounts} onSearch={onSearch} />
        <div className="min-h-0 flex-1 overflow-y-auto" tabIndex={-1}>
          {list.state === 'failed' && (
            <Notice
              icon={<CloudOff size={20} aria-hidden />}
              title={t`No se pudo leer la lista`}
              action={<Button onPress={() => void reload()}>{t`Reintentar`}</Button>}
            />
          )}
          {list.state === 'loading' && rows.length === 0 && <Skeleton />}
          {list.state === 'ready' && rows.length === 0 && (
            <Nothing
              isFiltered={Object.keys(search).some((key) => key !== 'order')}
              onAll={() => onSearch({})}
              onNew={mayWrite ? begin : null}
            />
          )}
          {rows.length > 0 && (
            <TemplateTable
              rows={rows}
              nameOf={nameOf}
              order={search.order ?? 'name'}
              onOrder={(order) => {
                const { order: _, ...others } = search
                onSearch(order === 'name' ? others : { ...others, order })
              }}
              chosen={isWide ? (chosen?.id ?? null) : chosenId}
              onChoose={setChosen}
              onOpen={open}
            />
          )}
          {list.next !== null && (
            <div className="flex justify-center py-3">
              <Button look="quiet" onPress={() => void more()}>
                <Trans>Mostrar más</Trans>
              </Button>
            </div>
          )}
        </div>
      </section>
      {isLibrary && lineId !== undefined && <LibraryDialog lineId={lineId} onClose={() => setLibrary(false)} />}
      {isWide && chosen && <Preview row={chosen} company={companyOf(me.lines, chosen.wabaId) ?? me.account.name} />}
    </div>
  )
}

/** Has all templates read from Meta again; what changed shows by itself. */
function SyncButton({ line }: { readonly line: string | undefined }) {
  const { t } = useLingui()
  const [busy, setBusy] = useState(false)
  const sync = async () => {
    setBusy(true)
    const result = await call('syncTemplates', { body: line === undefined ? {} : { lineId: line } })
    setBusy(false)
    say(result.ok ? t`Se leen de nuevo de Meta` : (result.error.errors[0]?.message ?? result.error.detail))
  }
  return (
    <Button className="max-md:h-11" isDisabled={busy} onPress={() => void sync()}>
      <RefreshCw size={14} className={busy ? 'animate-spin' : ''} aria-hidden />
      <span className="max-md:sr-only">
        <Trans>Traer de Meta</Trans>
      </span>
    </Button>
  )
}

/** Whose name the customer sees: that of a line of the template's business account. */
export const companyOf = (lines: readonly { readonly wabaId: string; readonly name: string }[], wabaId: string) =>
  lines.find((line) => line.wabaId === wabaId)?.name

function Preview({ row, company }: { readonly row: TemplateRow; readonly company: string }) {
  const { t } = useLingui()
  const { theme } = usePreferences()
  const shown = useMemo(() => shownOfRow(row), [row])
  return (
    <aside
      aria-label={t`Vista previa`}
      className="flex w-92 shrink-0 flex-col items-center justify-center border-l border-border bg-canvas p-6"
    >
      <PhonePreview shown={shown} device="iphone" dark={isDark(theme)} company={company} />
      <p className="max-w-full truncate pt-3 font-mono text-xs text-text-3">
        {row.name} · {row.language}
      </p>
    </aside>
  )
}

type NothingProps = { readonly isFiltered: boolean; readonly onAll: () => void; readonly onNew: (() => void) | null }

function Nothing({ isFiltered, onAll, onNew }: NothingProps) {
  const { t } = useLingui()
  const icon = <LayoutTemplate size={20} aria-hidden />
  if (isFiltered) {
    return (
      <Notice icon={icon} title={t`Ninguna plantilla así`} action={<Button onPress={onAll}>{t`Ver todas`}</Button>}>
        {t`Quite un filtro o busque otra palabra.`}
      </Notice>
    )
  }
  return (
    <Notice
      icon={icon}
      title={t`Todavía no hay plantillas`}
      action={onNew && <Button look="primary" onPress={onNew}>{t`Escribir la primera`}</Button>}
    >
      {t`Con una plantilla aprobada se escribe a un cliente aunque haya pasado la ventana de 24 horas.`}
    </Notice>
  )
}

const Skeleton = () => (
  <div aria-hidden className="flex flex-col px-5 py-2">
    {[38, 52, 44, 60, 36, 48].map((width, index) => (
      <div key={index} className="flex flex-col gap-2 border-b border-border py-3">
        <span className="skeleton h-3.5" style={{ width: `${width}%` }} />
        <span className="skeleton h-3" style={{ width: `${width + 20}%` }} />
      </div>
    ))}
  </div>
)
