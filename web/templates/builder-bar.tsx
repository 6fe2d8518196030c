import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, Check, CloudOff, LoaderCircle, Redo2, TriangleAlert, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { useTitle } from '../kit/use-title.ts'
import { redo, undo, useBuilder, useForm } from './builder.ts'
import { useKept } from './kept.ts'
import { StatusChip } from './status-chip.tsx'

/** Above the form: which template, how it stands, whether it is saved, and the way back. */
export function BuilderBar({ children }: { readonly children?: ReactNode }) {
  const { t } = useLingui()
  const form = useForm()
  const detail = useKept((state) => state.detail)
  const past = useBuilder((state) => state.past)
  const name = form.name || t`Nueva plantilla`
  useTitle(name)
  return (
    <header className="flex h-13 shrink-0 items-center gap-2 border-b border-border pr-3 pl-3">
      <Link
        to="/templates"
        aria-label={t`Volver a las plantillas`}
        className="flex size-8 shrink-0 items-center justify-center rounded-md text-text-2 hover:bg-hover hover:text-text"
      >
        <ArrowLeft size={17} aria-hidden />
      </Link>
      <h1 className={cx('min-w-0 truncate text-md font-semibold', form.name ? 'font-mono' : 'text-text-2')}>{name}</h1>
      <StatusChip status={detail?.status ?? 'DRAFT'} />
      {detail !== null && detail.version > 0 && (
        <span className="shrink-0 text-xs text-text-3 tabular max-md:hidden">
          {detail.draft ? <Trans>tras la v{detail.version}</Trans> : <Trans>v{detail.version}</Trans>}
        </span>
      )}
      <span className="flex-1" />
      <Saving />
      <IconButton
        label={t`Deshacer`}
        keys="mod+Z"
        side="bottom"
        className="size-7! max-md:hidden"
        isDisabled={past.past.length === 0}
        onPress={undo}
      >
        <Undo2 size={15} aria-hidden />
      </IconButton>
      <IconButton
        label={t`Rehacer`}
        keys="mod+shift+Z"
        side="bottom"
        className="size-7! max-md:hidden"
        isDisabled={past.future.length === 0}
        onPress={redo}
      >
        <Redo2 size={15} aria-hidden />
      </IconButton>
      {children}
    </header>
  )
}

function Saving() {
  const saving = useKept((state) => state.saving)
  const detail = useKept((state) => state.detail)
  const problem = useKept((state) => state.problem)
  const edits = useBuilder((state) => state.edits)
  if (detail === null && edits === 0) return null
  const look = 'flex shrink-0 items-center gap-1.5 text-xs text-text-2'
  switch (saving) {
    case 'saved':
      return (
        <span className={look} data-testid="saved">
          <Check size={13} className="text-success" aria-hidden />
          <span className="max-md:sr-only">
            <Trans>Guardado</Trans>
          </span>
        </span>
      )
    case 'saving':
    case 'waiting':
      return (
        <span className={look} data-testid="saving">
          <LoaderCircle size={13} className={saving === 'saving' ? 'animate-spin' : ''} aria-hidden />
          <span className="max-md:sr-only">
            {saving === 'saving' ? <Trans>Guardando…</Trans> : <Trans>En este equipo</Trans>}
          </span>
        </span>
      )
    case 'offline':
      return (
        <span className={look} role="status">
          <CloudOff size={13} className="text-warn" aria-hidden />
          <Trans>Guardado en este equipo; se vuelve a intentar</Trans>
        </span>
      )
    case 'refused':
      return (
        <span className="flex min-w-0 items-center gap-1.5 text-xs font-medium text-danger" role="alert">
          <TriangleAlert size={13} className="shrink-0" aria-hidden />
          <span className="line-clamp-2">{problem?.errors[0]?.message ?? problem?.detail}</span>
        </span>
      )
  }
}
