import { Trans, useLingui } from '@lingui/react/macro'
import { FileText, Trash2 } from 'lucide-react'
import { type FormEvent, useEffect, useMemo, useState } from 'react'
import type { ConversationId } from '#core/account/account.ts'
import { CAPTION_LENGTH } from '#core/message/check/limits.ts'
import type { Content } from '#core/message/content.ts'
import type { OutgoingContent } from '#contract/content.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { inputLook } from '../kit/field.tsx'
import { NO_MEDIA, type OutboxEntry, waitingMedia } from '../outbox/entry.ts'
import { send } from '../outbox/send.ts'
import { KIND_ICONS } from '../thread/kinds.ts'
import { sizeWords } from '../thread/size-words.ts'
import { isTooLarge } from './file-kinds.ts'
import { type PreparedFile, prepareFile } from './prepare-file.ts'
import { useFileNotes } from './use-file-notes.ts'

type Props = {
  readonly id: ConversationId
  readonly files: readonly File[]
  readonly replyTo: OutboxEntry['replyTo']
  readonly onClose: () => void
}

/** A look at the files before they leave, as what they will arrive, with words to go with the first one. */
export default function FileSheet({ id, files, replyTo, onClose }: Props) {
  const { t } = useLingui()
  const [kept, setKept] = useState(files)
  const [prepared, setPrepared] = useState<ReadonlyMap<File, PreparedFile>>(new Map())
  const [caption, setCaption] = useState('')
  useEffect(() => {
    let gone = false
    // One after the other: a dozen photos decoded at once would fill the memory of a telephone.
    const prepareAll = async () => {
      for (const file of files) {
        const ready = await prepareFile(file)
        if (gone) return
        setPrepared((known) => new Map(known).set(file, ready))
      }
    }
    void prepareAll()
    return () => {
      gone = true
    }
  }, [files])

  const large = kept.filter(isTooLarge)
  const ready = kept.flatMap((file) => prepared.get(file) ?? [])
  const captionFits = ready[0]?.kind !== 'audio' && ready[0]?.kind !== 'sticker'

  const submit = (event: FormEvent) => {
    event.preventDefault()
    ready.forEach((file, index) => {
      const words = index === 0 && captionFits ? caption.trim() || null : null
      const { asked, shown } = contentOf(file, words)
      send({
        conversationId: id,
        asked,
        shown,
        file: { blob: file.blob, filename: file.filename },
        replyTo: index === 0 ? replyTo : null,
      })
    })
    onClose()
  }
  return (
    <Dialog label={t`Enviar archivos`} onClose={onClose} width="sm">
      <form onSubmit={submit} className="flex min-h-0 flex-col gap-3 px-5 pt-2 pb-5">
        <ul className="flex max-h-[46vh] flex-col gap-2 overflow-y-auto">
          {kept.map((file, index) => (
            <FileRow
              key={`${file.name}${file.size}${index}`}
              file={file}
              prepared={prepared.get(file)}
              alone={kept.length === 1}
              onRemove={() => {
                const rest = kept.filter((other) => other !== file)
                if (rest.length === 0) onClose()
                else setKept(rest)
              }}
            />
          ))}
        </ul>
        {large.length > 0 && (
          <p role="alert" className="text-xs font-medium text-danger">
            <Trans>WhatsApp admite hasta 100 MB por archivo. Quite los que pesan más.</Trans>
          </p>
        )}
        {captionFits && (
          <input
            autoFocus
            value={caption}
            maxLength={CAPTION_LENGTH}
            onChange={(event) => setCaption(event.target.value)}
            aria-label={t`Texto que acompaña`}
            placeholder={t`Añadir un texto (opcional)`}
            className={`${inputLook} h-9`}
          />
        )}
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>
            <Trans>Cancelar</Trans>
          </Button>
          <Button
            // Where nothing can be written the focus is here, and not on what takes the file away.
            key={captionFits ? 'beside-caption' : 'alone'}
            autoFocus={!captionFits}
            type="submit"
            look="primary"
            isDisabled={large.length > 0 || ready.length < kept.length}
          >
            <Trans>Enviar</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type RowProps = {
  readonly file: File
  /** Absent while it is being prepared. */
  readonly prepared: PreparedFile | undefined
  readonly alone: boolean
  readonly onRemove: () => void
}

function FileRow({ file, prepared, alone, onRemove }: RowProps) {
  const { t } = useLingui()
  const notes = useFileNotes()
  const picture = prepared?.kind === 'image' || prepared?.kind === 'sticker' ? prepared.blob : null
  const url = useMemo(() => (picture ? URL.createObjectURL(picture) : null), [picture])
  useEffect(() => () => (url ? URL.revokeObjectURL(url) : undefined), [url])
  const note = prepared?.note ? notes[prepared.note] : null
  const Icon = KIND_ICONS[prepared?.kind ?? 'document'] ?? FileText
  const size = sizeWords(prepared?.blob.size ?? file.size)
  if (alone && url) {
    return (
      <li className="flex flex-col gap-2">
        <img src={url} alt={file.name} className="mx-auto max-h-[42vh] rounded-lg object-contain" />
        {note && (
          <p className="text-center text-xs text-text-2 tabular">
            {note} · {size}
          </p>
        )}
      </li>
    )
  }
  return (
    <li className="flex items-center gap-3 rounded-md bg-chip p-2">
      {url ? (
        <img src={url} alt="" className="size-10 rounded-sm object-cover" />
      ) : (
        <span className="flex size-10 shrink-0 items-center justify-center rounded-sm bg-surface text-text-2">
          <Icon size={18} aria-hidden />
        </span>
      )}
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">{file.name}</span>
        <span className="block text-xs text-text-2 tabular">{prepared ? size : <Trans>Preparando…</Trans>}</span>
        {note && <span className="block text-xs text-text-2">{note}</span>}
      </span>
      <IconButton label={t`Quitar ${file.name}`} onPress={onRemove}>
        <Trash2 size={15} aria-hidden />
      </IconButton>
    </li>
  )
}

function contentOf(file: PreparedFile, caption: string | null): { asked: OutgoingContent; shown: Content } {
  const { kind, blob, filename, pixels, moves } = file
  const media = { ...waitingMedia(blob, filename), ...(pixels ? { pixels } : {}) }
  switch (kind) {
    case 'audio':
      return { asked: { kind, mediaId: NO_MEDIA }, shown: { kind, media, voice: false } }
    case 'sticker':
      return { asked: { kind, mediaId: NO_MEDIA }, shown: { kind, media, animated: moves } }
    case 'document':
      return { asked: { kind, mediaId: NO_MEDIA, caption, filename }, shown: { kind, media, caption } }
    default:
      return { asked: { kind, mediaId: NO_MEDIA, caption }, shown: { kind, media, caption } }
  }
}
