import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import type { MediaId } from '#core/account/account.ts'
import type { Media } from '#core/message/content.ts'
import { uploadFile } from '../../outbox/upload.ts'
import { FILE_LIMITS, type HeaderFileKind, misfitOf } from '../file-kinds.ts'
import { sizeWords } from '../../thread/size-words.ts'

/** A file being stored, what was wrong with the last one, and how to take and stop one. */
export type SlotFile = {
  readonly upload: Upload | null
  readonly refused: string | null
  readonly take: (file: File | undefined) => void
  readonly stop: () => void
}
type Upload = { readonly filename: string; readonly share: number }

/** Stores a chosen file, telling how far it is; a file that Meta would refuse never leaves. */
export function useSlotFile(kind: HeaderFileKind, onChange: (media: Media) => void): SlotFile {
  const { t } = useLingui()
  const [upload, setUpload] = useState<Upload | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const misfitWords = (file: File): string | null => {
    const most = sizeWords(FILE_LIMITS[kind].bytes)
    const size = sizeWords(file.size)
    switch (misfitOf(file, kind)) {
      case null:
        return null
      case 'empty':
        return t`«${file.name}» está vacío.`
      case 'size':
        return t`«${file.name}» pesa ${size}; WhatsApp admite hasta ${most}.`
      case 'type':
        return kind === 'image'
          ? t`«${file.name}» no es JPG ni PNG, lo único que WhatsApp admite aquí.`
          : kind === 'gif'
            ? t`«${file.name}» no es MP4, lo único que WhatsApp admite aquí.`
            : t`«${file.name}» no es MP4 ni 3GP, lo único que WhatsApp admite aquí.`
    }
  }

  const take = (file: File | undefined) => void store(file)
  const store = async (file: File | undefined) => {
    if (!file) return
    const words = misfitWords(file)
    setRefused(words)
    if (words !== null) return
    const abort = new AbortController()
    running.current = abort
    setUpload({ filename: file.name, share: 0 })
    const stored = await uploadFile(file, file.name, (share) => setUpload({ filename: file.name, share }), abort.signal)
    if (abort.signal.aborted) return
    setUpload(null)
    if (!stored.ok) {
      const { errors, detail } = stored.error
      return setRefused(errors[0]?.message || detail || t`No se pudo subir el archivo. Inténtelo de nuevo.`)
    }
    const { id, mime, sizeBytes, filename, sha256 } = stored.value
    // What the server found in the file counts, not what the browser took it for.
    if (misfitOf({ type: mime, size: sizeBytes }, kind) !== null) {
      return setRefused(t`«${file.name}» no es lo que su nombre dice: por dentro es ${mime}.`)
    }
    onChange({ mediaId: id as MediaId, state: 'stored', mime, sizeBytes, filename, sha256, problem: null })
  }
  const stop = () => {
    running.current?.abort()
    setUpload(null)
  }
  return { upload, refused, take, stop }
}
