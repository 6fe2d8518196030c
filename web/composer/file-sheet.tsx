import { Trans, useLingui } from '@lingui/react/macro'
import { FileText, Trash2 } from 'lucide-react'
import { type FormEvent, useEffect, useMemo, useState } from 'react'
import type { ConversationId } from '#core/account/account.ts'
import type { Content } from '#core/message/content.ts'
import type { OutgoingContent } from '#contract/content.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { inputLook } from '../kit/field.tsx'
import { NO_MEDIA, type OutboxEntry, waitingMedia } from '../outbox/entry.ts'
import { send } from '../outbox/send.ts'
import { sizeWords } from '../thread/document-card.tsx'
import { isTooLarge, kindOf } from './file-kinds.ts'

type Props = {
  readonly id: ConversationId
  readonly files: readonly File[]
  readonly replyTo: OutboxEntry['replyTo']
  readonly onClose: () => void
}

/** A look at the files before they leave, with words to go with the first one. */
export default function FileSheet({ id, files, replyTo, onClose }: Props) {
  const { t } = useLingui()
  const [kept, setKept] = useState(files)
  const [caption, setCaption] = useState('')
  const large = kept.filter(isTooLarge)
  const captionFits = kept[0] !== undefined && kindOf(kept[0]) !== 'audio'

  const submit = (event: FormEvent) => {
    event.preventDefault()
    kept.forEach((file, index) => {
      const words = index === 0 && captionFits ? caption.trim() || null : null
      const { asked, shown } = contentOf(file, words)
      send({
        conversationId: id,
        asked,
        shown,
        file: { blob: file, filename: file.name },
        replyTo: index === 0 ? replyTo : null,
      })
    })
    onClose()
  }
  return (
    <Dialog label={t`Enviar archivos`} onClose={onClose} width="sm">
      <form onSubmit={submit} className="flex min-h-0 flex-col gap-3 px-5 pt-2 pb-5">
        <ul className="flex max-h-[46vh] flex-col gap-2 overflow-y-auto">
          {kept.map((file) => (
            <FileRow
              key={`${file.name}${file.size}`}
              file={file}
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
            maxLength={1024}
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
          <Button type="submit" look="primary" isDisabled={large.length > 0}>
            <Trans>Enviar</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type RowProps = { readonly file: File; readonly alone: boolean; readonly onRemove: () => void }

function FileRow({ file, alone, onRemove }: RowProps) {
  const { t } = useLingui()
  const kind = kindOf(file)
  const url = useMemo(() => URL.createObjectURL(file), [file])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  if (alone && kind === 'image') {
    return (
      <li>
        <img src={url} alt={file.name} className="mx-auto max-h-[42vh] rounded-lg object-contain" />
      </li>
    )
  }
  return (
    <li className="flex items-center gap-3 rounded-md bg-chip p-2">
      {kind === 'image' ? (
        <img src={url} alt="" className="size-10 rounded-sm object-cover" />
      ) : (
        <span className="flex size-10 items-center justify-center rounded-sm bg-surface text-text-2">
          <FileText size={18} aria-hidden />
        </span>
      )}
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">{file.name}</span>
        <span className="text-xs text-text-2 tabular">{sizeWords(file.size)}</span>
      </span>
      <IconButton label={t`Quitar ${file.name}`} onPress={onRemove}>
        <Trash2 size={15} aria-hidden />
      </IconButton>
    </li>
  )
}

function contentOf(file: File, caption: string | null): { asked: OutgoingContent; shown: Content } {
  const media = waitingMedia(file, file.name)
  const kind = kindOf(file)
  switch (kind) {
    case 'audio':
      return { asked: { kind, mediaId: NO_MEDIA }, shown: { kind, media, voice: false } }
    case 'document':
      return { asked: { kind, mediaId: NO_MEDIA, caption, filename: file.name }, shown: { kind, media, caption } }
    default:
      return { asked: { kind, mediaId: NO_MEDIA, caption }, shown: { kind, media, caption } }
  }
}
