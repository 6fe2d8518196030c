import { Trans, useLingui } from '@lingui/react/macro'
import { FileUp, LoaderCircle, Trash } from 'lucide-react'
import { useId, useState } from 'react'
import type { Result } from '#base/result.ts'
import { ok } from '#base/result.ts'
import type { ProblemView } from '#contract/views.ts'
import { call, client } from '../../api/api.ts'
import { IconButton } from '../../kit/button.tsx'
import { cx } from '../../kit/cx.ts'
import { useMe } from '../../session/session.ts'
import { lineOf } from '../kept.ts'
import type { FileKind, SampleFile } from '../model/form.ts'

const ACCEPTED: Readonly<Record<FileKind, string>> = {
  image: 'image/jpeg,image/png',
  video: 'video/mp4',
  gif: 'video/mp4',
  document: 'application/pdf',
  product: 'image/jpeg,image/png',
}

type Props = {
  readonly kind: FileKind
  readonly file: SampleFile | null
  readonly place?: string
  readonly onChange: (file: SampleFile | null) => void
}

/** Keeps the file here and gives it to Meta, which knows it by a handle from then on. */
async function showToMeta(file: File, lineId: string): Promise<Result<SampleFile, ProblemView>> {
  const stored = await client.upload(file, file.name)
  if (!stored.ok) return stored
  const mediaId = stored.value.id
  const shown = await call('uploadTemplateMedia', { body: { lineId, mediaId } })
  return shown.ok ? ok({ handle: shown.value.handle, mediaId, filename: file.name }) : shown
}

/** The file Meta looks at before it approves. Customers get another one with each message. */
export function FileField({ kind, file, place = 'header', onChange }: Props) {
  const { t } = useLingui()
  const me = useMe()
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const take = async (chosen: File | undefined) => {
    if (!chosen) return
    setBusy(true)
    setProblem(null)
    const result = await showToMeta(chosen, lineOf(me.lines))
    setBusy(false)
    if (result.ok) onChange(result.value)
    else setProblem(result.error.errors[0]?.message ?? result.error.detail)
  }
  const names = {
    image: t`JPG o PNG, hasta 5 MB`,
    video: t`MP4, hasta 16 MB`,
    gif: t`MP4, hasta 3.5 MB`,
    document: t`PDF, hasta 100 MB`,
    product: t`JPG o PNG`,
  }
  if (file !== null) {
    return (
      <div className="mt-1 flex h-11 items-center gap-2 rounded-sm border border-border bg-canvas pr-1.5 pl-3 text-sm">
        <span className="min-w-0 flex-1 truncate">{file.filename ?? t`Archivo que Meta ya tiene`}</span>
        <IconButton label={t`Quitar archivo`} onPress={() => onChange(null)}>
          <Trash size={15} aria-hidden />
        </IconButton>
      </div>
    )
  }
  return (
    <div className="pt-1">
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          event.stopPropagation()
          setOver(false)
          void take(event.dataTransfer.files[0])
        }}
        className={cx(
          'flex min-h-14 items-center gap-3 rounded-sm border border-dashed border-control px-3 py-2 text-sm has-focus-visible:outline-2 has-focus-visible:outline-focus',
          over ? 'bg-selected' : 'bg-canvas hover:bg-hover',
        )}
      >
        {busy ? (
          <LoaderCircle size={18} className="animate-spin text-text-3" aria-hidden />
        ) : (
          <FileUp size={18} className="text-text-3" aria-hidden />
        )}
        <span className="flex flex-col">
          <span className="font-medium">
            <Trans>Elegir o soltar un archivo de ejemplo</Trans>
          </span>
          <span className="text-xs text-text-2">{names[kind]}</span>
        </span>
        <input
          id={id}
          type="file"
          data-place={place}
          accept={ACCEPTED[kind]}
          disabled={busy}
          onChange={(event) => void take(event.target.files?.[0])}
          className="sr-only"
        />
      </label>
      {problem && (
        <p role="alert" className="pt-1 text-xs font-medium text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}
