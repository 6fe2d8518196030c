import { accountsOf } from '../line/accounts.ts'
import { AccountSection } from './form/account-section.tsx'
import { useLingui } from '@lingui/react/macro'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { CloudOff, FileQuestion, LockKeyhole } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { inLanguage } from '#core/problem/problem.ts'
import { languageOf } from '#base/language.ts'
import { PURPOSE_WORDS, PURPOSES, type Purpose } from '#core/template/purpose.ts'
import { Button } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { LinkButton } from '../kit/link-button.tsx'
import { Notice } from '../kit/notice.tsx'
import { useMedia, useNarrow } from '../kit/use-media.ts'
import { useMe } from '../session/session.ts'
import { useBuilder, useForm } from './builder.ts'
import { BuilderBar } from './builder-bar.tsx'
import { ConflictBanner } from './conflict-banner.tsx'
import { FindingsColumn } from './findings/findings-column.tsx'
import { SaidByMeta } from './findings/said-by-meta.tsx'
import { useSpelling } from './findings/use-spelling.ts'
import { BuilderForm } from './form/builder-form.tsx'
import { beginTemplate, hearOthers, kept, openTemplate, sayPurpose, useKept } from './kept.ts'
import { companyOf } from './list/list-page.tsx'
import { NumbersLine } from './numbers-line.tsx'
import { PreviewColumn } from './preview/preview-column.tsx'
import { type Pane, PaneSwitch } from './pane-switch.tsx'
import { useBuilderKeys, useKeptDrafts, useReader, useStatusNews } from './use-builder-page.ts'
import { usePreviewContact } from './preview/use-preview-contact.ts'
import { SubmitBar } from './actions/submit-bar.tsx'
import { TemplateActions } from './actions/template-actions.tsx'
import './editor/marked-text.css'

/** Writing a template: the form, what the linter minds, and the customer's telephone. */
export function BuilderPage() {
  const { t } = useLingui()
  const me = useMe()
  const { templateId = 'new' } = useParams({ strict: false })
  const state = useKept((known) => known.state)
  const mayWrite = me.permissions.includes('template:write')
  useOpened(templateId)
  if (templateId === 'new' && !mayWrite) {
    return (
      <Notice icon={<LockKeyhole size={20} aria-hidden />} title={t`Solo para supervisores y administradores`}>
        {t`Ellos escriben las plantillas.`}
      </Notice>
    )
  }
  if (state === 'missing') {
    return (
      <Notice
        icon={<FileQuestion size={20} aria-hidden />}
        title={t`Esa plantilla ya no existe`}
        action={
          <LinkButton to="/templates" search={{}}>
            {t`Ver las plantillas`}
          </LinkButton>
        }
      />
    )
  }
  if (state === 'failed') {
    return (
      <Notice
        icon={<CloudOff size={20} aria-hidden />}
        title={t`No se pudo leer la plantilla`}
        action={<Button onPress={() => void openTemplate(templateId)}>{t`Reintentar`}</Button>}
      />
    )
  }
  if (state === 'loading') return <Skeleton />
  return <Builder mayWrite={mayWrite} />
}

/** Opens what the address says, unless it is what has just been given this address. */
function useOpened(templateId: string): void {
  const me = useMe()
  const { line } = useSearch({ strict: false })
  useEffect(() => {
    if (templateId !== 'new') {
      if (kept().detail?.id === templateId) void hearOthers()
      else void openTemplate(templateId)
      return
    }
    const chosen = me.lines.find(({ id }) => id === line) ?? me.lines[0]
    if (chosen) beginTemplate(chosen.id, languageIn(chosen.country))
    // Only a new address opens another one.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [templateId])
}

const languageIn = (country: string): string =>
  country === 'BR' ? 'pt_BR' : country === 'US' ? 'en_US' : `es_${country === '' ? 'MX' : country}`

function Builder({ mayWrite }: { readonly mayWrite: boolean }) {
  const { i18n, t } = useLingui()
  const me = useMe()
  const navigate = useNavigate()
  const form = useForm()
  const detail = useKept((state) => state.detail)
  const lineOf = useKept((state) => state.lineId)
  const purpose = useKept((state) => state.purpose)
  const contact = usePreviewContact(form)
  const isWide = useMedia('(min-width: 1200px)')
  const isNarrow = useNarrow()
  const [pane, setPane] = useState<Pane>(isNarrow ? 'form' : 'findings')
  const line = me.lines.find(({ wabaId, id }) => (detail ? wabaId === detail.wabaId : id === lineOf)) ?? me.lines[0]
  const language = languageOf(i18n.locale)
  const accounts = accountsOf(me.lines)

  const onCreated = useCallback(
    (id: string) => void navigate({ to: '/templates/$templateId', params: { templateId: id }, replace: true }),
    [navigate],
  )
  useReader(line?.id, line?.country || me.account.country)
  useSpelling(line?.id)
  useKeptDrafts(onCreated, mayWrite)
  useStatusNews()
  useBuilderKeys()

  const columns = {
    form: (
      <div className="min-h-0 flex-1 overflow-y-auto" inert={!mayWrite}>
        {detail !== null && detail.version > 0 && <NumbersLine numbers={detail.numbers} />}
        {accounts.length > 1 && (
          <AccountSection accounts={accounts} wabaId={line?.wabaId ?? ''} isFixed={detail !== null} />
        )}
        <BuilderForm
          locked={{
            name: detail !== null && detail.status !== 'DRAFT',
            category: detail !== null && detail.approvedVersion !== null && detail.status !== 'REJECTED',
          }}
          purpose={{
            value: purpose,
            choices: PURPOSES.map((value) => ({ value, name: inLanguage(PURPOSE_WORDS[value], language) })),
          }}
          onPurpose={(value) => void sayPurpose(value as Purpose | null)}
          contact={
            contact.name || contact.reader.kind === 'long'
              ? { name: contact.name ?? t`Nombre largo`, values: contact.values }
              : null
          }
          onValue={contact.write}
        />
      </div>
    ),
    findings: <FindingsColumn reason={detail?.reason?.code} lead={detail && <SaidByMeta detail={detail} />} />,
    preview: (
      <PreviewColumn
        contact={contact}
        company={(detail ? companyOf(me.lines, detail.wabaId) : line?.name) ?? me.account.name}
      />
    ),
  }
  useEffect(
    () =>
      useBuilder.subscribe(
        (now, before) => now.jumps !== before.jumps && setPane((shown) => (isNarrow ? 'form' : shown)),
      ),
    [isNarrow],
  )
  const submit = mayWrite && <SubmitBar onCreated={onCreated} />
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <ConflictBanner onCreated={onCreated} />
      <div className="flex min-h-0 flex-1">
        <div className={cx('flex min-w-0 flex-1 flex-col', isNarrow && pane !== 'form' && 'hidden')}>
          <BuilderBar>
            <TemplateActions mayWrite={mayWrite} />
          </BuilderBar>
          {columns.form}
        </div>
        {isWide && (
          <>
            <div className="w-90 shrink-0 border-l border-border bg-canvas">{columns.findings}</div>
            <div className="flex w-90 shrink-0 flex-col border-l border-border bg-canvas">
              <div className="min-h-0 flex-1">{columns.preview}</div>
              {submit}
            </div>
          </>
        )}
        {!isWide && (!isNarrow || pane !== 'form') && (
          <div
            className={cx(
              'flex min-w-0 shrink-0 flex-col bg-canvas',
              isNarrow ? 'flex-1' : 'w-90 border-l border-border',
            )}
          >
            {!isNarrow && (
              <PaneSwitch pane={pane === 'form' ? 'findings' : pane} onPane={setPane} panes={['findings', 'preview']} />
            )}
            <div className="min-h-0 flex-1">{pane === 'preview' ? columns.preview : columns.findings}</div>
            {!isNarrow && submit}
          </div>
        )}
      </div>
      {isNarrow && (
        <>
          {submit}
          <PaneSwitch pane={pane} onPane={setPane} panes={['form', 'findings', 'preview']} />
        </>
      )}
    </div>
  )
}

const Skeleton = () => (
  <div aria-hidden className="flex flex-1 flex-col gap-4 bg-surface p-6">
    <span className="skeleton h-6 w-72" />
    {[40, 90, 70].map((width) => (
      <span key={width} className="skeleton h-10" style={{ width: `${width}%` }} />
    ))}
  </div>
)
