import { Trans, useLingui } from '@lingui/react/macro'
import { FileText, Film, ImageIcon, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Media } from '#core/message/content.ts'
import { mediaUrl } from '../../api/api.ts'
import { IconButton } from '../../kit/button.tsx'
import { cx } from '../../kit/cx.ts'
import { Field } from '../../kit/field.tsx'
import { sizeWords } from '../../thread/size-words.ts'
import { ACCEPTED, type HeaderFileKind } from '../file-kinds.ts'
import type { SlotFile } from './use-slot-file.ts'

type Props = {
  readonly kind: HeaderFileKind
  /** Null: none was chosen. */
  readonly value: Media | null
  readonly file: SlotFile
  readonly isInvalid: boolean
  readonly onRemove: () => void
  readonly onRename: (filename: string) => void
}

/** A file that is dropped or chosen, on its way, or there; a document is given the name it will carry. */
export function FileInput({ kind, value, file, isInvalid, onRemove, onRename }: Props) {
  const { t } = useLingui()
  const { upload, take, stop } = file
  if (upload)
    return (
      <span className="flex min-h-12 items-center gap-3 rounded-sm border border-border bg-canvas px-3 text-sm">
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline justify-between gap-2">
            <span className="truncate font-medium">{upload.filename}</span>
            <span className="text-xs text-text-2 tabular">{Math.round(upload.share * 100)} %</span>
          </span>
          <span
            role="progressbar"
            aria-label={t`Subiendo el archivo`}
            aria-valuenow={Math.round(upload.share * 100)}
            className="mt-1 block h-1 overflow-hidden rounded-full bg-chip"
          >
            <span
              className="block h-full bg-accent transition-[width]"
              style={{ width: `${Math.round(upload.share * 100)}%` }}
            />
          </span>
        </span>
        <IconButton label={t`Cancelar la subida`} onPress={stop}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </span>
    )
  if (value === null) return <DropHere kind={kind} isInvalid={isInvalid} onFile={take} />
  return (
    <>
      <span className="flex min-h-12 items-center gap-2.5 rounded-sm border border-border bg-canvas py-1 pr-1.5 pl-1.5 text-sm">
        <Glimpse kind={kind} mediaId={value.mediaId} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{value.filename ?? t`Archivo sin nombre`}</span>
          {value.sizeBytes !== null && (
            <span className="block text-xs text-text-2 tabular">{sizeWords(value.sizeBytes)}</span>
          )}
        </span>
        <IconButton label={t`Quitar archivo`} onPress={onRemove}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </span>
      {kind === 'document' && (
        <Field
          label={t`Nombre con que llega`}
          value={value.filename ?? ''}
          placeholder="contrato.pdf"
          maxLength={240}
          onChange={({ target }) => onRename(target.value)}
        />
      )}
    </>
  )
}

function Glimpse({ kind, mediaId }: { readonly kind: HeaderFileKind; readonly mediaId: string }) {
  if (kind === 'image') return <img src={mediaUrl(mediaId)} alt="" className="size-10 rounded-sm object-cover" />
  const Icon = kind === 'document' ? FileText : Film
  return (
    <span className="flex size-10 items-center justify-center rounded-sm bg-chip text-text-2">
      <Icon size={18} aria-hidden />
    </span>
  )
}

type DropProps = {
  readonly kind: HeaderFileKind
  readonly isInvalid: boolean
  readonly onFile: (file: File | undefined) => void
}

function DropHere({ kind, isInvalid, onFile }: DropProps) {
  const { t } = useLingui()
  const [over, setOver] = useState(false)
  const limits = {
    image: t`JPG o PNG, hasta 5 MB`,
    video: t`MP4 o 3GP, hasta 16 MB`,
    gif: t`MP4 corto, hasta 3.5 MB`,
    document: t`PDF u otro documento, hasta 100 MB`,
  }
  const Icon = kind === 'image' ? ImageIcon : kind === 'document' ? FileText : Film
  return (
    <label
      onDragOver={(event) => {
        event.preventDefault()
        event.stopPropagation()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        onFile(event.dataTransfer.files[0])
      }}
      className={cx(
        'flex min-h-12 cursor-pointer items-center gap-3 rounded-sm border border-dashed px-3 py-1.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus',
        isInvalid ? 'border-danger' : 'border-control',
        over ? 'bg-selected' : 'bg-canvas hover:bg-hover',
      )}
    >
      <Icon size={18} className="shrink-0 text-text-3" aria-hidden />
      <span className="min-w-0">
        <span className="block font-medium">
          <Trans>Elegir o soltar un archivo</Trans>
        </span>
        <span className="block text-xs text-text-2">{limits[kind]}</span>
      </span>
      <input
        type="file"
        className="sr-only"
        accept={ACCEPTED[kind]}
        aria-invalid={isInvalid || undefined}
        onChange={({ target }) => {
          onFile(target.files?.[0])
          target.value = ''
        }}
      />
    </label>
  )
}
