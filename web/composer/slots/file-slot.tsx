import { Trans, useLingui } from '@lingui/react/macro'
import { FileText, Film, FileUp, ImageIcon, Link2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { mediaUrl } from '../../api/api.ts'
import { IconButton } from '../../kit/button.tsx'
import { cx } from '../../kit/cx.ts'
import { Field } from '../../kit/field.tsx'
import { sizeWords } from '../../thread/document-card.tsx'
import { ACCEPTED, type HeaderFileKind } from '../file-kinds.ts'
import { SlotFrame } from './slot-frame.tsx'
import type { SlotProps } from './slot.ts'
import { useSlotFile } from './use-slot-file.ts'

type Props = SlotProps<'file' | 'link'> & { readonly kind: HeaderFileKind }

/** A file for a template: dropped, chosen, pasted as an address; a document is given the name it will carry. */
export function FileSlot({ slot, kind, label, value, problem, onChange }: Props) {
  const { t } = useLingui()
  const [isLink, setLink] = useState(value?.kind === 'link')
  const { upload, refused, take, stop } = useSlotFile(kind, onChange)
  const rename = (filename: string) => {
    if (value?.kind === 'file') onChange({ ...value, media: { ...value.media, filename } })
    if (value?.kind === 'link') onChange({ ...value, filename })
  }
  const name = value?.kind === 'file' ? value.media.filename : value?.filename
  return (
    <SlotFrame label={label} keyOfSlot={slot.key} problem={refused ?? problem}>
      {value?.kind === 'file' ? (
        <span className="flex min-h-12 items-center gap-2.5 rounded-sm border border-border bg-canvas py-1 pr-1.5 pl-1.5 text-sm">
          <Glimpse kind={kind} mediaId={value.media.mediaId} />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{value.media.filename ?? t`Archivo sin nombre`}</span>
            {value.media.sizeBytes !== null && (
              <span className="block text-xs text-text-2 tabular">{sizeWords(value.media.sizeBytes)}</span>
            )}
          </span>
          <IconButton label={t`Quitar archivo`} onPress={() => onChange(undefined)}>
            <Trash2 size={15} aria-hidden />
          </IconButton>
        </span>
      ) : upload ? (
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
      ) : isLink ? (
        <Field
          label={t`Enlace al archivo`}
          type="url"
          placeholder="https://"
          value={value?.url ?? ''}
          aria-invalid={problem !== null || undefined}
          onChange={({ target }) => onChange(target.value === '' ? undefined : { kind: 'link', url: target.value })}
        />
      ) : (
        <DropHere kind={kind} isInvalid={problem !== null || refused !== null} onFile={take} />
      )}
      {kind === 'document' && value !== undefined && (
        <Field
          label={t`Nombre con que llega`}
          value={name ?? ''}
          placeholder="contrato.pdf"
          maxLength={240}
          onChange={({ target }) => rename(target.value)}
        />
      )}
      {value?.kind !== 'file' && !upload && (
        <button
          type="button"
          className="flex w-fit items-center gap-1.5 text-xs font-medium text-accent hover:underline"
          onClick={() => {
            setLink(!isLink)
            onChange(undefined)
          }}
        >
          {isLink ? <FileUp size={12} aria-hidden /> : <Link2 size={12} aria-hidden />}
          {isLink ? <Trans>Subir un archivo</Trans> : <Trans>Usar un enlace</Trans>}
        </button>
      )}
    </SlotFrame>
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
