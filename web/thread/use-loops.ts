import { useEffect, useState } from 'react'
import type { Media } from '#core/message/content.ts'
import { hasSound } from '#core/message/sound.ts'

/** Nobody makes a longer GIF; Meta takes none in templates either (cloud-api §3.1). */
const LARGEST_GIF_BYTES = 3.5 * 1024 * 1024
/** Enough for the list of tracks of a film that is made to be played while it comes. */
const HEAD_BYTES = 65_536
const known = new Map<string, boolean>()

/** Whether a film is what people know as a GIF: short and without sound, so that it goes round by itself. */
export function useLoops(media: Media, source: string | null): boolean {
  const [loops, setLoops] = useState(() => known.get(media.mediaId) ?? false)
  const maybe = media.mime.startsWith('video/') && media.sizeBytes !== null && media.sizeBytes <= LARGEST_GIF_BYTES
  useEffect(() => {
    if (!maybe || source === null || known.has(media.mediaId)) return
    const abort = new AbortController()
    void fetch(source, { headers: { range: `bytes=0-${HEAD_BYTES - 1}` }, signal: abort.signal })
      .then((answer) => (answer.ok ? answer.arrayBuffer() : null))
      .then((bytes) => {
        if (bytes === null) return
        const isSilent = hasSound(new Uint8Array(bytes)) === false
        known.set(media.mediaId, isSilent)
        setLoops(isSilent)
      })
      .catch(() => {})
    return () => abort.abort()
  }, [maybe, source, media.mediaId])
  return loops
}
